import { and, eq } from "drizzle-orm";
import { invites, people } from "#db/schema/identity";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import type { Db, Tx } from "../kernel/store";
import { personByEmail, writeAccount, writeGrant } from "./accounts";
import type { Invite, InviteView } from "./invite-rows";
import { inviteView, isOpenInvite, openInvite } from "./invite-rows";
import type { AgeBand } from "./person";
import { deleteSessionsOf } from "./session-rows";
import { consumeToken, endTokens, peekToken } from "./tokens";

const KINDS = ["role_invite"] as const;

export interface InviteAccepted {
  readonly personId: string;
  readonly isNew: boolean;
}

/**
 * Accepts an invite by its mailed link, for the account of the invited address; without one, the account is made
 * from `name` and `ageBand` ("invalid" when they are missing). Refuses with "token_invalid" or "suspended".
 */
export async function acceptInviteByLink(
  ctx: Ctx,
  secret: string,
  account: { readonly name?: string; readonly ageBand?: AgeBand } = {},
): Promise<InviteAccepted> {
  return ctx.store.tx(async (tx) => {
    const token = await consumeToken(tx, ctx, secret, KINDS);
    const invite = await openInvite(tx, token.subjectId ?? "", ctx.now);
    if (!invite) throw new DomainError("token_invalid");
    const known = await personByEmail(tx, invite.email);
    if (known?.suspendedAt) throw new DomainError("suspended");
    if (known && known.verifiedAt === null) await tx.update(people).set({ verifiedAt: ctx.now }).where(eq(people.id, known.id));
    const personId = known?.id ?? (await newcomer(tx, ctx, invite, account));
    await accept(tx, ctx, invite, personId);
    return { personId, isNew: !known };
  });
}

/** Accepts an invite that is shown to a signed-in person because it went to their address. Refuses with "not_found". */
export async function acceptInvite(
  ctx: Ctx,
  input: { readonly inviteId: string; readonly keepSession?: string | null },
): Promise<InviteAccepted> {
  const { personId } = requirePerson(ctx);
  return ctx.store.tx(async (tx) => {
    const invite = found(await openInvite(tx, input.inviteId, ctx.now));
    const [person] = await tx.select().from(people).where(eq(people.id, personId));
    if (!person || person.verifiedAt === null || person.emailKey !== invite.emailKey) throw new DomainError("not_found");
    await accept(tx, ctx, invite, personId, input.keepSession);
    return { personId, isNew: false };
  });
}

async function newcomer(tx: Tx, ctx: Ctx, invite: Invite, { name, ageBand }: { name?: string; ageBand?: AgeBand }): Promise<string> {
  if (!name || !ageBand) throw new DomainError("invalid", { field: name ? "ageBand" : "name" });
  const homeCampusId = invite.scopeKind === "campus" ? invite.scopeId : null;
  return writeAccount(tx, ctx, { name, ageBand, email: invite.email, locale: invite.locale, homeCampusId });
}

async function accept(tx: Tx, ctx: Ctx, invite: Invite, personId: string, keepSession?: string | null): Promise<void> {
  const [accepted] = await tx
    .update(invites)
    .set({ acceptedAt: ctx.now })
    .where(and(eq(invites.id, invite.id), isOpenInvite(ctx.now)))
    .returning({ id: invites.id });
  if (!accepted) throw new DomainError("token_invalid");
  await writeGrant(tx, ctx, { personId, role: invite.role, scope: { kind: invite.scopeKind, id: invite.scopeId } });
  await endTokens(tx, ctx, invite.emailKey, KINDS, invite.id);
  await deleteSessionsOf(tx, personId, keepSession);
  await writeAudit(tx, ctx, { action: "invite.accepted", subjectKind: "invite", subjectId: invite.id });
}

/** What the page of an invite link shows, and whether it must ask for a name and an age; null when it opens nothing. */
export async function peekInvite(db: Db, secret: string, now: Date): Promise<(InviteView & { readonly needsAccount: boolean }) | null> {
  const token = await peekToken(db, secret, KINDS, now);
  const view = token?.subjectId ? await inviteView(db, token.subjectId, now) : null;
  if (!view) return null;
  return { ...view, needsAccount: (await personByEmail(db, view.email)) === null };
}
