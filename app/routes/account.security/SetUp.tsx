import { TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ProofFields } from "~/ui/forms/ProofFields";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Note } from "~/ui/kit/Note";
import type { SecurityView } from "./load.server";
import css from "./Security.module.css";

/** The step is off: what it is for, and the way to begin. */
export function Off({ view: { email, hasPassword, canKeep }, reply }: { view: SecurityView; reply: Reply | null }) {
  const t = useT();
  return (
    <>
      <p className={css.hint}>{t("access.step.apps")}</p>
      {canKeep ? (
        <ReplyForm formId="begin" reply={reply} intent="begin">
          <Fields>
            <ErrorSummary />
            <ProofFields email={email} hasPassword={hasPassword} hasStep={false} />
            <SubmitButton>{t("access.step.begin")}</SubmitButton>
          </Fields>
        </ReplyForm>
      ) : (
        <Note>{t("access.step.not_here")}</Note>
      )}
    </>
  );
}

/** The step is being set up: the key as a picture and as text, and the field for a first code. */
export function Pending({ pending, reply }: { pending: NonNullable<SecurityView["pending"]>; reply: Reply | null }) {
  const t = useT();
  const { size, path } = pending.qr;
  return (
    <>
      <p>{t("access.step.scan")}</p>
      <div className={css.scan}>
        <svg
          className={css.qr}
          viewBox={`-4 -4 ${size + 8} ${size + 8}`}
          role="img"
          aria-label={t("access.step.qr")}
          shapeRendering="crispEdges"
        >
          <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#fff" />
          <path d={path} fill="#000" />
        </svg>
        <div>
          <p className={css.hint}>{t("access.step.key")}</p>
          <p className={css.key} translate="no">
            {pending.key}
          </p>
          <p>
            <a href={pending.address}>{t("access.step.open_app")}</a>
          </p>
        </div>
      </div>
      <ReplyForm formId="confirm" reply={reply} intent="confirm">
        <Fields>
          <ErrorSummary />
          <TextField
            name="code"
            label={t("access.step.code")}
            hint={t("access.step.code_hint")}
            autoComplete="one-time-code"
            maxLength={40}
          />
          <SubmitButton>{t("access.step.confirm")}</SubmitButton>
        </Fields>
      </ReplyForm>
      <ReplyForm formId="drop" intent="drop">
        <SubmitButton look="link">{t("access.step.drop")}</SubmitButton>
      </ReplyForm>
    </>
  );
}
