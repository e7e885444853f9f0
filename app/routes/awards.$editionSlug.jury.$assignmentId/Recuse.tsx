import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import type { SheetData } from "./route";
import css from "./Sheet.module.css";

/** To step back from an entry one is too close to: one tap. It can be undone, and explained, from the list. */
export function Recuse({ sheet }: { sheet: SheetData }) {
  const t = useT();
  if (!sheet.editable) return null;
  return (
    <ReplyForm formId="recuse" intent="recuse" className={css.recuse}>
      <SubmitButton look="danger" small>
        {t("awards.conflict.recuse")}
      </SubmitButton>
      <span className={css.note}>{t("jury.recuse_hint")}</span>
    </ReplyForm>
  );
}
