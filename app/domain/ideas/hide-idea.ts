import { and, eq, isNull } from "drizzle-orm";
import { ideas } from "#db/schema/ideas";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { clean } from "../kernel/text";
import { canHide } from "./policy";
import { demand, ideaToActOn } from "./visible";
import { writeAudience } from "./write-audience";

/** Hides an idea from everybody but its team, with a reason in the trail. For coaches and organisers of its campus. */
export async function hideIdea(ctx: Ctx, ideaId: string, input: { reason: string }): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const { facts } = await ideaToActOn(tx, person, ideaId);
    demand(person, canHide(person, facts));
    const [row] = await tx
      .update(ideas)
      .set({ hiddenAt: ctx.now, hiddenBy: person.personId })
      .where(and(eq(ideas.id, ideaId), isNull(ideas.hiddenAt)))
      .returning({ id: ideas.id });
    if (!row) throw new DomainError("already_done");
    await writeAudience(tx, ideaId);
    await writeAudit(tx, ctx, {
      action: "idea.hidden",
      subjectKind: "idea",
      subjectId: ideaId,
      fields: ["hidden_at"],
      detail: clean(input.reason),
    });
  });
}
