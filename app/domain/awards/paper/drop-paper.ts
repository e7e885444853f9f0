import { and, eq } from "drizzle-orm";
import { juryPaperReadings, juryPapers } from "#db/schema/awards-room";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { paperToWrite } from "./rows";

/** Throws away what was typed of a paper that does not count yet, as when it was the sheet of somebody else; the paper itself is still there. Refuses as `readPaper`. */
export async function dropPaper(ctx: Ctx, input: { readonly assignmentId: string; readonly revision: number }): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const { paper, assignment } = await paperToWrite(tx, ctx, input.assignmentId, input.revision);
    if (!paper) throw new DomainError("already_done");
    await tx.delete(juryPaperReadings).where(eq(juryPaperReadings.assignmentId, assignment.id));
    const [gone] = await tx
      .delete(juryPapers)
      .where(and(eq(juryPapers.assignmentId, assignment.id), eq(juryPapers.revision, input.revision)))
      .returning({ id: juryPapers.assignmentId });
    if (!gone) throw new DomainError("stale");
    await writeAudit(tx, ctx, { action: "paper.dropped", subjectKind: "assignment", subjectId: assignment.id });
  });
}
