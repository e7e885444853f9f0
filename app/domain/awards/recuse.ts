import { eq } from "drizzle-orm";
import { assignments } from "#db/schema/awards";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { clean } from "../kernel/text";
import { CONFLICT_WORDS_MAX } from "./conflict";
import { writeConflict } from "./declare-conflict";
import { sheetToWrite } from "./own-sheet";

/**
 * The juror steps back from an entry: a declared conflict is kept, and a sheet that was begun stays but no longer counts.
 * Refuses with "not_found", "judging_closed", "already_done", "invalid" (words too long).
 */
export async function recuse(ctx: Ctx, input: { readonly assignmentId: string; readonly words?: string }): Promise<void> {
  const words = clean(input.words ?? "");
  if (words.length > CONFLICT_WORDS_MAX) throw new DomainError("invalid", { field: "words", max: CONFLICT_WORDS_MAX });
  await ctx.store.tx(async (tx) => {
    const { assignment, edition } = await sheetToWrite(tx, ctx, input.assignmentId);
    const { entryId, jurorId } = assignment;
    await writeConflict(tx, ctx, { editionId: edition.id, entryId, jurorId, source: "juror", hard: true, words });
    await tx.update(assignments).set({ state: "recused" }).where(eq(assignments.id, assignment.id));
    await writeAudit(tx, ctx, { action: "assignment.recused", subjectKind: "assignment", subjectId: assignment.id, fields: ["state"] });
  });
}
