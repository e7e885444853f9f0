import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { assessments } from "#db/schema/awards-rubric";
import { isId } from "../../ideas/visible";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import { accessOrNothing } from "./access";

/**
 * Takes an assessment of one's own away, or puts it back. That a coach assessed the idea stays known to the awards. Refuses with
 * "sign_in_needed", "not_found", "forbidden" (another made it) or "already_done".
 */
export async function takeBackAssessment(ctx: Ctx, input: { readonly assessmentId: string; readonly back?: boolean }): Promise<void> {
  const { personId } = requirePerson(ctx);
  const { assessmentId: id, back = false } = input;
  if (!isId(id)) throw new DomainError("not_found");
  await ctx.store.tx(async (tx) => {
    const [row] = await tx.select().from(assessments).where(eq(assessments.id, id));
    const { ideaId, personId: by } = found(row);
    await accessOrNothing({ db: tx, actor: ctx.actor }, ideaId);
    if (by !== personId) throw new DomainError("forbidden");
    const [done] = await tx
      .update(assessments)
      .set({ removedAt: back ? null : ctx.now })
      .where(and(eq(assessments.id, id), back ? isNotNull(assessments.removedAt) : isNull(assessments.removedAt)))
      .returning({ id: assessments.id });
    if (!done) throw new DomainError("already_done");
    const action = back ? "assessment.restored" : "assessment.removed";
    await writeAudit(tx, ctx, { action, subjectKind: "assessment", subjectId: id, fields: ["removed_at"] });
  });
}
