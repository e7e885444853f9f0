import { writeInvite } from "../identity/invite-to-role";
import type { Locale } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { editionToRun } from "./load";

/** Invites an address to be juror of an edition, by a mailed link. Refuses with "forbidden", or "already_done" when they are or an invite is open. */
export async function inviteJuror(
  ctx: Ctx,
  input: { readonly editionSlug: string; readonly email: string; readonly locale: Locale },
): Promise<{ inviteId: string }> {
  return ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    const { email, locale } = input;
    return writeInvite(tx, ctx, { email, locale, role: "juror", scope: { kind: "edition", id: edition.id } });
  });
}
