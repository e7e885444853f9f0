import { SCORE_PARTS, strengthOf } from "~/domain/coaching/allotment/allotment";
import { useLocale, useT } from "~/ui/i18n";
import { Table } from "~/ui/kit/Table";
import matched from "~/ui/matching/Matches.module.css";
import { Adjust } from "./Adjust";
import { IdeaLine, Open } from "./IdeaLine";
import type { AllotmentPage } from "./load.server";
import css from "./Allotment.module.css";

type Draft = NonNullable<AllotmentPage["draft"]>;
type Pair = NonNullable<Draft["result"]>["pairs"][number];
const COLUMNS = ["idea", "coach", "why", "adjust"] as const;
type Reason = Extract<Pair["reasons"][number], { type: "meeting" }>;

function Words({ dim, tone }: { dim: Reason["need"]; tone: "need" | "offer" }) {
  const t = useT();
  const locale = useLocale();
  return (
    <strong className={matched[tone]} lang={dim.text !== "" && dim.lang !== locale ? dim.lang : undefined}>
      {dim.text === "" ? t(`kind.${dim.kind}`).toLowerCase() : dim.text}
    </strong>
  );
}

function Why({ pair }: { pair: Pair }) {
  const t = useT();
  const meetings = pair.reasons.flatMap((reason) => (reason.type === "meeting" ? [reason] : []));
  const parts = SCORE_PARTS.filter((part) => pair.parts[part] > 0);
  return (
    <>
      <p>
        <strong>{t(`coaching.allot.strength.${strengthOf(pair.score)}`)}</strong> · {t("coaching.allot.score", { score: pair.score })}
      </p>
      {meetings.length > 0 ? (
        <ul className={matched.reasons}>
          {meetings.map((reason, at) => (
            <li key={at}>
              {t("coaching.allot.needs")} <Words dim={reason.need} tone="need" /> <span aria-hidden="true">↔</span>{" "}
              {t("coaching.allot.offers")} <Words dim={reason.offer} tone="offer" />
            </li>
          ))}
        </ul>
      ) : null}
      <p className={css.facts}>
        {parts.map((part) => t(`coaching.allot.part.${part}`, { points: pair.parts[part] })).join(", ")}
        {parts.length > 0 ? ". " : ""}
        {pair.reason === "shared" ? t("coaching.allot.reason.shared", { count: pair.better }) : t(`coaching.allot.reason.${pair.reason}`)}.
      </p>
      {pair.changed ? <p className={css.changed}>{t(`coaching.allot.change.${pair.changed}`)}</p> : null}
    </>
  );
}

/** Which idea goes to which coach and why. */
export function Pairs({
  draft,
  pairs,
  opened,
  page,
}: {
  draft: Draft;
  pairs: readonly Pair[];
  opened: AllotmentPage["opened"];
  page: string;
}) {
  const t = useT();
  return (
    <Table
      wide
      caption={t("coaching.allot.table")}
      columns={COLUMNS.map((column) => t(`coaching.allot.col.${column}`))}
      className={css.table}
    >
      {pairs.map((pair) => {
        const { ideaId } = pair.idea;
        const mine = opened?.ideaId === ideaId ? opened : null;
        return (
          <tr key={ideaId} role="row" id={`idea-${ideaId}`} data-changed={pair.changed ? true : undefined}>
            <th role="rowheader" scope="row">
              <IdeaLine idea={pair.idea} />
            </th>
            <td role="cell" data-label={t("coaching.allot.col.coach")} className={css.coach}>
              {pair.coach.name}
            </td>
            <td role="cell">
              <Why pair={pair} />
            </td>
            <td role="cell" className={css.act}>
              {mine ? <Adjust draft={draft} choices={mine} page={page} /> : <Open idea={pair.idea} page={page} />}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}
