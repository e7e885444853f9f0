import { and, eq } from "drizzle-orm";
import { teamInvitations } from "#db/schema/ideas";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { canInvite } from "./policy";
import { demand, ideaToActOn, isId } from "./visible";

/** Takes back an open invitation. Refuses with "not_found" (of another idea) or "already_done" (answered meanwhile). */
export async function withdrawTeamInvitation(ctx: Ctx, ideaId: string, invitationId: string): Promise<void> {
  const person = requirePerson(ctx);
  if (!isId(invitationId)) throw new DomainError("not_found");
  await ctx.store.tx(async (tx) => {
    const { facts } = await ideaToActOn(tx, person, ideaId);
    demand(person, canInvite(person, facts));
    const ofIdea = and(eq(teamInvitations.id, invitationId), eq(teamInvitations.ideaId, ideaId));
    const [known] = await tx.select({ id: teamInvitations.id }).from(teamInvitations).where(ofIdea);
    if (!known) throw new DomainError("not_found");
    const [row] = await tx
      .update(teamInvitations)
      .set({ state: "withdrawn", answeredAt: ctx.now })
      .where(and(ofIdea, eq(teamInvitations.state, "open")))
      .returning({ id: teamInvitations.id });
    if (!row) throw new DomainError("already_done");
    await writeAudit(tx, ctx, { action: "team.invitation_withdrawn", subjectKind: "idea", subjectId: ideaId, fields: ["team_invitation"] });
  });
}
