import { shownPoints } from "~/domain/awards/ranking";
import { useT } from "../i18n";
import { useNumbers } from "./numbers";
import css from "./ScoreStrip.module.css";

interface Score {
  /** Hundredths of a point. */
  readonly mean: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
}

/** The mean as a number with, below it, a strip from the lowest sheet to the highest. */
export function ScoreStrip({ mean, lowest, highest }: Score) {
  const t = useT();
  const { points } = useNumbers();
  if (mean === null) return <>{t("awards.rank.no_score")}</>;
  return (
    <span className={css.score}>
      <strong>{points(mean)}</strong>
      {lowest !== null && highest !== null ? (
        <>
          <svg className={css.strip} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect x="0" y="3" width="100" height="2" className={css.track} />
            <rect x={shownPoints(lowest)} y="1" width={Math.max(1, shownPoints(highest - lowest))} height="6" className={css.range} />
            <rect x={Math.min(98, shownPoints(mean))} y="0" width="2" height="8" className={css.mean} />
          </svg>
          <span className={css.spread}>{t("awards.rank.range", { lowest: points(lowest), highest: points(highest) })}</span>
        </>
      ) : null}
    </span>
  );
}
