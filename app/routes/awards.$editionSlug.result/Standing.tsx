import type { Place } from "~/domain/awards/edition";
import type { Placing, ResultRow } from "~/domain/awards/result/by-category";
import { useNumbers } from "~/ui/awards/numbers";
import { ScoreStrip } from "~/ui/awards/ScoreStrip";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Disclosure } from "~/ui/kit/Disclosure";
import css from "./Result.module.css";
import { Why } from "./Why";

/** One entry: its place, its numbers side by side, why it stands there, and its prize. */
export function Standing({ row, parts, open, seen }: { row: ResultRow; parts: number; open: boolean; seen: readonly Place[] }) {
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
            <Why title={row.title} placing={sure} />
          </Disclosure>
        </div>
      ) : null}
      <Prize row={row} open={open} seen={seen} />
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

function Sure({ placing: { rankLow, rankHigh, pWin, pTop, orderRank } }: { placing: Placing }) {
  const t = useT();
  const { percent } = useNumbers();
  return (
    <>
      <Fact
        name={t("result.places")}
        value={rankLow === rankHigh ? String(rankLow) : t("result.places_range", { low: rankLow, high: rankHigh })}
      />
      <Fact name={t("result.win")} value={percent(pWin)} />
      <Fact name={t("result.top")} value={percent(pTop)} />
      <Fact name={t("result.orders")} value={String(orderRank)} />
    </>
  );
}

function Prize({ row: { decision, title }, open, seen }: { row: ResultRow; open: boolean; seen: readonly Place[] }) {
  const t = useT();
  if (!decision) return null;
  const shown = seen.includes(decision.place);
  return (
    <div className={css.prize}>
      {t(`awards.place.${decision.place}`)}
      {shown ? <span className={css.muted}>{t("awards.manage.revealed")}</span> : null}
      {open && !shown ? (
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
