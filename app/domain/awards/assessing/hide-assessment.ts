import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { assessments } from "#db/schema/awards-rubric";
import { isId } from "../../ideas/visible";
import { hasRole } from "../../kernel/actor";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import { clean } from "../../kernel/text";
import { accessOrNothing } from "./access";
import { reportedOf } from "./reported";

/**
 * Hides an assessment that was reported from team and coaches, or shows it again. Organisers of the campus of the idea who are not in its
 * team. Refuses with "sign_in_needed", "not_found", "forbidden" or "already_done".
 */
export async function hideAssessment(ctx: Ctx, id: string, input: { readonly reason: string } | "show"): Promise<void> {
  const person = requirePerson(ctx);
  const show = input === "show";
  if (!isId(id)) throw new DomainError("not_found");
  await ctx.store.tx(async (tx) => {
    const [row] = await tx.select().from(assessments).where(eq(assessments.id, id));
    const { ideaId } = found(row);
    const { facts, membership } = await accessOrNothing({ db: tx, actor: ctx.actor }, ideaId);
    if (membership !== null || !hasRole(person, "organiser", facts.campusId)) throw new DomainError("forbidden");
    if (!(await reportedOf(tx, [id])).has(id)) throw new DomainError("not_found");
    const [done] = await tx
      .update(assessments)
      .set(show ? { hiddenAt: null, hiddenBy: null } : { hiddenAt: ctx.now, hiddenBy: person.personId })
      .where(and(eq(assessments.id, id), show ? isNotNull(assessments.hiddenAt) : isNull(assessments.hiddenAt)))
      .returning({ id: assessments.id });
    if (!done) throw new DomainError("already_done");
    const action = show ? "assessment.shown" : "assessment.hidden";
    const detail = show ? {} : { detail: clean(input.reason) };
    await writeAudit(tx, ctx, { action, subjectKind: "assessment", subjectId: id, fields: ["hidden_at"], ...detail });
  });
}
