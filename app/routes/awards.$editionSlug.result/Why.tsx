import type { Placing } from "~/domain/awards/result/by-category";
import { useLabel } from "~/ui/awards/labels";
import { useNumbers } from "~/ui/awards/numbers";
import { useT } from "~/ui/i18n";
import { ScrolledTable } from "~/ui/kit/ScrolledTable";
import css from "./Result.module.css";

/** Less than this is not worth a word: a tenth of a point. */
const LEAN_SHOWN = 0.05;

/** The fairness facts in words, and the points per criterion. */
export function Why({ title, placing: { rank, fairness, profile } }: { title: string; placing: Placing }) {
  const t = useT();
  const label = useLabel();
  const { points } = useNumbers();
  const { lean, rawRank, uncalibrated, inBand, apart } = fairness;
  const size = points(Math.abs(lean) * 100);
  return (
    <>
      <ul className={css.lines}>
        {Math.abs(lean) < LEAN_SHOWN ? <li>{t("result.fair.same")}</li> : null}
        {lean <= -LEAN_SHOWN ? <li>{t("result.fair.stricter", { points: size })}</li> : null}
        {lean >= LEAN_SHOWN ? <li>{t("result.fair.milder", { points: size })}</li> : null}
        <li>{rawRank === rank ? t("result.fair.kept") : t("result.fair.raw_rank", { raw: rawRank, rank: rank ?? 0 })}</li>
        {uncalibrated > 0 ? <li>{t("result.fair.uncalibrated", { count: uncalibrated })}</li> : null}
        {inBand ? <li>{t("result.fair.band")}</li> : null}
        {apart ? <li>{t("result.fair.apart")}</li> : null}
      </ul>
      <ScrolledTable label={`${t("result.profile")}: ${title}`} className={css.table}>
        <caption className={css.muted}>{t("result.profile")}</caption>
        <tbody>
          {profile.map((one) => (
            <tr key={label(one.name)}>
              <th scope="row">{label(one.name)}</th>
              <td className={css.number}>{points(one.points)}</td>
            </tr>
          ))}
        </tbody>
      </ScrolledTable>
    </>
  );
}
