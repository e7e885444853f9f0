import { lte } from "drizzle-orm";
import { signIns, signInSteps } from "#db/schema/access";
import { emailChanges } from "#db/schema/email-change";
import { tokens } from "#db/schema/identity";
import type { Ctx } from "../kernel/context";
import { after, days } from "../kernel/time";
import { deleteExpiredSessions } from "./session-rows";

const SIGN_INS_KEPT = days(365);

/** Removes sessions that have ended, mailed secrets a week past their end, steps past theirs, changes of address a month past theirs and sign-ins of a year ago. Returns how many sessions and secrets went. */
export async function purgeIdentity(ctx: Ctx): Promise<{ sessions: number; tokens: number }> {
  return ctx.store.tx(async (tx) => {
    const sessions = await deleteExpiredSessions(tx, ctx.now);
    const gone = await tx
      .delete(tokens)
      .where(lte(tokens.expiresAt, after(ctx.now, -days(7))))
      .returning({ hash: tokens.hash });
    await tx.delete(signInSteps).where(lte(signInSteps.expiresAt, ctx.now));
    await tx.delete(emailChanges).where(lte(emailChanges.stopUntil, after(ctx.now, -days(30))));
    await tx.delete(signIns).where(lte(signIns.at, after(ctx.now, -SIGN_INS_KEPT)));
    return { sessions, tokens: gone.length };
  });
}
