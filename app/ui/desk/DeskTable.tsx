import type { DeskKind, DeskRow } from "~/domain/notifications/desk";
import { useT } from "../i18n";
import { Figure, Figures } from "../kit/Figures";
import { Link } from "../kit/Link";
import { Table } from "../kit/Table";
import { Time } from "../when";
import css from "./DeskTable.module.css";

/** Kinds of which the answer is a team's, without a name. */
const OF_A_TEAM: readonly DeskKind[] = ["team_invitation", "interest", "graft"];

function useWhat(): (item: DeskRow) => string {
  const t = useT();
  return ({ kind, title, count, role, phase }) => {
    if (kind === "talk_to_close" && title === "") return t("desk.kind.talk_to_close_plain");
    return t(`desk.kind.${kind}`, {
      title,
      count,
      role: role === null ? "" : t(`identity.role.${role}`),
      phase: phase === null ? "" : t(`desk.phase.${phase}`),
    });
  };
}

/** How much waits, by kind. */
export function DeskCounts({ items }: { items: readonly DeskRow[] }) {
  const t = useT();
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  const late = items.filter((item) => item.late).length;
  return (
    <Figures label={t("desk.counts")}>
      {late > 0 ? <Figure alarm>{t("desk.late", { count: late })}</Figure> : null}
      {kinds.map((kind) => (
        <Figure key={kind}>{t(`desk.count.${kind}`, { count: items.filter((item) => item.kind === kind).length })}</Figure>
      ))}
    </Figures>
  );
}

/** Everything pending in one table, first due first. */
export function DeskTable({ items, campuses }: { items: readonly DeskRow[]; campuses: number }) {
  const t = useT();
  const what = useWhat();
  const several = campuses > 1;
  const columns = several ? (["what", "owner", "campus", "due"] as const) : (["what", "owner", "due"] as const);
  return (
    <Table caption={t("desk.table")} columns={columns.map((column) => t(`desk.col.${column}`))} className={css.table}>
      {items.map((item) => (
        <tr key={`${item.kind}-${item.id}`} role="row" data-late={item.late || undefined}>
          <th role="rowheader" scope="row">
            <Link to={item.path}>{what(item)}</Link>
            <span className={css.since}>
              {t("desk.since")} <Time at={item.since} zone={item.campus.zone} dateOnly />
            </span>
          </th>
          <td role="cell" data-label={t("desk.col.owner")}>
            {item.owner ?? (OF_A_TEAM.includes(item.kind) ? t("desk.owner.team") : t("desk.owner.organisers"))}
          </td>
          {several ? (
            <td role="cell" data-label={t("desk.col.campus")}>
              {item.campus.name}
            </td>
          ) : null}
          <td role="cell" className={css.due} data-label={t("desk.col.due")}>
            <Time at={item.dueAt} zone={item.campus.zone} />
            {item.late ? <span className={css.late}>{t("desk.overdue")}</span> : null}
          </td>
        </tr>
      ))}
    </Table>
  );
}
