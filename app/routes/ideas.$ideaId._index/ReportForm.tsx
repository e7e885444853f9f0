import type { ReportReason } from "~/domain/community/report";
import { RadioCards, TextArea } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";

const REASONS = ["dangerous", "hurtful", "privacy", "not_theirs", "advertising", "other"] as const satisfies readonly ReportReason[];

/** Tells the campus that something is wrong with an idea or a comment. */
export function ReportForm({ kind, id, reply }: { kind: "idea" | "comment"; id: string; reply: Reply | null }) {
  const t = useT();
  return (
    <ReplyForm formId={`report-${id}`} reply={reply?.values.subjectId?.[0] === id ? reply : null} intent="report">
      <Fields>
        <ErrorSummary />
        <p>{t("ideas.report.text")}</p>
        <input type="hidden" name="subjectKind" value={kind} />
        <input type="hidden" name="subjectId" value={id} />
        <RadioCards
          name="reason"
          legend={t("ideas.report.title")}
          options={REASONS.map((value) => ({ value, label: t(`report.reason.${value}`) }))}
        />
        <TextArea name="words" label={t("ideas.report.words")} rows={2} maxLength={1000} optional />
        <SubmitButton look="quiet">{t("ideas.report.send")}</SubmitButton>
      </Fields>
    </ReplyForm>
  );
}
