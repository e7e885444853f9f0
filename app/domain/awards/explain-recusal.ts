import { and, eq, isNull } from "drizzle-orm";
import { conflicts } from "#db/schema/awards";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { clean } from "../kernel/text";
import { CONFLICT_WORDS_MAX } from "./conflict";
import { recusedByJuror } from "./own-sheet";

/** The juror says afterwards why they stepped aside; the organiser alone reads it. Refuses with "not_found", "judging_closed", "already_done" or "invalid". */
export async function explainRecusal(ctx: Ctx, input: { readonly assignmentId: string; readonly words: string }): Promise<void> {
  const words = clean(input.words);
  if (words.length > CONFLICT_WORDS_MAX) throw new DomainError("invalid", { field: "words", max: CONFLICT_WORDS_MAX });
  await ctx.store.tx(async (tx) => {
    const { assignment } = await recusedByJuror(tx, ctx, input.assignmentId);
    const { entryId, jurorId } = assignment;
    await tx
      .update(conflicts)
      .set({ words })
      .where(
        and(eq(conflicts.entryId, entryId), eq(conflicts.jurorId, jurorId), eq(conflicts.source, "juror"), isNull(conflicts.withdrawnAt)),
      );
    await writeAudit(tx, ctx, { action: "conflict.explained", subjectKind: "assignment", subjectId: assignment.id, fields: ["words"] });
  });
}
