import { and, eq, lte } from "drizzle-orm";
import { invites } from "#db/schema/identity";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { after, hours } from "../../kernel/time";
import { enqueueMail } from "../../notifications/enqueue-mail";
import { isOpenInvite } from "../invite-rows";
import { mailAt } from "./invite-list";
import { listToRun } from "./queries";

/**
 * Mails everybody of a list again who has not answered and was invited more than a day ago; at most once a day each. Returns how many that
 * are. Refuses with "not_found" for whoever does not run the campus.
 */
export async function remindList(ctx: Ctx, listId: string): Promise<{ reminded: number }> {
  const day = ctx.now.toISOString().slice(0, 10);
  return ctx.store.tx(async (tx) => {
    await listToRun(tx, ctx.actor, listId);
    const open = await tx
      .select({ id: invites.id, email: invites.email, locale: invites.locale })
      .from(invites)
      .where(and(eq(invites.listId, listId), isOpenInvite(ctx.now), lte(invites.createdAt, after(ctx.now, -hours(24)))));
    for (const [n, { id, email: address, locale }] of open.entries()) {
      const payload = { inviteId: id, occasion: "reminder" };
      const dedupeKey = `role_invite_again:${id}:${day}`;
      await enqueueMail(tx, ctx, { template: "role_invite", address, locale, payload, dedupeKey, dueAt: mailAt(ctx.now, n) });
    }
    if (open.length > 0) await writeAudit(tx, ctx, { action: "invite_list.reminded", subjectKind: "invite_list", subjectId: listId });
    return { reminded: open.length };
  });
}
