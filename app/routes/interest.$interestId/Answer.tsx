import { ANSWER_MAX } from "~/domain/matching/match";
import { TextArea } from "~/ui/forms/fields";
import { Actions, ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import type { InterestData } from "./route";

/** What the reader may do: answer, take the question back, or end the contact. */
export function Answer({ data, reply }: { data: InterestData; reply: Reply | null }) {
  const t = useT();
  const { rights } = data;
  if (rights.answer) {
    return (
      <Card>
        <h2>{t("matching.interest.answer")}</h2>
        <p>{t("matching.interest.accept_text")}</p>
        <ReplyForm formId="answer" reply={reply}>
          <Fields>
            <ErrorSummary />
            <TextArea
              name="reason"
              label={t("matching.interest.answer_reason")}
              hint={t("matching.interest.answer_hint")}
              rows={2}
              maxLength={ANSWER_MAX}
              optional
            />
            <Actions>
              <SubmitButton name="intent" value="accept">
                {t("matching.interest.accept")}
              </SubmitButton>
              <SubmitButton look="quiet" name="intent" value="decline">
                {t("matching.interest.decline")}
              </SubmitButton>
            </Actions>
          </Fields>
        </ReplyForm>
      </Card>
    );
  }
  if (!rights.withdraw && !rights.end) return null;
  return (
    <ReplyForm formId="withdraw" intent="withdraw" reply={reply}>
      <ErrorSummary />
      <SubmitButton look="quiet">{rights.end ? t("matching.interest.end") : t("matching.interest.withdraw")}</SubmitButton>
    </ReplyForm>
  );
}
