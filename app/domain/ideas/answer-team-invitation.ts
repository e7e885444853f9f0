import { and, eq, gt } from "drizzle-orm";
import { ideas, teamInvitations } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { notify } from "../notifications/notify";
import { joinTeam } from "./team";
import { isId } from "./visible";
import { writeAudience } from "./write-audience";

/**
 * Answers an invitation sent to the actor's own, verified address. Accepting makes them a member, and a private idea becomes
 * one of its team. Refuses with "not_found" (not theirs), "forbidden" (address not verified), "already_done" (answered,
 * withdrawn, past its due date, or the idea is no longer active).
 */
export async function answerTeamInvitation(ctx: Ctx, invitationId: string, answer: "accept" | "decline"): Promise<{ ideaId: string }> {
  const { personId } = requirePerson(ctx);
  if (!isId(invitationId)) throw new DomainError("not_found");
  return ctx.store.tx(async (tx) => {
    const { ideaId, invitedBy } = await invitedIdea(tx, personId, invitationId);
    const [answered] = await tx
      .update(teamInvitations)
      .set({ state: answer === "accept" ? "accepted" : "declined", answeredAt: ctx.now })
      .where(and(eq(teamInvitations.id, invitationId), eq(teamInvitations.state, "open"), gt(teamInvitations.dueAt, ctx.now)))
      .returning({ id: teamInvitations.id });
    if (!answered) throw new DomainError("already_done");
    if (answer === "accept") await join(tx, ctx, ideaId, personId);
    const action = answer === "accept" ? "team.joined" : "team.invitation_declined";
    await writeAudit(tx, ctx, { action, subjectKind: "idea", subjectId: ideaId, fields: ["team_invitation"] });
    const subject = { subjectKind: "idea", subjectId: ideaId } as const;
    await notify(tx, ctx, { personId: invitedBy, kind: "invitation_answered", ...subject, dedupeKey: invitationId });
    return { ideaId };
  });
}

async function invitedIdea(tx: Tx, personId: string, invitationId: string): Promise<{ ideaId: string; invitedBy: string }> {
  const [row] = await tx
    .select({ ideaId: teamInvitations.ideaId, invitedBy: teamInvitations.invitedBy, verifiedAt: people.verifiedAt })
    .from(teamInvitations)
    .innerJoin(people, eq(people.emailKey, teamInvitations.emailKey))
    .where(and(eq(teamInvitations.id, invitationId), eq(people.id, personId)));
  if (!row) throw new DomainError("not_found");
  if (row.verifiedAt === null) throw new DomainError("forbidden");
  return row;
}

async function join(tx: Tx, ctx: Ctx, ideaId: string, personId: string): Promise<void> {
  const [idea] = await tx.select({ status: ideas.status, visibility: ideas.visibility }).from(ideas).where(eq(ideas.id, ideaId));
  if (idea?.status !== "active") throw new DomainError("already_done");
  if (idea.visibility === "private") {
    await tx.update(ideas).set({ visibility: "team" }).where(eq(ideas.id, ideaId));
    await writeAudit(tx, ctx, { action: "idea.visibility_changed", subjectKind: "idea", subjectId: ideaId, fields: ["visibility"] });
  }
  await joinTeam(tx, ctx, ideaId, personId);
  await writeAudience(tx, ideaId);
}
