import { and, eq } from "drizzle-orm";
import { invites } from "#db/schema/identity";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { isOpenInvite } from "./invite-rows";
import { canGiveRole } from "./policy";
import { endTokens } from "./tokens";

/** Takes an open invite back; its link dies. For those who may give the role, and whoever sent it. Refuses with "not_found" or "already_done". */
export async function withdrawInvite(ctx: Ctx, inviteId: string): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const [row] = await tx.select().from(invites).where(eq(invites.id, inviteId));
    const invite = found(row);
    const scope = { kind: invite.scopeKind, id: invite.scopeId };
    if (invite.invitedBy !== personId && !canGiveRole(ctx.actor, invite.role, scope)) throw new DomainError("not_found");
    const [withdrawn] = await tx
      .update(invites)
      .set({ withdrawnAt: ctx.now })
      .where(and(eq(invites.id, inviteId), isOpenInvite(ctx.now)))
      .returning({ id: invites.id });
    if (!withdrawn) throw new DomainError("already_done");
    await endTokens(tx, ctx, invite.emailKey, ["role_invite"], inviteId);
    await writeAudit(tx, ctx, { action: "invite.withdrawn", subjectKind: "invite", subjectId: inviteId });
  });
}
