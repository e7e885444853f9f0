import { and, eq, gt, lte } from "drizzle-orm";
import { ideas, teamInvitations } from "#db/schema/ideas";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { after } from "../kernel/time";
import { mailInvitation } from "./invite-to-team";
import { INVITATION_REMINDED } from "./team";

/** For the jobs: ends invitations whose due date has passed, and reminds of those due within three days, once each. */
export async function expireTeamInvitations(ctx: Ctx): Promise<{ expired: number; reminded: number }> {
  return ctx.store.tx(async (tx) => {
    const expired = await tx
      .update(teamInvitations)
      .set({ state: "expired", answeredAt: ctx.now })
      .where(and(eq(teamInvitations.state, "open"), lte(teamInvitations.dueAt, ctx.now)))
      .returning({ ideaId: teamInvitations.ideaId });
    for (const { ideaId } of expired) {
      await writeAudit(tx, ctx, { action: "team.invitation_expired", subjectKind: "idea", subjectId: ideaId, fields: ["team_invitation"] });
    }
    const dueSoon = await tx
      .select({ id: teamInvitations.id, ideaId: teamInvitations.ideaId, email: teamInvitations.email, emailKey: teamInvitations.emailKey })
      .from(teamInvitations)
      .innerJoin(ideas, eq(ideas.id, teamInvitations.ideaId))
      .where(
        and(
          eq(teamInvitations.state, "open"),
          eq(ideas.status, "active"),
          gt(teamInvitations.dueAt, ctx.now),
          lte(teamInvitations.dueAt, after(ctx.now, INVITATION_REMINDED)),
        ),
      );
    for (const invitation of dueSoon) await mailInvitation(tx, ctx, invitation, "reminder");
    return { expired: expired.length, reminded: dueSoon.length };
  });
}
