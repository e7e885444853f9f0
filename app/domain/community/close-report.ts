import { and, eq, isNull } from "drizzle-orm";
import { reports } from "#db/schema/across";
import { hasRole } from "../kernel/actor";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { ReportOutcome } from "./report";

/**
 * Ends a report with what was decided; the thing itself is hidden by its own context. Organisers of the campus only: for
 * others there is no such report ("not_found"). Refuses with "already_done".
 */
export async function closeReport(ctx: Ctx, reportId: string, input: { outcome: ReportOutcome }): Promise<void> {
  const person = requirePerson(ctx);
  if (!/^[\w-]{1,64}$/.test(reportId)) throw new DomainError("not_found");
  await ctx.store.tx(async (tx) => {
    const [report] = await tx.select({ campusId: reports.campusId }).from(reports).where(eq(reports.id, reportId));
    if (!report || !hasRole(person, "organiser", report.campusId)) throw new DomainError("not_found");
    const [row] = await tx
      .update(reports)
      .set({ closedAt: ctx.now, closedBy: person.personId, outcome: input.outcome })
      .where(and(eq(reports.id, reportId), isNull(reports.closedAt)))
      .returning({ id: reports.id });
    if (!row) throw new DomainError("already_done");
    await writeAudit(tx, ctx, { action: "report.closed", subjectKind: "report", subjectId: reportId, fields: ["outcome"] });
  });
}
