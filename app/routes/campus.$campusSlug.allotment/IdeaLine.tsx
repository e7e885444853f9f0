import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import type { AllotmentPage } from "./load.server";
import css from "./Allotment.module.css";

type Idea = NonNullable<NonNullable<AllotmentPage["draft"]>["result"]>["pairs"][number]["idea"];

/** An idea by its title, or by what may be told of it. */
export function IdeaLine({ idea }: { idea: Idea }) {
  const t = useT();
  if (idea.title !== null) {
    return (
      <Link to={`/ideas/${idea.ideaId}`} lang={idea.lang}>
        {idea.title}
      </Link>
    );
  }
  const told = [idea.domain, ...idea.terms].filter(Boolean).join(", ");
  return (
    <span className={css.closed}>
      {t("coaching.allot.closed")}
      {told ? ` (${told})` : ""}
    </span>
  );
}

/** Opens the choices of one idea; works without JavaScript. */
export function Open({ idea, page }: { idea: Idea; page: string }) {
  const t = useT();
  const label = t("coaching.allot.adjust_named", { title: idea.title ?? t("coaching.allot.closed") });
  return (
    <Link to={`${page}?idea=${idea.ideaId}#idea-${idea.ideaId}`} preventScrollReset aria-label={label}>
      {t("coaching.allot.adjust")}
    </Link>
  );
}
