import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { canLeave } from "./policy";
import { endMembership } from "./team";
import { demand, ideaToActOn } from "./visible";
import { writeAudience } from "./write-audience";

/** Leaves the team of an idea. Its last owner stays ("last_owner"): they make another owner first, or archive it. */
export async function leaveTeam(ctx: Ctx, ideaId: string): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const { facts } = await ideaToActOn(tx, person, ideaId);
    demand(person, canLeave(person, facts));
    await endMembership(tx, ctx, ideaId, person.personId);
    await writeAudience(tx, ideaId);
    await writeAudit(tx, ctx, { action: "team.left", subjectKind: "idea", subjectId: ideaId, fields: ["members"] });
  });
}
