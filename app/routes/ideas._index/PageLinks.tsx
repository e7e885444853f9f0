import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import type { Chosen } from "./address";
import { address } from "./address";
import css from "./Filters.module.css";

/** Links to the neighbouring pages; they work without JavaScript. */
export function PageLinks({
  chosen,
  greenhouse,
  next,
  previous,
}: {
  chosen: Chosen;
  greenhouse: boolean;
  next: string | null;
  previous: string | null;
}) {
  const t = useT();
  if (!next && !previous) return null;
  return (
    <nav className={css.pages} aria-label={t("ideas.list.pages")}>
      {previous ? <ButtonLink to={address(chosen, greenhouse, previous)}>{t("page.previous")}</ButtonLink> : <span />}
      {next ? <ButtonLink to={address(chosen, greenhouse, next)}>{t("page.next")}</ButtonLink> : <span />}
    </nav>
  );
}
