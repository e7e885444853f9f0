import type { Ctx } from "../kernel/context";
import { enqueueMail } from "../notifications/enqueue-mail";
import { invitesToRemind } from "./invite-rows";

/** Sends one reminder for each invite that ends soon; run it as often as you like. Returns how many wait for an answer. */
export async function remindInvites(ctx: Ctx): Promise<number> {
  const due = await invitesToRemind(ctx.store.db, ctx.now);
  for (const { id, email, locale } of due) {
    await ctx.store.tx((tx) =>
      enqueueMail(tx, ctx, {
        template: "role_invite",
        address: email,
        locale,
        payload: { inviteId: id, occasion: "reminder" },
        dedupeKey: `role_invite_reminder:${id}`,
      }),
    );
  }
  return due.length;
}
