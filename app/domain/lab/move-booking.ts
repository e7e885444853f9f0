import { eq } from "drizzle-orm";
import { bookings } from "#db/schema/scheduling";
import { demand } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { release } from "../scheduling/release";
import type { WallRange } from "./place";
import { bookingToActOn, holdPlace, placeOf, rangeOf } from "./place";
import { canChangeBooking } from "./policy";
import { demandRules } from "./rules";

export interface MoveInput extends WallRange {
  /** Another resource of the same campus; the same one when left out. */
  readonly resourceId?: string;
}

/**
 * Moves a booking to another time or resource, whole or not at all: when the new place is refused the old one is kept. The same
 * rules hold as for a new booking; besides, "already_done" for a cancelled one and "in_the_past" for one that is over.
 */
export async function moveBooking(ctx: Ctx, bookingId: string, input: MoveInput): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const { booking, facts } = await bookingToActOn(tx, person, bookingId);
    demand(person, canChangeBooking(person, facts));
    if (booking.state !== "confirmed") throw new DomainError("already_done");
    if (booking.until <= ctx.now) throw new DomainError("in_the_past");
    const place = await placeOf(tx, input.resourceId ?? booking.resourceId);
    if (place.campusId !== booking.campusId) throw new DomainError("not_found");
    const range = rangeOf(place.zone, input);
    const { forKind, forId } = booking;
    await demandRules(tx, person, { place, range, forKind, forId, except: bookingId }, ctx.now);
    await release(tx, "booking", bookingId);
    await holdPlace(tx, place, range, bookingId);
    await tx
      .update(bookings)
      .set({ resourceId: place.id, ...range })
      .where(eq(bookings.id, bookingId));
    await writeAudit(tx, ctx, {
      action: "lab.booking_moved",
      subjectKind: "booking",
      subjectId: bookingId,
      fields: ["resource_id", "from_at", "until_at"],
    });
  });
}
