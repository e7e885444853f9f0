import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { canInvite } from "./policy";
import { endMembership } from "./team";
import { demand, ideaToActOn } from "./visible";
import { writeAudience } from "./write-audience";

/** Ends somebody's place in the team. Refuses with "not_found" (not in the team) or "last_owner". */
export async function removeMember(ctx: Ctx, ideaId: string, personId: string): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const { facts } = await ideaToActOn(tx, person, ideaId);
    demand(person, canInvite(person, facts));
    await endMembership(tx, ctx, ideaId, personId);
    await writeAudience(tx, ideaId);
    await writeAudit(tx, ctx, { action: "team.removed", subjectKind: "idea", subjectId: ideaId, fields: ["members"], detail: personId });
  });
}
