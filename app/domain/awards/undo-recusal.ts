import { and, eq, isNull } from "drizzle-orm";
import { assignments, conflicts } from "#db/schema/awards";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { conflictsOf } from "./conflicts-of";
import { recusedByJuror } from "./own-sheet";

/**
 * The juror takes back that they stepped aside, while judging goes on: the entry is theirs again, with what they had written. Refuses with
 * "not_found", "judging_closed", "already_done" (they did not step aside), or "conflict" when something else keeps them apart.
 */
export async function undoRecusal(ctx: Ctx, input: { readonly assignmentId: string }): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const { assignment, edition } = await recusedByJuror(tx, ctx, input.assignmentId);
    const { entryId, jurorId } = assignment;
    const own = and(
      eq(conflicts.entryId, entryId),
      eq(conflicts.jurorId, jurorId),
      eq(conflicts.source, "juror"),
      isNull(conflicts.withdrawnAt),
    );
    const taken = await tx.update(conflicts).set({ withdrawnAt: ctx.now }).where(own).returning({ id: conflicts.id });
    if (taken.length === 0) throw new DomainError("already_done");
    const left = (await conflictsOf(tx, edition.id)).some((one) => one.hard && one.entryId === entryId && one.jurorId === jurorId);
    if (left) throw new DomainError("conflict");
    await tx.update(assignments).set({ state: "open" }).where(eq(assignments.id, assignment.id));
    await writeAudit(tx, ctx, { action: "assignment.unrecused", subjectKind: "assignment", subjectId: assignment.id, fields: ["state"] });
  });
}
