import { useT } from "~/ui/i18n";
import type { SheetData } from "./route";
import css from "./Sheet.module.css";
import { Link } from "~/ui/kit/Link";

/** To the sheets before and after, and to the list. */
export function Around({ sheet }: { sheet: SheetData }) {
  const t = useT();
  const list = `/awards/${sheet.edition.slug}/jury`;
  return (
    <nav className={css.around} aria-label={t("awards.jury.around")}>
      {sheet.previousId ? <Link to={`${list}/${sheet.previousId}`}>{t("awards.jury.previous")}</Link> : null}
      {sheet.nextId ? <Link to={`${list}/${sheet.nextId}`}>{t("awards.jury.next")}</Link> : null}
      <Link to={list}>{t("awards.jury.to_list")}</Link>
    </nav>
  );
}
