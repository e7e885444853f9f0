import type { Ctx } from "../../kernel/context";
import type { Tx } from "../../kernel/store";
import { enqueueMail } from "../../notifications/enqueue-mail";

/** What changed in how somebody gets in: each is told by mail, whatever they chose to be told. */
export const ACCESS_EVENTS = [
  "new_place",
  "password_changed",
  "second_step_on",
  "second_step_off",
  "second_step_reset",
  "recovery_used",
  "recovery_renewed",
  "passkey_added",
  "passkey_removed",
  "service_linked",
  "service_unlinked",
] as const;
export type AccessEvent = (typeof ACCESS_EVENTS)[number];

/** Mails a person that something changed in how they get in. */
export async function tellOfAccess(
  tx: Tx,
  ctx: Ctx,
  told: { readonly personId: string; readonly event: AccessEvent; readonly device?: string; readonly network?: string },
): Promise<void> {
  const { personId, event, device = "", network = "" } = told;
  const payload = { event, at: String(ctx.now.getTime()), device, network };
  await enqueueMail(tx, ctx, { template: "access_changed", personId, payload, dedupeKey: `access_changed:${ctx.newId()}` });
}
