import { and, asc, eq, isNull } from "drizzle-orm";
import { follows, ideaMembers } from "#db/schema/ideas";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { days } from "../kernel/time";
import type { MemberRole } from "./idea";

export const INVITATION_STATES = ["open", "accepted", "declined", "withdrawn", "expired"] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** How long somebody has to answer an invitation, and how long before the end they are reminded (milliseconds). */
export const INVITATION_OPEN = days(14);
export const INVITATION_REMINDED = days(3);

export interface Member {
  readonly personId: string;
  readonly role: MemberRole;
}

/** Everybody in the team now, longest-standing first. */
export async function currentTeam(tx: Tx, ideaId: string): Promise<Member[]> {
  return tx
    .select({ personId: ideaMembers.personId, role: ideaMembers.role })
    .from(ideaMembers)
    .where(and(eq(ideaMembers.ideaId, ideaId), isNull(ideaMembers.until)))
    .orderBy(asc(ideaMembers.from), asc(ideaMembers.id));
}

/** Adds a member; nobody is in a team twice. */
export async function joinTeam(tx: Tx, ctx: Ctx, ideaId: string, personId: string): Promise<void> {
  const team = await currentTeam(tx, ideaId);
  if (team.some((member) => member.personId === personId)) return;
  await tx.insert(ideaMembers).values({ id: ctx.newId(), ideaId, personId, role: "member", from: ctx.now });
  await tx.insert(follows).values({ ideaId, personId, at: ctx.now }).onConflictDoNothing();
}

/** Ends a membership; the row stays. Refuses with "not_found" (no member) or "last_owner" (the idea would have none). */
export async function endMembership(tx: Tx, ctx: Ctx, ideaId: string, personId: string): Promise<void> {
  const team = await currentTeam(tx, ideaId);
  const leaving = team.find((member) => member.personId === personId);
  if (!leaving) throw new DomainError("not_found");
  const owners = team.filter((member) => member.role === "owner");
  if (leaving.role === "owner" && owners.length === 1) throw new DomainError("last_owner");
  await tx
    .update(ideaMembers)
    .set({ until: ctx.now })
    .where(and(eq(ideaMembers.ideaId, ideaId), eq(ideaMembers.personId, personId), isNull(ideaMembers.until)));
}
