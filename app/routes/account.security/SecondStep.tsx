import { PasswordField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import type { Reply } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Note } from "~/ui/kit/Note";
import { Time } from "~/ui/when";
import type { SecurityView } from "./load.server";
import { ProofFields } from "~/ui/forms/ProofFields";
import css from "./Security.module.css";
import { Off, Pending } from "./SetUp";

interface Props {
  readonly view: SecurityView;
  readonly reply: Reply | null;
}

function On({ view, reply, step }: Props & { step: NonNullable<SecurityView["step"]> }) {
  const t = useT();
  const { email, hasPassword, isShort } = view;
  const needsLonger = isShort || reply?.fields.password !== undefined;
  return (
    <>
      <p>
        {t("access.step.on")} <Time at={step.since} dateOnly />. {t("access.step.left", { count: step.codesLeft })}
      </p>
      <FoldedForm label={t("access.step.renew")} intent="renew" reply={reply}>
        <p className={css.hint}>{t("access.step.renew_text")}</p>
        <ProofFields email={email} hasPassword={hasPassword} hasStep />
      </FoldedForm>
      <FoldedForm label={t("access.step.off")} intent="off" reply={reply} look="danger">
        <p className={css.hint}>{t("access.step.off_text")}</p>
        <ProofFields email={email} hasPassword={hasPassword} hasStep />
        {needsLonger ? (
          <PasswordField name="password" label={t("reset.choose.field")} hint={t("access.step.longer")} autoComplete="new-password" />
        ) : null}
      </FoldedForm>
    </>
  );
}

/** What the instance asks of who has a role such as coach or juror. */
function Asked({ view: { asked, rolesWait, step } }: { view: SecurityView }) {
  const t = useT();
  if (!asked) return null;
  if (rolesWait && step) return <Note>{t("access.asked.again")}</Note>;
  if (asked.required) return <p>{t("access.asked.required")}</p>;
  return asked.demo ? <p className={css.hint}>{t("access.asked.demo")}</p> : null;
}

/** The second step of signing in: off, being set up, or on. */
export function SecondStep({ view, reply }: Props) {
  const t = useT();
  const { step, pending } = view;
  return (
    <Card>
      <h2>{t("access.step")}</h2>
      {step ? null : <p>{t("access.step.why")}</p>}
      <Asked view={view} />
      {step ? (
        <On view={view} reply={reply} step={step} />
      ) : pending ? (
        <Pending pending={pending} reply={reply} />
      ) : (
        <Off view={view} reply={reply} />
      )}
    </Card>
  );
}
