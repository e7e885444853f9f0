import { useContext } from "react";
import { OTHERS } from "~/domain/identity/person";
import { PasswordField, SelectField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import { ProofFields } from "~/ui/forms/ProofFields";
import type { Reply } from "~/ui/forms/reply";
import { momentIn } from "~/ui/dates";
import { useLocale, useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Lines } from "~/ui/kit/Lines";
import { Link } from "~/ui/kit/Link";
import { Time, VenueContext } from "~/ui/when";
import css from "./Account.module.css";
import type { AccountView } from "./load.server";

interface Props {
  readonly view: AccountView;
  readonly reply: Reply | null;
}
type One = AccountView["sessions"][number];

function Password({ view: { email, hasPassword, passwordMinimum }, reply }: Props) {
  const t = useT();
  return (
    <FoldedForm
      label={hasPassword ? t("account.password.change") : t("account.password.set")}
      intent="password"
      reply={reply}
      send={t("reset.choose.save")}
    >
      <p className={css.hint}>{hasPassword ? t("account.password.ends") : t("account.password.why")}</p>
      <input type="hidden" name="username" value={email} autoComplete="username" />
      {hasPassword ? <PasswordField name="currentPassword" label={t("account.password.current")} autoComplete="current-password" /> : null}
      <PasswordField
        name="password"
        label={t("reset.choose.field")}
        hint={t("reset.choose.hint", { minimum: passwordMinimum })}
        autoComplete="new-password"
      />
    </FoldedForm>
  );
}

function useDeviceName(): (session: One) => string {
  const t = useT();
  return ({ device: { browser, system } }) =>
    browser && system ? t("account.session.device", { browser, system }) : (browser ?? system ?? t("account.session.unknown"));
}

function Session({ session }: { session: One }) {
  const t = useT();
  const nameOf = useDeviceName();
  return (
    <li>
      <div>
        <p className={css.name}>{nameOf(session)}</p>
        <p className={css.facts}>
          {session.isThis ? t("account.session.this") : t("account.session.since")} <Time at={session.createdAt} /> ·{" "}
          {t("account.session.until")} <Time at={session.absoluteUntil} dateOnly />
        </p>
      </div>
    </li>
  );
}

/** Puts other devices out, after a proof: whoever sits at a browser left open must not do it to its owner. */
function EndSessions({ view: { email, hasPassword, hasStep, sessions }, reply }: Props) {
  const t = useT();
  const nameOf = useDeviceName();
  const said = momentIn(useLocale(), useContext(VenueContext).zone);
  const others = sessions.filter(({ isThis }) => !isThis);
  if (others.length === 0) return null;
  return (
    <FoldedForm label={t("account.session.end_some")} intent="end_sessions" reply={reply} send={t("account.session.end")}>
      <SelectField
        name="id"
        label={t("account.session.which")}
        options={[
          { value: OTHERS, label: t("account.session.all_others") },
          ...others.map((one) => ({ value: one.publicId, label: `${nameOf(one)} (${said(one.createdAt)})` })),
        ]}
      />
      <ProofFields email={email} hasPassword={hasPassword} hasStep={hasStep} />
    </FoldedForm>
  );
}

/** How the person gets in: a password or not, and the devices where they are signed in. */
export function Access({ view, reply }: Props) {
  const t = useT();
  const { sessions, hasPassword } = view;
  return (
    <Card>
      <h2>{t("account.access")}</h2>
      <p className={css.hint}>{hasPassword ? t("account.access.both") : t("account.access.link")}</p>
      <Password view={view} reply={reply} />
      <p>
        <Link to="/account/keys">{t("keys.title")}</Link>
      </p>
      <p>
        <Link to="/account/security">{t("account.security")}</Link>
      </p>
      <p>
        <Link to="/account/email">{t("account.email.change")}</Link>
      </p>
      <h3>{t("account.sessions")}</h3>
      <Lines>
        {sessions.map((session) => (
          <Session key={session.publicId} session={session} />
        ))}
      </Lines>
      <EndSessions view={view} reply={reply} />
    </Card>
  );
}
