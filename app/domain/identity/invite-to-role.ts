import { and, eq } from "drizzle-orm";
import { invites } from "#db/schema/identity";
import type { Locale, Role } from "../kernel/actor";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { after, days } from "../kernel/time";
import { enqueueMail } from "../notifications/enqueue-mail";
import { activeGrants, personByEmail } from "./accounts";
import { isOpenInvite } from "./invite-rows";
import { addressOf } from "./mail-keys";
import { emailKey } from "./person";
import type { Scope } from "./policy";
import { canGiveRole } from "./policy";

/** Milliseconds an invite waits for an answer. */
export const INVITE_TTL = days(14);

export interface InviteInput {
  readonly email: string;
  readonly role: Role;
  readonly scope: Scope;
  /** Language of the mail; the account's own language wins when there is one. */
  readonly locale: Locale;
  /** How whoever invites calls them; proposed where they make their account. */
  readonly name?: string;
  /** The list they are invited with. */
  readonly listId?: string;
  /** When the mail may leave; at once when absent. */
  readonly mailAt?: Date;
}

/**
 * Invites an address to a role: an organiser on their campus, an admin anywhere. The mail carries a link that
 * works 14 days. Refuses with "forbidden", or "already_done" when the role is held or an invite is open.
 */
export async function inviteToRole(ctx: Ctx, input: InviteInput): Promise<{ inviteId: string }> {
  requirePerson(ctx);
  if (!canGiveRole(ctx.actor, input.role, input.scope)) throw new DomainError("forbidden");
  return ctx.store.tx((tx) => writeInvite(tx, ctx, input));
}

/** Writes an invite and its mail; for contexts with their own rule of who may, such as awards for jurors. */
export async function writeInvite(tx: Tx, ctx: Ctx, input: InviteInput): Promise<{ inviteId: string }> {
  const inviteId = await inviteUnlessDone(tx, ctx, input);
  if (inviteId === null) throw new DomainError("already_done");
  return { inviteId };
}

/** As `writeInvite`; null, and nothing written, when the role is held or an invite is open. */
export async function inviteUnlessDone(tx: Tx, ctx: Ctx, input: InviteInput): Promise<string | null> {
  const { personId } = requirePerson(ctx);
  const { email, role, scope, locale, name, listId, mailAt } = input;
  const address = addressOf(email);
  const key = emailKey(address);
  const invited = await personByEmail(tx, address);
  const held = invited ? await activeGrants(tx, invited.id, ctx.now) : [];
  if (held.some((one) => one.role === role && one.scopeKind === scope.kind && one.scopeId === scope.id)) return null;
  const [open] = await tx
    .select({ id: invites.id })
    .from(invites)
    .where(and(eq(invites.emailKey, key), eq(invites.role, role), eq(invites.scopeId, scope.id), isOpenInvite(ctx.now)));
  if (open) return null;
  const inviteId = ctx.newId();
  await tx.insert(invites).values({
    id: inviteId,
    emailKey: key,
    email: address,
    name: name || null,
    listId: listId ?? null,
    role,
    scopeKind: scope.kind,
    scopeId: scope.id,
    locale,
    invitedBy: personId,
    createdAt: ctx.now,
    dueAt: after(ctx.now, INVITE_TTL),
  });
  await enqueueMail(tx, ctx, {
    template: "role_invite",
    address,
    locale,
    payload: { inviteId, occasion: "new" },
    dedupeKey: `role_invite:${inviteId}`,
    ...(mailAt && { dueAt: mailAt }),
  });
  await writeAudit(tx, ctx, { action: "invite.sent", subjectKind: "invite", subjectId: inviteId });
  return inviteId;
}
