import { and, eq, gte } from "drizzle-orm";
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
import type { EmailChange } from "./rows";
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
 * The old mailbox says no: the change is stopped, or taken back. Somebody else was in the account then, so every session ends, the password
 * counts no more, a second step that was set up since goes, and a mail asks for a new password. Refuses with "token_invalid".
 */
export async function stopEmailChange(ctx: Ctx, secret: string): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const token = await consumeToken(tx, ctx, secret, KINDS);
    const change = await openChange(tx, token.subjectId);
    const person = change && (await openAccount(tx, change.personId));
    if (!change || !person) throw new DomainError("token_invalid");
    if (change.confirmedAt) await takeBack(tx, ctx, change);
    await tx.update(emailChanges).set({ stoppedAt: ctx.now }).where(eq(emailChanges.id, change.id));
    await endTokens(tx, ctx, change.newEmailKey);
    const [since] = await tx
      .select({ personId: secondSteps.personId })
      .from(secondSteps)
      .where(and(eq(secondSteps.personId, person.id), gte(secondSteps.createdAt, change.createdAt)));
    if (since) await removeSecondStep(tx, person.id);
    await closeDoors(tx, ctx, { personId: person.id, address: change.oldEmail, addressKey: change.oldEmailKey });
    await writeAudit(tx, ctx, { action: "person.email_change_stopped", subjectKind: "person", subjectId: person.id, fields: ["email"] });
  });
}

async function takeBack(tx: Tx, ctx: Ctx, change: EmailChange): Promise<void> {
  // Whoever made a new account with the old address meanwhile has that mailbox, and two accounts they can sign in to.
  if (await personByEmail(tx, change.oldEmail)) throw new DomainError("token_invalid");
  const [now, old] = [
    { email: change.newEmail, emailKey: change.newEmailKey },
    { email: change.oldEmail, emailKey: change.oldEmailKey },
  ];
  if (!(await moveAddress(tx, ctx, change.personId, now, old))) throw new DomainError("token_invalid");
}
