import type { CSSProperties } from "react";
import { useLocale, useT } from "../i18n";
import { Link } from "../kit/Link";
import { Plant } from "../plant/Plant";
import type { IdeaCardView } from "./IdeaCard";
import { plantOf } from "./plant-of";
import css from "./Shelves.module.css";

function byDomain(ideas: readonly IdeaCardView[]): [string | null, IdeaCardView[]][] {
  const shelves = new Map<string | null, IdeaCardView[]>();
  for (const idea of ideas) shelves.set(idea.domain, [...(shelves.get(idea.domain) ?? []), idea]);
  return [...shelves].sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a.localeCompare(b)));
}

/** The greenhouse view: each idea a plant, each domain a shelf. The same ideas as the list, in the same order on their shelf. */
export function Shelves({ ideas }: { ideas: readonly IdeaCardView[] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <div className={css.house}>
      {byDomain(ideas).map(([domain, plants]) => (
        <section key={domain ?? ""} className={css.section} style={{ "--plants": plants.length } as CSSProperties}>
          <h2>{domain ?? t("ideas.view.other")}</h2>
          <ul className={css.shelf}>
            {plants.map((idea) => (
              <li key={idea.id}>
                <Link to={`/ideas/${idea.id}`} lang={idea.lang === locale ? undefined : idea.lang}>
                  <Plant spec={plantOf(idea)} size={168} />
                  <span>{idea.title}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
