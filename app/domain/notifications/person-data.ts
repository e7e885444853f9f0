import { asc, eq } from "drizzle-orm";
import { calendarFeeds, unsubscribeTokens } from "#db/schema/notifications";
import { registerPersonData } from "../kernel/person-data";

/** Calendar addresses and links under mails. Notices and their preferences are handed over and erased beside the trail. */
registerPersonData({
  context: "notifications",
  exportPerson: async (db, personId) => ({
    calendars: await db
      .select({ createdAt: calendarFeeds.createdAt, revokedAt: calendarFeeds.revokedAt })
      .from(calendarFeeds)
      .where(eq(calendarFeeds.personId, personId))
      .orderBy(asc(calendarFeeds.createdAt)),
  }),
  erasePerson: async (tx, personId) => {
    await tx.delete(calendarFeeds).where(eq(calendarFeeds.personId, personId));
    await tx.delete(unsubscribeTokens).where(eq(unsubscribeTokens.personId, personId));
  },
});
