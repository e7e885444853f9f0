import type { Ctx } from "../kernel/context";
import { deleteExpiredSessions } from "./session-rows";

/** Removes sessions that have ended; they were nobody's record. Returns how many. */
export async function purgeIdentity(ctx: Ctx): Promise<number> {
  return ctx.store.tx((tx) => deleteExpiredSessions(tx, ctx.now));
}
