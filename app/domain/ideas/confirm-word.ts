import { and, eq, isNull } from "drizzle-orm";
import { needs } from "#db/schema/ideas";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { canEdit } from "./policy";
import { demand, demandActive, ideaToActOn, isId } from "./visible";
import { touchIdeaPages } from "./write-audience";

/**
 * Says yes to a need that was proposed from the text: from now on it counts as typed. Refuses with "not_found" (no need of an
 * idea the actor sees), "forbidden" (not in the team) or "already_done" (it is not a proposal any more).
 */
export async function confirmWord(ctx: Ctx, needId: string): Promise<void> {
  const person = requirePerson(ctx);
  if (!isId(needId)) throw new DomainError("not_found");
  await ctx.store.tx(async (tx) => {
    const [need] = await tx
      .select({ ideaId: needs.ownerId })
      .from(needs)
      .where(and(eq(needs.id, needId), eq(needs.ownerKind, "idea"), isNull(needs.removedAt)));
    const { idea, facts } = await ideaToActOn(tx, person, found(need).ideaId);
    demandActive(idea);
    demand(person, canEdit(person, facts));
    const [confirmed] = await tx
      .update(needs)
      .set({ origin: "typed" })
      .where(and(eq(needs.id, needId), eq(needs.origin, "text")))
      .returning({ id: needs.id });
    if (!confirmed) throw new DomainError("already_done");
    await touchIdeaPages(tx, idea.id, idea.visibility === "public");
    await writeAudit(tx, ctx, { action: "need.confirmed", subjectKind: "idea", subjectId: idea.id, fields: ["origin"] });
  });
}
