import { ANSWER_MAX } from "~/domain/matching/match";
import { TextArea } from "~/ui/forms/fields";
import { Actions, ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import type { InterestData } from "./route";

/** What the reader may do: answer, take the question back, or end the contact. */
export function Answer({ data, reply }: { data: InterestData; reply: Reply | null }) {
  const t = useT();
  const { rights } = data;
  if (rights.confirm) return <Confirm reply={reply} />;
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
        <Block />
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

/** Whether the team agrees that its coach asks. */
function Confirm({ reply }: { reply: Reply | null }) {
  const t = useT();
  return (
    <Card>
      <h2>{t("matching.interest.confirm_title")}</h2>
      <p>{t("matching.interest.confirm_text")}</p>
      <ReplyForm formId="confirm" reply={reply}>
        <Fields>
          <ErrorSummary />
          <Actions>
            <SubmitButton name="intent" value="confirm">
              {t("matching.interest.confirm")}
            </SubmitButton>
            <SubmitButton look="quiet" name="intent" value="not_confirm">
              {t("matching.interest.not_confirm")}
            </SubmitButton>
          </Actions>
        </Fields>
      </ReplyForm>
    </Card>
  );
}

/** The way to want nothing of who asks, without learning who it is. */
function Block() {
  const t = useT();
  return (
    <Disclosure label={t("matching.interest.block")}>
      <ReplyForm formId="block" intent="block">
        <Fields>
          <p>{t("matching.interest.block_text")}</p>
          <SubmitButton look="quiet">{t("rooms.block")}</SubmitButton>
        </Fields>
      </ReplyForm>
    </Disclosure>
  );
}
