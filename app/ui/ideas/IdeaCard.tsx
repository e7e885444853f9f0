import { Link } from "@remix-run/react";
import { memo } from "react";
import type { Locale } from "~/domain/kernel/actor";
import type { Stage, Status } from "~/domain/ideas/idea";
import { useLocale, useT } from "../i18n";
import { Plant } from "../plant/Plant";
import type { PlantSpec } from "../plant/draw";
import css from "./IdeaCard.module.css";

/** What a card shows of an idea. */
export interface IdeaCardView {
  readonly id: string;
  readonly title: string;
  readonly pitch: string;
  readonly lang: Locale;
  readonly stage: Stage;
  readonly status: Status;
  readonly domain: string | null;
  readonly needs: readonly string[];
  readonly offers: readonly string[];
  readonly plant: PlantSpec;
}

/** One idea in a list. Plain elements on purpose: twenty of these make a page. */
export const IdeaCard = memo(function IdeaCard({ idea }: { idea: IdeaCardView }) {
  const t = useT();
  const locale = useLocale();
  const lang = idea.lang === locale ? undefined : idea.lang;
  return (
    <li className={css.card}>
      <Plant spec={idea.plant} size={92} className={css.plant} />
      <div className={css.text}>
        <h2 className={css.title} lang={lang}>
          <Link to={`/ideas/${idea.id}`}>{idea.title}</Link>
        </h2>
        <p className={css.pitch} lang={lang}>
          {idea.pitch}
        </p>
        {idea.needs.length > 0 || idea.offers.length > 0 ? (
          <p className={css.words} lang={lang}>
            {idea.needs.length > 0 ? (
              <>
                {t("ideas.needs")} <strong className={css.need}>{idea.needs.join(", ")}</strong>{" "}
              </>
            ) : null}
            {idea.offers.length > 0 ? (
              <>
                {t("ideas.offers")} <strong className={css.offer}>{idea.offers.join(", ")}</strong>
              </>
            ) : null}
          </p>
        ) : null}
        <p className={css.facts}>
          {t(`stage.${idea.stage}`)}
          {idea.status === "active" ? "" : ` · ${t(`status.${idea.status}`)}`}
          {idea.domain === null ? "" : ` · ${idea.domain}`}
          {lang === undefined ? "" : ` · ${idea.lang}`}
        </p>
      </div>
    </li>
  );
});
