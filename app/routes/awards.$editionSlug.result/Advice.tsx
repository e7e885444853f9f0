import type { ExtraAdvice } from "~/domain/awards/result/advice";
import { useNumbers } from "~/ui/awards/numbers";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import css from "./Result.module.css";

/** Where the order around a prize is not sure: which one more sheet tells most of it. */
export function Advice({ advice, slug }: { advice: readonly ExtraAdvice[]; slug: string }) {
  const t = useT();
  const { points } = useNumbers();
  return advice.map(({ place, above, below, difference, se, best }) => (
    <div key={place} className={css.plain}>
      <h3>{t("result.extra.title")}</h3>
      <p>
        {t(place === 1 ? "result.extra.winner" : "result.extra.prizes", {
          above,
          below,
          points: points(difference),
          sure: points(se),
        })}
      </p>
      {best.length === 0 ? (
        <p>{t("result.extra.none")}</p>
      ) : (
        <ol className={`${css.lines} ${css.numbered}`}>
          {best.map((one) => (
            <li key={`${one.juror} ${one.entry}`}>
              {t("result.extra.one", { juror: one.juror, entry: one.entry, before: points(se), after: points(one.se) })}
            </li>
          ))}
        </ol>
      )}
      <p>
        <Link to={`/awards/${slug}/panel`}>{t("result.extra.panel")}</Link>
      </p>
    </div>
  ));
}
