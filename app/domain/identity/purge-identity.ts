import { lte } from "drizzle-orm";
import { tokens } from "#db/schema/identity";
import type { Ctx } from "../kernel/context";
import { after, days } from "../kernel/time";
import { deleteExpiredSessions } from "./session-rows";

/** Removes sessions that have ended and mailed secrets a week past their end. Returns how many rows went. */
export async function purgeIdentity(ctx: Ctx): Promise<{ sessions: number; tokens: number }> {
  return ctx.store.tx(async (tx) => {
    const sessions = await deleteExpiredSessions(tx, ctx.now);
    const gone = await tx
      .delete(tokens)
      .where(lte(tokens.expiresAt, after(ctx.now, -days(7))))
      .returning({ hash: tokens.hash });
    return { sessions, tokens: gone.length };
  });
}
