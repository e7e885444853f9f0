import { and, asc, eq, gt, inArray, lt } from "drizzle-orm";
import { bookings, resourceLeaves, resources } from "#db/schema/scheduling";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { after, days } from "../kernel/time";
import { fill } from "../scheduling/fill";
import { release } from "../scheduling/release";
import { slotAt, slotStart } from "../scheduling/slot";
import { dayRange } from "../scheduling/wall";
import { endBooking } from "./cancel-booking";
import { requireRunLab } from "./guard";
import type { Labels } from "./lab";
import { CLOSED_DAYS_MAX } from "./lab";
import { placeOf } from "./place";

export interface CloseInput {
  readonly resourceId: string;
  /** The day on which it opens again (ISO date of the campus), at most 90 days ahead. */
  readonly untilDay: string;
  readonly reason: Labels;
  /** Cancels the bookings in that time; without it they are in the way. */
  readonly cancelBookings: boolean;
}

/**
 * Closes a resource from now until a day: its free time is held, bookings in that time are cancelled when asked. Closing a closed
 * one changes the day. Coaching that holds it stays. Refuses with "not_found", "forbidden", "invalid" (day) or "bookings_in_the_way".
 */
export async function closeResource(ctx: Ctx, input: CloseInput): Promise<{ cancelled: number }> {
  const { resourceId, untilDay, reason, cancelBookings } = input;
  return ctx.store.tx(async (tx) => {
    const place = await placeOf(tx, resourceId);
    requireRunLab(ctx, place.campusId);
    const until = dayRange(place.zone, untilDay).from;
    if (until <= ctx.now || until > after(ctx.now, days(CLOSED_DAYS_MAX))) {
      throw new DomainError("invalid", { field: "untilDay", max: CLOSED_DAYS_MAX });
    }
    const rooms = await tx.select({ id: resourceLeaves.roomId }).from(resourceLeaves).where(eq(resourceLeaves.leafId, resourceId));
    const standing = await tx
      .select({ id: bookings.id, bookedBy: bookings.bookedBy, forKind: bookings.forKind, forId: bookings.forId })
      .from(bookings)
      .where(
        and(
          inArray(bookings.resourceId, [resourceId, ...rooms.map(({ id }) => id)]),
          eq(bookings.state, "confirmed"),
          gt(bookings.until, ctx.now),
          lt(bookings.from, until),
        ),
      )
      .orderBy(asc(bookings.from), asc(bookings.id));
    if (standing.length > 0 && !cancelBookings) throw new DomainError("bookings_in_the_way", { count: standing.length });
    for (const booking of standing) await endBooking(tx, ctx, booking, { reason: reason[ctx.actor.locale], kind: "booking_closed" });
    await release(tx, "closure", resourceId);
    const from = slotStart(slotAt(ctx.now));
    await fill(tx, { subjectId: resourceId, capacity: place.capacity, from, until, holderKind: "closure", holderId: resourceId });
    await tx
      .update(resources)
      .set({ closedUntil: until, closedReason: { ...reason } })
      .where(eq(resources.id, resourceId));
    await writeAudit(tx, ctx, {
      action: "lab.resource_closed",
      subjectKind: "resource",
      subjectId: resourceId,
      fields: ["closed_until", "closed_reason"],
    });
    return { cancelled: standing.length };
  });
}
