import { and, eq, isNull } from "drizzle-orm";
import { emailChanges } from "#db/schema/email-change";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Db } from "../../kernel/store";
import { enqueueMail } from "../../notifications/enqueue-mail";
import { personByEmail } from "../accounts";
import { deleteSessionsOf } from "../session-rows";
import { consumeToken, endTokens, peekToken } from "../tokens";
import { moveAddress, openAccount, openChange } from "./rows";

const KINDS = ["email_change"] as const;

/** What the page of the link shows; null when it opens nothing. Changes nothing. */
export async function peekEmailChange(db: Db, secret: string, now: Date): Promise<{ readonly newEmail: string } | null> {
  const token = await peekToken(db, secret, KINDS, now);
  const change = token && (await openChange(db, token.subjectId));
  return change && !change.confirmedAt ? { newEmail: change.newEmail } : null;
}

/**
 * The new mailbox says yes: the account has that address from now on, every session ends, and open invitations follow. The route gives
 * the browser of the person a new session. Refuses with "token_invalid", also when somebody else has the address by now.
 */
export async function confirmEmailChange(ctx: Ctx, secret: string): Promise<{ readonly personId: string }> {
  return ctx.store.tx(async (tx) => {
    const token = await consumeToken(tx, ctx, secret, KINDS);
    const change = await openChange(tx, token.subjectId);
    const person = change && (await openAccount(tx, change.personId));
    if (!change || !person || change.confirmedAt || (await personByEmail(tx, change.newEmail))) throw new DomainError("token_invalid");
    const [old, next] = [
      { email: change.oldEmail, emailKey: change.oldEmailKey },
      { email: change.newEmail, emailKey: change.newEmailKey },
    ];
    if (!(await moveAddress(tx, ctx, person.id, old, next))) throw new DomainError("token_invalid");
    await tx
      .update(emailChanges)
      .set({ confirmedAt: ctx.now })
      .where(and(eq(emailChanges.id, change.id), isNull(emailChanges.confirmedAt)));
    await endTokens(tx, ctx, change.oldEmailKey, ["sign_in", "reset"]);
    await deleteSessionsOf(tx, person.id);
    await enqueueMail(tx, ctx, {
      template: "email_notice",
      personId: person.id,
      address: change.oldEmail,
      payload: { changeId: change.id },
      dedupeKey: `email_notice:done:${change.id}`,
    });
    await writeAudit(tx, ctx, { action: "person.email_changed", subjectKind: "person", subjectId: person.id, fields: ["email"] });
    return { personId: person.id };
  });
}
