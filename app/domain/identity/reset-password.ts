import { and, eq, isNull } from "drizzle-orm";
import { people } from "#db/schema/identity";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Db } from "../kernel/store";
import { tellOfAccess } from "./access/tell";
import { personByEmail } from "./accounts";
import { hashPassword } from "./password";
import { deleteSessionsOf } from "./session-rows";
import { hasSecondStep } from "./second-step/queries";
import { isShort, ownWords, passwordMinimum, refuseEasy } from "./set-password";
import { consumeToken, endTokens, peekToken } from "./tokens";

const KINDS = ["reset"] as const;

/**
 * Sets a new password by a mailed secret and ends every session and every other mailed link of the person.
 * Refuses with "token_invalid", "suspended", or "invalid" when the password is too easy (the link stays usable).
 */
export async function resetPassword(ctx: Ctx, secret: string, next: string): Promise<{ personId: string }> {
  const owner = await peekPasswordReset(ctx.store.db, secret, ctx.now);
  if (!owner) throw new DomainError("token_invalid");
  refuseEasy(next, await ownWords(ctx.store.db, owner), owner.minimum);
  const passwordHash = await hashPassword(next);
  const passwordShort = isShort(next);
  return ctx.store.tx(async (tx) => {
    const token = await consumeToken(tx, ctx, secret, KINDS);
    const person = await personByEmail(tx, token.emailKey);
    if (!person) throw new DomainError("token_invalid");
    if (person.suspendedAt) throw new DomainError("suspended");
    if (passwordShort && !(await hasSecondStep(tx, person.id))) throw new DomainError("stale");
    await tx
      .update(people)
      .set({ passwordHash, passwordShort, verifiedAt: person.verifiedAt ?? ctx.now })
      .where(and(eq(people.id, person.id), isNull(people.erasedAt)));
    await deleteSessionsOf(tx, person.id);
    await endTokens(tx, ctx, token.emailKey, ["sign_in", "reset"]);
    await tellOfAccess(tx, ctx, { personId: person.id, event: "password_changed" });
    await writeAudit(tx, ctx, { action: "person.password_reset", subjectKind: "person", subjectId: person.id, fields: ["password"] });
    return { personId: person.id };
  });
}

/** Whose password a secret resets, and how many characters it needs; null when it opens nothing. Changes nothing. */
export async function peekPasswordReset(
  db: Db,
  secret: string,
  now: Date,
): Promise<{ readonly name: string; readonly email: string; readonly minimum: number } | null> {
  const token = await peekToken(db, secret, KINDS, now);
  const person = token && (await personByEmail(db, token.emailKey));
  return person ? { name: person.name, email: person.email, minimum: await passwordMinimum(db, person.id) } : null;
}
