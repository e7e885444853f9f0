import type { Locale } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { enqueueMail } from "../notifications/enqueue-mail";
import { addressOf, oncePerMinute } from "./mail-keys";

/** Asks for a mail with a link to choose a new password. One row for known and unknown addresses alike, at most one a minute. */
export async function requestPasswordReset(ctx: Ctx, request: { readonly email: string; readonly locale: Locale }): Promise<void> {
  const address = addressOf(request.email);
  await ctx.store.tx((tx) =>
    enqueueMail(tx, ctx, {
      template: "password_reset",
      address,
      locale: request.locale,
      dedupeKey: oncePerMinute("password_reset", address, ctx.now),
    }),
  );
}
