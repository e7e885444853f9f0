import type { Locale } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { personByEmail } from "./accounts";
import type { InviteView } from "./invite-rows";
import { inviteView, openInvite } from "./invite-rows";
import { issueToken } from "./tokens";

export interface RoleInviteMail extends InviteView {
  readonly to: string;
  readonly locale: Locale;
  readonly name: string;
  readonly secret: string;
}

/** Makes the link of an invite's mail, never valid beyond the invite. Null when the invite is over or the person suspended. */
export async function issueRoleInvite(ctx: Ctx, inviteId: string): Promise<RoleInviteMail | null> {
  return ctx.store.tx(async (tx) => {
    const invite = await openInvite(tx, inviteId, ctx.now);
    const view = invite && (await inviteView(tx, inviteId, ctx.now));
    if (!invite || !view) return null;
    const person = await personByEmail(tx, invite.email);
    if (person?.suspendedAt) return null;
    const { secret } = await issueToken(tx, ctx, {
      kind: "role_invite",
      emailKey: invite.emailKey,
      personId: person?.id ?? null,
      subjectId: invite.id,
      notAfter: invite.dueAt,
    });
    return {
      ...view,
      to: person?.email ?? invite.email,
      locale: person?.locale ?? invite.locale,
      name: person?.name ?? view.name ?? "",
      secret,
    };
  });
}
