import { and, eq } from "drizzle-orm";
import { sheets } from "#db/schema/awards";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { scoredCriteria, sheetToWrite } from "./own-sheet";
import { missingInSheet, totalOf } from "./rubric";

/**
 * Submits a sheet as it stands: from now on it counts, and until judging ends it can still be changed. Refuses with "not_found",
 * "judging_closed", "already_done" (recused), "stale", or "sheet_incomplete" with the `fields` ("level.CODE", "comment.CODE").
 */
export async function submitSheet(ctx: Ctx, input: { readonly assignmentId: string; readonly revision: number }): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const own = await sheetToWrite(tx, ctx, input.assignmentId);
    const { assignment, sheet } = own;
    const scored = await scoredCriteria(tx, own);
    const missing = missingInSheet(scored);
    if (!sheet || missing.length > 0) throw new DomainError("sheet_incomplete", { fields: missing.join(" ") });
    if (sheet.state === "submitted" && sheet.revision === input.revision) return;
    const [done] = await tx
      .update(sheets)
      .set({ state: "submitted", submittedAt: ctx.now, total: totalOf(scored) })
      .where(and(eq(sheets.id, sheet.id), eq(sheets.revision, input.revision)))
      .returning({ id: sheets.id });
    if (!done) throw new DomainError("stale", { revision: sheet.revision });
    await writeAudit(tx, ctx, { action: "sheet.submitted", subjectKind: "assignment", subjectId: assignment.id });
  });
}
