import { and, eq, gte, isNull } from "drizzle-orm";
import { signIns, signInSteps } from "#db/schema/access";
import { emailChanges } from "#db/schema/email-change";
import { people } from "#db/schema/identity";
import { calendarFeeds } from "#db/schema/notifications";
import { oidcAccounts } from "#db/schema/oidc";
import { passkeys } from "#db/schema/passkeys";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { found } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import { enqueueMail } from "../../notifications/enqueue-mail";
import { deleteSessionsOf } from "../session-rows";
import { endTokens } from "../tokens";

interface Doors {
  readonly personId: string;
  readonly address: string;
  readonly addressKey: string;
  /** When somebody else may have come in. */
  readonly since: Date;
}

/**
 * Ends every way into an account but its mailbox and its second step: sessions, half sign-ins, mailed links, the password, a wish for
 * another address, and what was added since: passkeys, links with other services, calendar links. A mail asks for a new password.
 */
export async function closeDoors(tx: Tx, ctx: Ctx, { personId, address, addressKey, since }: Doors): Promise<void> {
  await tx.update(people).set({ passwordHash: null, passwordShort: false }).where(eq(people.id, personId));
  await tx.delete(passkeys).where(and(eq(passkeys.personId, personId), gte(passkeys.createdAt, since)));
  await tx.delete(oidcAccounts).where(and(eq(oidcAccounts.personId, personId), gte(oidcAccounts.createdAt, since)));
  await tx
    .update(calendarFeeds)
    .set({ revokedAt: ctx.now })
    .where(and(eq(calendarFeeds.personId, personId), gte(calendarFeeds.createdAt, since), isNull(calendarFeeds.revokedAt)));
  await tx
    .update(emailChanges)
    .set({ stoppedAt: ctx.now })
    .where(and(eq(emailChanges.personId, personId), isNull(emailChanges.confirmedAt), isNull(emailChanges.stoppedAt)));
  await tx.delete(signInSteps).where(eq(signInSteps.personId, personId));
  await deleteSessionsOf(tx, personId);
  await endTokens(tx, ctx, addressKey, ["sign_in", "reset"]);
  await enqueueMail(tx, ctx, { template: "password_reset", address, dedupeKey: `password_reset:closed:${ctx.newId()}` });
}

/**
 * "That was not me": said of a sign-in on the list of the person who acts. Every session ends, this one too (it may be the stranger who
 * reads the list), the password counts no more, what was added since goes, and a mail to the address of the account asks for a new one. Refuses with "not_found".
 */
export async function reportSignIn(ctx: Ctx, signInId: string): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const [row] = await tx
      .select({ address: people.email, addressKey: people.emailKey, since: signIns.at })
      .from(signIns)
      .innerJoin(people, eq(people.id, signIns.personId))
      .where(and(eq(signIns.id, signInId), eq(signIns.personId, personId)));
    await closeDoors(tx, ctx, { personId, ...found(row) });
    const fields = ["password", "passkeys", "services"];
    await writeAudit(tx, ctx, { action: "person.sign_in_disowned", subjectKind: "person", subjectId: personId, fields });
  });
}
