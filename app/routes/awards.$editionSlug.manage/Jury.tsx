import { LOCALES } from "~/domain/kernel/actor";
import { SelectField, TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useLocale, useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Row, Rows } from "~/ui/kit/Rows";
import { Time } from "~/ui/when";
import css from "./Manage.module.css";
import type { ManageView } from "./load.server";

/** Who judges and how far each is; who was asked; and the form to ask one more. */
export function Jury({ view, reply }: { view: ManageView; reply: Reply | null }) {
  const t = useT();
  const { board, zone } = view;
  const { jurors, invites, edition } = board;
  const over = edition.publishedAt !== null;
  return (
    <div id="jury" className={css.plain}>
      {jurors.length + invites.length > 0 ? (
        <Rows title={t("awards.manage.jury")}>
          {jurors.map((juror) => (
            <Row
              key={juror.personId}
              title={juror.name}
              facts={
                juror.assigned === 0
                  ? t("awards.manage.juror_idle")
                  : t("awards.manage.juror_facts", {
                      done: juror.done,
                      assigned: juror.assigned,
                      drafts: juror.drafts,
                      recused: juror.recused,
                    })
              }
            >
              {over ? null : (
                <ReplyForm formId={`remove-${juror.personId}`} intent="remove_juror" preventScrollReset>
                  <input type="hidden" name="id" value={juror.personId} />
                  <SubmitButton look="link" label={`${t("awards.manage.juror_remove")}: ${juror.name}`}>
                    {t("awards.manage.juror_remove")}
                  </SubmitButton>
                </ReplyForm>
              )}
            </Row>
          ))}
          {invites.map((one) => (
            <Row
              key={one.inviteId}
              title={one.email}
              facts={
                <>
                  {t("awards.manage.invited_until")} <Time at={one.dueAt} zone={zone} dateOnly />
                </>
              }
            >
              <ReplyForm formId={`withdraw-${one.inviteId}`} intent="withdraw_invite" preventScrollReset>
                <input type="hidden" name="id" value={one.inviteId} />
                <SubmitButton look="link" label={t("campus.invite.withdraw_from", { email: one.email })}>
                  {t("campus.invite.withdraw")}
                </SubmitButton>
              </ReplyForm>
            </Row>
          ))}
        </Rows>
      ) : null}
      {over ? null : <Invite first={jurors.length === 0} count={invites.length} reply={reply} />}
    </div>
  );
}

function Invite({ first, count, reply }: { first: boolean; count: number; reply: Reply | null }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Card label={t("awards.manage.invite")}>
      {first ? <p>{t("awards.manage.no_jury")}</p> : null}
      <Disclosure label={t("awards.manage.invite")} open={first || reply?.intent === "invite_juror"}>
        <ReplyForm key={count} formId="invite" intent="invite_juror" reply={reply}>
          <Fields>
            <ErrorSummary />
            <TextField name="email" type="email" label={t("sign.in.email")} hint={t("awards.manage.invite_hint")} autoComplete="off" />
            <SelectField
              name="locale"
              label={t("campus.invite.locale")}
              initial={locale}
              options={LOCALES.map((value) => ({ value, label: t(`locale.${value}`) }))}
            />
            <SubmitButton look="quiet">{t("campus.invite.send")}</SubmitButton>
          </Fields>
        </ReplyForm>
      </Disclosure>
    </Card>
  );
}
