import { memo } from "react";
import type { Locale } from "~/domain/kernel/actor";
import type { Status } from "~/domain/ideas/idea";
import { useLocale, useT } from "../i18n";
import { Kept } from "../kit/Kept";
import { Link } from "../kit/Link";
import { Plant } from "../plant/Plant";
import type { Growth } from "./plant-of";
import { plantOf } from "./plant-of";
import css from "./IdeaCard.module.css";

/** What a card shows of an idea. */
export interface IdeaCardView extends Growth {
  readonly title: string;
  readonly pitch: string;
  readonly lang: Locale;
  readonly status: Status;
  readonly domain: string | null;
  /** Of a challenge the name of its organisation, empty when it has none; null for an idea. */
  readonly challengeOf: string | null;
  /** The first few of each, as one text. */
  readonly needs: string;
  readonly offers: string;
}

/** One idea in a list. */
export const IdeaCard = memo(function IdeaCard({ idea }: { idea: IdeaCardView }) {
  return (
    <Kept as="li" name="idea" of={idea} className={css.card}>
      <Inside idea={idea} />
    </Kept>
  );
});

/** Plain elements on purpose: twenty of these make a page. */
function Inside({ idea }: { idea: IdeaCardView }) {
  const t = useT();
  const locale = useLocale();
  const lang = idea.lang === locale ? undefined : idea.lang;
  return (
    <>
      <Plant spec={plantOf(idea)} size={92} className={css.plant} />
      <div className={css.text}>
        <h2 className={css.title} lang={lang}>
          <Link to={`/ideas/${idea.id}`}>{idea.title}</Link>
        </h2>
        {idea.challengeOf === null ? null : (
          <p className={css.challenge}>
            {idea.challengeOf === "" ? t("ideas.challenge") : t("ideas.challenge_of", { organisation: idea.challengeOf })}
          </p>
        )}
        <p className={css.pitch} lang={lang}>
          {idea.pitch}
        </p>
        {idea.needs || idea.offers ? (
          <p className={css.words} lang={lang}>
            {idea.needs ? (
              <>
                {t("ideas.needs")} <strong className={css.need}>{idea.needs}</strong>{" "}
              </>
            ) : null}
            {idea.offers ? (
              <>
                {t("ideas.offers")} <strong className={css.offer}>{idea.offers}</strong>
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
    </>
  );
}
