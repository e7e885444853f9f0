import type { Placing, ResultRow } from "~/domain/awards/queries-result";
import { useLabel } from "~/ui/awards/labels";
import { useNumbers } from "~/ui/awards/numbers";
import { ScoreStrip } from "~/ui/awards/ScoreStrip";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Disclosure } from "~/ui/kit/Disclosure";
import { ScrolledTable } from "~/ui/kit/ScrolledTable";
import css from "./Result.module.css";

/** One entry: its place, its numbers side by side, why it stands there, and its prize. */
export function Standing({ row, parts, open }: { row: ResultRow; parts: number; open: boolean }) {
  const t = useT();
  const { points } = useNumbers();
  const { placing } = row;
  const sure = placing && placing.rank !== null ? placing : null;
  return (
    <li className={css.ranked}>
      <span className={css.rank}>{placing?.rank ?? "–"}</span>
      <span className={css.title}>
        {t("awards.entry.number", { number: row.number })} · {row.title}
        {placing?.tied ? <span className={css.muted}> ({t("awards.rank.tied")})</span> : null}
        {parts > 1 && placing ? <span className={css.muted}> ({t("result.part", { no: row.part + 1 })})</span> : null}
      </span>
      <dl className={`${css.facts} ${css.below}`}>
        {placing ? <Fact name={t("result.adjusted")} value={<Adjusted placing={placing} />} /> : null}
        <Fact name={t("result.mean")} value={<ScoreStrip mean={row.mean} lowest={row.lowest} highest={row.highest} />} />
        {placing ? <Fact name={t("result.median")} value={points(placing.median)} /> : null}
        <Fact name={t("result.sheets")} value={t("result.sheets_of", { sheets: row.sheets, expected: row.expected })} />
        {sure ? <Sure placing={sure} /> : null}
      </dl>
      {sure ? (
        <div className={css.below}>
          <Disclosure label={t("result.why")}>
            <Why placing={sure} />
          </Disclosure>
        </div>
      ) : null}
      <Prize row={row} open={open} />
    </li>
  );
}

function Fact({ name, value }: { name: string; value: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Adjusted({ placing: { adjusted, se } }: { placing: Placing }) {
  const t = useT();
  const { points } = useNumbers();
  return (
    <>
      <strong>{points(adjusted)}</strong> <span className={css.muted}>{t("result.plus_minus", { points: points(se) })}</span>
    </>
  );
}

function Sure({ placing: { rankLow, rankHigh, pWin, orderRank } }: { placing: Placing }) {
  const t = useT();
  const { percent } = useNumbers();
  return (
    <>
      <Fact
        name={t("result.places")}
        value={rankLow === rankHigh ? String(rankLow) : t("result.places_range", { low: rankLow, high: rankHigh })}
      />
      <Fact name={t("result.win")} value={percent(pWin)} />
      <Fact name={t("result.orders")} value={String(orderRank)} />
    </>
  );
}

/** Less than this is not worth a word: a tenth of a point. */
const LEAN_SHOWN = 0.05;

/** The fairness facts in words, and the points per criterion. */
function Why({ placing: { rank, fairness, profile } }: { placing: Placing }) {
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
      <ScrolledTable label={t("result.profile")} className={css.table}>
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

function Prize({ row: { decision, title }, open }: { row: ResultRow; open: boolean }) {
  const t = useT();
  if (!decision) return null;
  return (
    <div className={css.prize}>
      {t(`awards.place.${decision.place}`)}
      {open ? (
        <ReplyForm formId={`undo-${decision.decisionId}`} intent="undo" preventScrollReset>
          <input type="hidden" name="id" value={decision.decisionId} />
          <SubmitButton look="link" label={`${t("awards.manage.undo")}: ${title}`}>
            {t("awards.manage.undo")}
          </SubmitButton>
        </ReplyForm>
      ) : null}
    </div>
  );
}
