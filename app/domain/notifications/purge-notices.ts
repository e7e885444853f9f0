import { and, isNotNull, lte } from "drizzle-orm";
import { notifications } from "#db/schema/across";
import { calendarFeeds, unsubscribeTokens } from "#db/schema/notifications";
import type { Ctx } from "../kernel/context";
import { after, days } from "../kernel/time";

/** How long a read notice, the link under a mail and a closed calendar address are kept. */
const READ_KEPT = days(180);
const LINKS_KEPT = days(400);

/** Removes what nobody looks at any more: notices read long ago, links under old mails, closed calendar addresses. */
export async function purgeNotices(ctx: Ctx): Promise<void> {
  await ctx.store.tx(async (tx) => {
    await tx.delete(notifications).where(and(isNotNull(notifications.readAt), lte(notifications.readAt, after(ctx.now, -READ_KEPT))));
    await tx.delete(unsubscribeTokens).where(lte(unsubscribeTokens.createdAt, after(ctx.now, -LINKS_KEPT)));
    await tx.delete(calendarFeeds).where(and(isNotNull(calendarFeeds.revokedAt), lte(calendarFeeds.revokedAt, after(ctx.now, -READ_KEPT))));
  });
}
