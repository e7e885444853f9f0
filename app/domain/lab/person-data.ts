import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import { ideas } from "#db/schema/ideas";
import { bookings, inductions, resources, waitlist } from "#db/schema/scheduling";
import { registerPersonData } from "../kernel/person-data";
import { release } from "../scheduling/release";

registerPersonData({
  context: "lab",
  exportPerson: async (db, personId) => ({
    bookings: await db
      .select({
        id: bookings.id,
        resource: resources.name,
        from: bookings.from,
        until: bookings.until,
        state: bookings.state,
        purpose: bookings.purpose,
        forKind: bookings.forKind,
        forId: bookings.forId,
        cancelReason: bookings.cancelReason,
      })
      .from(bookings)
      .innerJoin(resources, eq(resources.id, bookings.resourceId))
      .where(eq(bookings.bookedBy, personId))
      .orderBy(asc(bookings.from), asc(bookings.id)),
    inductions: await db
      .select({ resource: resources.name, at: inductions.at, until: inductions.until, revokedAt: inductions.revokedAt })
      .from(inductions)
      .innerJoin(resources, eq(resources.id, inductions.resourceId))
      .where(eq(inductions.personId, personId))
      .orderBy(asc(inductions.at), asc(inductions.id)),
    waiting: await db.select().from(waitlist).where(eq(waitlist.personId, personId)).orderBy(asc(waitlist.createdAt)),
  }),
  erasePerson: async (tx, personId, now) => {
    await tx.update(bookings).set({ purpose: "", cancelReason: "" }).where(eq(bookings.bookedBy, personId));
    // A team or a company still comes; what somebody had alone goes with them, and the place is free again.
    const alone = await tx
      .select({ id: bookings.id })
      .from(bookings)
      .innerJoin(ideas, eq(ideas.id, bookings.forId))
      .where(
        and(
          eq(bookings.bookedBy, personId),
          eq(bookings.forKind, "idea"),
          eq(bookings.state, "confirmed"),
          gt(bookings.until, now),
          eq(ideas.status, "archived"),
        ),
      );
    for (const { id } of alone) await release(tx, "booking", id);
    const ids = alone.map(({ id }) => id);
    if (ids.length > 0) await tx.update(bookings).set({ state: "cancelled", cancelledAt: now }).where(inArray(bookings.id, ids));
    await tx
      .update(inductions)
      .set({ revokedAt: now })
      .where(and(eq(inductions.personId, personId), isNull(inductions.revokedAt)));
    await tx.delete(waitlist).where(eq(waitlist.personId, personId));
  },
});
