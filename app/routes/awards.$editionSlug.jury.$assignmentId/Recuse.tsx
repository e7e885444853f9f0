import { CONFLICT_WORDS_MAX } from "~/domain/awards/conflict";
import { TextArea } from "~/ui/forms/fields";
import { ErrorSummary, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Disclosure } from "~/ui/kit/Disclosure";
import type { SheetData } from "./route";
import css from "./Sheet.module.css";

/** To step back from an entry one is too close to. */
export function Recuse({ sheet, reply }: { sheet: SheetData; reply: Reply | null }) {
  const t = useT();
  if (!sheet.editable) return null;
  return (
    <Disclosure label={t("awards.conflict.report")} open={reply?.intent === "recuse"}>
      <ReplyForm formId="recuse" intent="recuse" reply={reply} className={css.recuse}>
        <ErrorSummary />
        <p>{t("awards.conflict.recuse_text")}</p>
        <TextArea name="words" label={t("awards.conflict.words")} maxLength={CONFLICT_WORDS_MAX} rows={2} optional />
        <SubmitButton look="danger" small>
          {t("awards.conflict.recuse")}
        </SubmitButton>
      </ReplyForm>
    </Disclosure>
  );
}
