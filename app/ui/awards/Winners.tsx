import type { Place } from "~/domain/awards/edition";
import { useT } from "../i18n";
import { Link } from "../kit/Link";
import { Plant } from "../plant/Plant";
import type { Labels } from "./labels";
import { useLabel } from "./labels";
import { prizePlant } from "./prize-plant";
import css from "./Winners.module.css";

export interface WinnerView {
  readonly entryId: string;
  readonly place: Place;
  readonly citation: string;
  readonly title: string;
  readonly pitch: string;
  readonly lang: string;
  readonly ideaId: string | null;
  readonly people: readonly string[];
  readonly more: number;
}

/** The prizes of one category, the first prize first, each with its plant in fruit. */
export function Winners({ name, winners }: { name: Labels; winners: readonly WinnerView[] }) {
  const t = useT();
  const label = useLabel();
  return (
    <section className={css.category}>
      <h2>{label(name)}</h2>
      {winners.length === 0 ? <p className={css.none}>{t("awards.winners.none")}</p> : null}
      <ul className={css.list}>
        {winners.map((winner) => (
          <Winner key={`${winner.entryId}-${winner.place}`} winner={winner} />
        ))}
      </ul>
    </section>
  );
}

function Winner({ winner }: { winner: WinnerView }) {
  const t = useT();
  const { people, more } = winner;
  const others =
    more === 0 ? "" : people.length === 0 ? t("awards.winners.team", { count: more }) : t("awards.winners.more", { count: more });
  return (
    <li className={css.winner} data-first={winner.place === 1 || undefined}>
      <Plant spec={prizePlant(winner)} className={css.plant} />
      <div className={css.head}>
        <p className={css.place}>{t(`awards.place.${winner.place}`)}</p>
        <h3 lang={winner.lang}>{winner.ideaId ? <Link to={`/ideas/${winner.ideaId}`}>{winner.title}</Link> : winner.title}</h3>
      </div>
      <div className={css.text}>
        <p lang={winner.lang}>{winner.pitch}</p>
        {people.length > 0 || more > 0 ? <p className={css.people}>{[...people, others].filter(Boolean).join(", ")}</p> : null}
        {winner.citation ? (
          <blockquote className={css.citation}>
            <p>{winner.citation}</p>
            <footer>{t("awards.winners.jury")}</footer>
          </blockquote>
        ) : null}
      </div>
    </li>
  );
}
