import { DECISION_REASON_MAX } from "~/domain/companies/company";
import { TextField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import { ErrorSummary, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Note } from "~/ui/kit/Note";
import type { RegistrationPage } from "./load.server";

/** Letting a company in or not, with what must be known before. */
export function Decide({ view, reply }: { view: RegistrationPage; reply: Reply | null }) {
  const t = useT();
  const { vatState, existing } = view;
  return (
    <Card>
      <h2>{t("companies.decide")}</h2>
      {existing ? <Note>{t("companies.existing", { name: existing.name })}</Note> : null}
      {vatState === "unchecked" || vatState === "unavailable" ? <p>{t("companies.decide.unchecked")}</p> : null}
      {vatState === "invalid" ? (
        <p>{t("companies.decide.invalid")}</p>
      ) : (
        <ReplyForm formId="approve" reply={reply} intent="approve">
          <ErrorSummary />
          <input type="hidden" name="seen" value={view.seen} />
          <SubmitButton>{t("companies.approve")}</SubmitButton>
        </ReplyForm>
      )}
      <FoldedForm label={t("companies.refuse")} intent="refuse" reply={reply} send={t("companies.refuse.go")} look="danger">
        <TextField
          name="reason"
          label={t("companies.reason")}
          hint={t("companies.refuse.hint")}
          maxLength={DECISION_REASON_MAX}
          autoComplete="off"
        />
      </FoldedForm>
    </Card>
  );
}
