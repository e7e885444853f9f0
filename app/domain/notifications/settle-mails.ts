import { and, isNull, lt } from "drizzle-orm";
import { notifications, outbox } from "#db/schema/across";
import type { Ctx } from "../kernel/context";
import { after, days } from "../kernel/time";

/** Notices of an invented past that are younger than this stay new. */
const STILL_NEW = days(14);

/** Marks every waiting mail as sent without sending it, and older notices as read: an invented past. For seeding an empty database only. */
export async function settleMails(ctx: Ctx): Promise<{ settled: number }> {
  return ctx.store.tx(async (tx) => {
    const rows = await tx.update(outbox).set({ sentAt: ctx.now }).where(isNull(outbox.sentAt)).returning({ id: outbox.id });
    const old = and(isNull(notifications.readAt), lt(notifications.at, after(ctx.now, -STILL_NEW)));
    await tx.update(notifications).set({ readAt: ctx.now }).where(old);
    return { settled: rows.length };
  });
}
