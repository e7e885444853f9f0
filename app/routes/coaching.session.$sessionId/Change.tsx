import { REASON_MAX } from "~/domain/coaching/coaching";
import { SlotPicker } from "~/ui/coaching/SlotPicker";
import { TextField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Disclosure } from "~/ui/kit/Disclosure";
import type { TalkView } from "./load.server";

/** Ways to move or cancel a talk to come. */
export function Change({ view, reply }: { view: TalkView; reply: Reply | null }) {
  const t = useT();
  const { slots, talk } = view;
  return (
    <>
      <Disclosure key={talk.from.getTime()} label={t("coaching.move")} open={reply?.intent === "move"}>
        {slots.length === 0 ? (
          <p>{t("coaching.move.none")}</p>
        ) : (
          <ReplyForm formId="move" reply={reply} intent="move">
            <Fields>
              <ErrorSummary />
              <SlotPicker slots={slots} zone={talk.campus.zone} legend={t("coaching.move.when")} />
              <SubmitButton look="quiet">{t("coaching.move.save")}</SubmitButton>
            </Fields>
          </ReplyForm>
        )}
      </Disclosure>
      <FoldedForm label={t("coaching.cancel")} intent="cancel" reply={reply} send={t("coaching.cancel.save")} look="danger">
        <TextField name="reason" label={t("coaching.cancel.reason")} hint={t("coaching.cancel.hint")} maxLength={REASON_MAX} />
      </FoldedForm>
    </>
  );
}
