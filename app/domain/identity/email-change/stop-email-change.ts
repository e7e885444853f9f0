import { and, eq, gte, isNull } from "drizzle-orm";
import { emailChanges } from "#db/schema/email-change";
import { secondSteps } from "#db/schema/second-step";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Db, Tx } from "../../kernel/store";
import { closeDoors } from "../access/not-me";
import { personByEmail } from "../accounts";
import { removeSecondStep } from "../second-step/turn-off-second-step";
import { consumeToken, endTokens, peekToken } from "../tokens";
import type { Account, EmailChange } from "./rows";
import { moveAddress, openAccount, openChange } from "./rows";

const KINDS = ["email_stop"] as const;

/** Whether the page of the link would stop a change ("asked") or take it back ("done"); null when it opens nothing. Changes nothing. */
export async function peekEmailStop(db: Db, secret: string, now: Date): Promise<"asked" | "done" | null> {
  const token = await peekToken(db, secret, KINDS, now);
  const change = token && (await openChange(db, token.subjectId));
  if (!change) return null;
  return change.confirmedAt ? "done" : "asked";
}

/**
 * The old mailbox says no: the change is stopped, or taken back, and every later one with it, however far the address went since. Somebody
 * else was in the account then, so every way in that was made since goes, the password counts no more, and a mail asks for a new one.
 * Refuses with "token_invalid".
 */
export async function stopEmailChange(ctx: Ctx, secret: string): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const token = await consumeToken(tx, ctx, secret, KINDS);
    const change = await openChange(tx, token.subjectId);
    const person = change && (await openAccount(tx, change.personId));
    if (!change || !person) throw new DomainError("token_invalid");
    if (change.confirmedAt) await takeBack(tx, ctx, change, person);
    for (const { newEmailKey } of await stopSince(tx, ctx, change)) await endTokens(tx, ctx, newEmailKey);
    const [since] = await tx
      .select({ personId: secondSteps.personId })
      .from(secondSteps)
      .where(and(eq(secondSteps.personId, person.id), gte(secondSteps.createdAt, change.createdAt)));
    if (since) await removeSecondStep(tx, person.id);
    const { oldEmail: address, oldEmailKey: addressKey, createdAt } = change;
    await closeDoors(tx, ctx, { personId: person.id, address, addressKey, since: createdAt });
    await writeAudit(tx, ctx, { action: "person.email_change_stopped", subjectKind: "person", subjectId: person.id, fields: ["email"] });
  });
}

/** Stops a change and those asked for after it: their mailboxes have no say any more, and cannot take back what is taken back here. */
async function stopSince(tx: Tx, ctx: Ctx, { personId, createdAt }: EmailChange) {
  return tx
    .update(emailChanges)
    .set({ stoppedAt: ctx.now })
    .where(and(eq(emailChanges.personId, personId), gte(emailChanges.createdAt, createdAt), isNull(emailChanges.stoppedAt)))
    .returning({ newEmailKey: emailChanges.newEmailKey });
}

/** From wherever the account is now: who was in it may have moved it on. */
async function takeBack(tx: Tx, ctx: Ctx, change: EmailChange, { email, emailKey }: Pick<Account, "email" | "emailKey">): Promise<void> {
  // Whoever made a new account with the old address meanwhile has that mailbox, and two accounts they can sign in to.
  if (await personByEmail(tx, change.oldEmail)) throw new DomainError("token_invalid");
  const old = { email: change.oldEmail, emailKey: change.oldEmailKey };
  if (!(await moveAddress(tx, ctx, change.personId, { email, emailKey }, old))) throw new DomainError("token_invalid");
}
