import { and, eq, isNull } from "drizzle-orm";
import { ideaMembers } from "#db/schema/ideas";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { canInvite } from "./policy";
import { demand, demandActive, ideaToActOn, isId } from "./visible";
import { writeAudience } from "./write-audience";

/** Makes a member an owner besides those there are. Refuses with "not_found" when they are not in the team. */
export async function makeOwner(ctx: Ctx, ideaId: string, personId: string): Promise<void> {
  const person = requirePerson(ctx);
  if (!isId(personId)) throw new DomainError("not_found");
  await ctx.store.tx(async (tx) => {
    const { idea, facts } = await ideaToActOn(tx, person, ideaId);
    demandActive(idea);
    demand(person, canInvite(person, facts));
    const [row] = await tx
      .update(ideaMembers)
      .set({ role: "owner" })
      .where(and(eq(ideaMembers.ideaId, ideaId), eq(ideaMembers.personId, personId), isNull(ideaMembers.until)))
      .returning({ id: ideaMembers.id });
    if (!row) throw new DomainError("not_found");
    await writeAudience(tx, ideaId);
    await writeAudit(tx, ctx, { action: "team.owner_made", subjectKind: "idea", subjectId: ideaId, fields: ["members"], detail: personId });
  });
}
