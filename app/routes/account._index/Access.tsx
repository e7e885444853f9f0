import { PasswordField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Link } from "~/ui/kit/Link";
import { Time } from "~/ui/when";
import css from "./Account.module.css";
import type { AccountView } from "./load.server";

function Password({ view: { email, hasPassword, passwordMinimum }, reply }: { view: AccountView; reply: Reply | null }) {
  const t = useT();
  return (
    <Disclosure label={hasPassword ? t("account.password.change") : t("account.password.set")} open={reply?.intent === "password"}>
      <ReplyForm formId="password" reply={reply} intent="password">
        <Fields>
          <ErrorSummary />
          <p className={css.hint}>{hasPassword ? t("account.password.ends") : t("account.password.why")}</p>
          <input type="hidden" name="username" value={email} autoComplete="username" />
          {hasPassword ? (
            <PasswordField name="currentPassword" label={t("account.password.current")} autoComplete="current-password" />
          ) : null}
          <PasswordField
            name="password"
            label={t("reset.choose.field")}
            hint={t("reset.choose.hint", { minimum: passwordMinimum })}
            autoComplete="new-password"
          />
          <SubmitButton look="quiet">{t("reset.choose.save")}</SubmitButton>
        </Fields>
      </ReplyForm>
    </Disclosure>
  );
}

function Session({ session }: { session: AccountView["sessions"][number] }) {
  const t = useT();
  const { browser, system } = session.device;
  const device = browser && system ? t("account.session.device", { browser, system }) : (browser ?? system ?? t("account.session.unknown"));
  return (
    <li>
      <div>
        <p className={css.name}>{device}</p>
        <p className={css.facts}>
          {session.isThis ? t("account.session.this") : t("account.session.since")} <Time at={session.createdAt} /> ·{" "}
          {t("account.session.until")} <Time at={session.absoluteUntil} dateOnly />
        </p>
      </div>
      {session.isThis ? null : (
        <ReplyForm formId={`session-${session.publicId}`} intent="revoke_session">
          <input type="hidden" name="id" value={session.publicId} />
          <SubmitButton look="link" label={t("account.session.end_device", { device })}>
            {t("account.session.end")}
          </SubmitButton>
        </ReplyForm>
      )}
    </li>
  );
}

/** How the person gets in: a password or not, and the devices where they are signed in. */
export function Access({ view, reply }: { view: AccountView; reply: Reply | null }) {
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
      <ul className={css.list}>
        {sessions.map((session) => (
          <Session key={session.publicId} session={session} />
        ))}
      </ul>
      {sessions.length > 1 ? (
        <ReplyForm formId="others" intent="revoke_others">
          <SubmitButton look="quiet" small>
            {t("account.session.end_others")}
          </SubmitButton>
        </ReplyForm>
      ) : null}
    </Card>
  );
}
