import { and, asc, count, eq, gt, isNull, lte, or } from "drizzle-orm";
import { reports } from "#db/schema/across";
import { campuses } from "#db/schema/campus";
import type { ReportReason, ReportSubject } from "../community/report";
import type { Ctx } from "../kernel/context";
import { requireAdmin } from "./guard";

export const REPORTS_PAGE = 50;

/** The last report of the page before. */
export interface ReportsAfter {
  readonly at: Date;
  readonly id: string;
}

/** One page of the reports that wait on all campuses, first due first, and how many there are; what they are about is shown on the page of the campus. */
export async function allOpenReports(ctx: Pick<Ctx, "store" | "actor" | "now">, after?: ReportsAfter) {
  requireAdmin(ctx);
  const { db } = ctx.store;
  const isOpen = isNull(reports.closedAt);
  const later = after ? or(gt(reports.dueAt, after.at), and(eq(reports.dueAt, after.at), gt(reports.id, after.id))) : undefined;
  const rows = await db
    .select({
      id: reports.id,
      kind: reports.subjectKind,
      reason: reports.reason,
      createdAt: reports.createdAt,
      dueAt: reports.dueAt,
      campus: campuses.name,
      slug: campuses.slug,
      zone: campuses.zone,
    })
    .from(reports)
    .innerJoin(campuses, eq(campuses.id, reports.campusId))
    .where(and(isOpen, later))
    .orderBy(asc(reports.dueAt), asc(reports.id))
    .limit(REPORTS_PAGE + 1);
  const [open] = await db.select({ n: count() }).from(reports).where(isOpen);
  const [late] = await db
    .select({ n: count() })
    .from(reports)
    .where(and(isOpen, lte(reports.dueAt, ctx.now)));
  return {
    more: rows.length > REPORTS_PAGE,
    open: Number(open?.n ?? 0),
    late: Number(late?.n ?? 0),
    rows: rows
      .slice(0, REPORTS_PAGE)
      .map((row) => ({ ...row, kind: row.kind as ReportSubject, reason: row.reason as ReportReason, isLate: row.dueAt <= ctx.now })),
  };
}
