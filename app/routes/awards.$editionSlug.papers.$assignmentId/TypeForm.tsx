import { NOTE_MAX } from "~/domain/awards/rubric";
import { Criterion } from "~/ui/awards/Criterion";
import { TextArea } from "~/ui/forms/fields";
import { Actions, ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import type { PaperView } from "./route";

/** What stands on the paper, typed by the first or, blind to their levels, by the second who reads it. */
export function TypeForm({ paper, reply }: { paper: PaperView; reply: Reply | null }) {
  const t = useT();
  const { turn, criteria, revision } = paper;
  return (
    <ReplyForm formId="type" intent="type" reply={reply?.intent === "type" ? reply : null} noValidate>
      <Fields>
        <ErrorSummary />
        <p>{turn === "second" ? t("paper.second_text") : turn === "again" ? t("paper.again_text") : t("paper.first_text")}</p>
        <input type="hidden" name="revision" value={revision} />
        {criteria.map((criterion) => (
          <Criterion key={criterion.code} criterion={criterion} disabled={false} />
        ))}
        <Card>
          <TextArea name="feedback" label={t("awards.sheet.feedback")} initial={paper.feedback} maxLength={NOTE_MAX} rows={3} optional />
          <TextArea name="juryNote" label={t("jury.note")} initial={paper.juryNote} maxLength={NOTE_MAX} rows={2} optional />
        </Card>
        <Actions>
          <SubmitButton>{turn === "second" ? t("paper.second_send") : t("paper.first_send")}</SubmitButton>
        </Actions>
      </Fields>
    </ReplyForm>
  );
}
