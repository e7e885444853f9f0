import css from "~/ui/admin/Filters.module.css";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Table } from "~/ui/kit/Table";
import { Time } from "~/ui/when";

interface TrailRow {
  readonly id: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly done: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly fields: readonly string[];
  readonly via: string;
  readonly detail: string | null;
  readonly detailGone: boolean;
  readonly sealNo: number | null;
}

/** One page of the trail. What was done stands in the words of the trail itself: they never change. */
export function Trail({ rows }: { rows: readonly TrailRow[] }) {
  const t = useT();
  const columns = ["done", "who", "subject", "seal"] as const;
  return (
    <Table caption={t("admin.area.audit")} columns={columns.map((column) => t(`admin.audit.col.${column}`))} wide>
      {rows.map((row) => (
        <tr key={row.id} role="row">
          <th role="rowheader" scope="row">
            <code>{row.done}</code>
            <p className={css.facts}>
              <Time at={row.at} /> · {row.via}
            </p>
          </th>
          <td role="cell" data-label={t("admin.audit.col.who")}>
            {row.actorId === null ? "–" : <Link to={`/admin/people/${row.actorId}`}>{row.actorName ?? row.actorId}</Link>}
          </td>
          <td role="cell" data-label={t("admin.audit.col.subject")}>
            <Link to={`/admin/audit?subject=${encodeURIComponent(row.subjectId)}`}>
              {row.subjectKind} {row.subjectId.slice(-12)}
            </Link>
            {row.fields.length > 0 ? <p className={css.facts}>{row.fields.join(", ")}</p> : null}
            {row.detail === null ? null : <p className={css.facts}>{t("admin.audit.detail", { detail: row.detail })}</p>}
            {row.detailGone ? <p className={css.facts}>{t("admin.audit.detail_gone")}</p> : null}
          </td>
          <td role="cell" data-label={t("admin.audit.col.seal")}>
            {row.sealNo === null ? t("admin.audit.unsealed") : t("admin.audit.sealed", { no: row.sealNo })}
          </td>
        </tr>
      ))}
    </Table>
  );
}
