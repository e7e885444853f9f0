import { and, eq } from "drizzle-orm";
import { bookings } from "#db/schema/scheduling";
import { demand } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { bookingToActOn, holdPlace, placeOf } from "./place";
import { canChangeBooking } from "./policy";
import { demandRules } from "./rules";

/**
 * Takes a cancelling back, by who cancelled: the booking stands again when its time is still free and the rules still allow it.
 * Refuses like `bookResource`, with "forbidden" for others and "already_done" when it stands already.
 */
export async function restoreBooking(ctx: Ctx, bookingId: string): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const { booking, facts } = await bookingToActOn(tx, person, bookingId);
    demand(person, canChangeBooking(person, facts));
    if (booking.state !== "cancelled") throw new DomainError("already_done");
    demand(person, booking.cancelledBy === person.personId);
    const place = await placeOf(tx, booking.resourceId);
    const { from, until, forKind, forId } = booking;
    await demandRules(tx, person, { place, range: { from, until }, forKind, forId, except: bookingId }, ctx.now);
    const [row] = await tx
      .update(bookings)
      .set({ state: "confirmed", cancelledAt: null, cancelledBy: null, cancelReason: "" })
      .where(and(eq(bookings.id, bookingId), eq(bookings.state, "cancelled")))
      .returning({ id: bookings.id });
    if (!row) throw new DomainError("already_done");
    await holdPlace(tx, place, { from, until }, bookingId);
    await writeAudit(tx, ctx, { action: "lab.booking_restored", subjectKind: "booking", subjectId: bookingId, fields: ["state"] });
  });
}
