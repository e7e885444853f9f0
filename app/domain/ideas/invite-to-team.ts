import { and, eq, isNull } from "drizzle-orm";
import { ideaMembers, teamInvitations } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import { emailKey, mailAddress } from "../identity/person";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { after } from "../kernel/time";
import { enqueueMail } from "../notifications/enqueue-mail";
import { notify } from "../notifications/notify";
import { TEAM_INVITATIONS_OPEN_MAX } from "./idea";
import { canInvite } from "./policy";
import { INVITATION_OPEN } from "./team";
import { demand, demandActive, ideaToActOn } from "./visible";

/**
 * Invites an address to the team; the answer is due in 14 days. Whether somebody has that address is told to nobody.
 * Refuses with "invalid" (no address), "already_done" (in the team, or invited), "too_many" (20 are open).
 */
export async function inviteToTeam(ctx: Ctx, ideaId: string, input: { email: string }): Promise<{ invitationId: string }> {
  const person = requirePerson(ctx);
  const email = mailAddress(input.email);
  if (email === null) throw new DomainError("invalid", { field: "email" });
  const key = emailKey(email);
  const invitationId = ctx.newId();
  await ctx.store.tx(async (tx) => {
    const { idea, facts } = await ideaToActOn(tx, person, ideaId);
    demandActive(idea);
    demand(person, canInvite(person, facts));
    await refuseTwice(tx, ideaId, key);
    await tx.insert(teamInvitations).values({
      id: invitationId,
      ideaId,
      email,
      emailKey: key,
      invitedBy: person.personId,
      state: "open",
      createdAt: ctx.now,
      dueAt: after(ctx.now, INVITATION_OPEN),
    });
    await mailInvitation(tx, ctx, { id: invitationId, ideaId, email, emailKey: key }, "new");
    await writeAudit(tx, ctx, {
      action: "team.invited",
      subjectKind: "idea",
      subjectId: ideaId,
      fields: ["team_invitation"],
      detail: email,
    });
  });
  return { invitationId };
}

async function refuseTwice(tx: Tx, ideaId: string, key: string): Promise<void> {
  const [member] = await tx
    .select({ id: ideaMembers.id })
    .from(ideaMembers)
    .innerJoin(people, eq(people.id, ideaMembers.personId))
    .where(and(eq(ideaMembers.ideaId, ideaId), isNull(ideaMembers.until), eq(people.emailKey, key)));
  if (member) throw new DomainError("already_done");
  const open = await tx
    .select({ emailKey: teamInvitations.emailKey })
    .from(teamInvitations)
    .where(and(eq(teamInvitations.ideaId, ideaId), eq(teamInvitations.state, "open")));
  if (open.some((invitation) => invitation.emailKey === key)) throw new DomainError("already_done");
  if (open.length >= TEAM_INVITATIONS_OPEN_MAX) throw new DomainError("too_many", { max: TEAM_INVITATIONS_OPEN_MAX });
}

/** Writes the mail of an invitation: to the person when the address is somebody's (in their language), else to the address. */
export async function mailInvitation(
  tx: Tx,
  ctx: Ctx,
  invitation: { id: string; ideaId: string; email: string; emailKey: string },
  occasion: "new" | "reminder",
): Promise<void> {
  const [known] = await tx.select({ id: people.id }).from(people).where(eq(people.emailKey, invitation.emailKey));
  const to = known ? { personId: known.id } : { address: invitation.email, locale: ctx.actor.locale };
  await enqueueMail(tx, ctx, {
    template: "team_invitation",
    ...to,
    payload: { invitationId: invitation.id, ideaId: invitation.ideaId, occasion },
    dedupeKey: `team_invitation:${invitation.id}:${occasion}`,
  });
  if (!known) return;
  const subject = { subjectKind: "team_invitation", subjectId: invitation.id } as const;
  await notify(tx, ctx, { personId: known.id, kind: "team_invitation", ...subject, dedupeKey: invitation.id });
}
