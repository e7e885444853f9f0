import { WithdrawInvite } from "~/ui/campus/WithdrawInvite";
import { SelectField, TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useLocale, useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Row, Rows } from "~/ui/kit/Rows";
import { Time } from "~/ui/when";
import type { PeopleView } from "./load.server";
import css from "./People.module.css";

/** Asks somebody, by their address, to be something here. */
export function Invite({ view, reply }: { view: PeopleView; reply: Reply | null }) {
  const t = useT();
  const locale = useLocale();
  const { givable, languages, campus } = view;
  return (
    <Card>
      <h2>{t("campus.invite")}</h2>
      <ReplyForm formId="invite" reply={reply} intent="invite">
        <Fields>
          <ErrorSummary />
          <TextField name="email" type="email" label={t("sign.in.email")} hint={t("campus.invite.hint")} autoComplete="off" />
          <SelectField
            name="role"
            label={t("campus.invite.role")}
            options={givable.map((value) => ({ value, label: t(`identity.role.${value}`) }))}
          />
          <SelectField
            name="locale"
            label={t("campus.invite.locale")}
            initial={languages.includes(locale) ? locale : languages[0]}
            options={languages.map((value) => ({ value, label: t(`locale.${value}`) }))}
          />
          <SubmitButton>{t("campus.invite.send")}</SubmitButton>
        </Fields>
      </ReplyForm>
      <p>
        <Link to={`/campus/${campus.slug}/classes`}>{t("campus.invite.class")}</Link>
      </p>
    </Card>
  );
}

/** Invites that wait: for whom, from whom, until when. */
export function OpenInvites({ view }: { view: PeopleView }) {
  const t = useT();
  const { invites, campus } = view;
  if (invites.length === 0) return <p className={css.facts}>{t("campus.invites.none")}</p>;
  return (
    <Rows title={t("campus.invites", { count: invites.length })}>
      {invites.map(({ id, email, role, invitedBy, createdAt, dueAt }) => (
        <Row
          key={id}
          title={<span className={css.facts}>{email}</span>}
          facts={
            <>
              {t("campus.invite.facts", { role: t(`identity.role.${role}`), name: invitedBy })} <Time at={createdAt} zone={campus.zone} />
              <br />
              {t("campus.invite.until")} <Time at={dueAt} zone={campus.zone} />
            </>
          }
        >
          <WithdrawInvite id={id} email={email} />
        </Row>
      ))}
    </Rows>
  );
}
