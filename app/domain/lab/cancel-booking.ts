import { and, eq } from "drizzle-orm";
import { bookings } from "#db/schema/scheduling";
import { demand } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { clean } from "../kernel/text";
import { notify } from "../notifications/notify";
import { release } from "../scheduling/release";
import { REASON_MAX } from "./lab";
import type { BookingRow } from "./place";
import { bookingToActOn } from "./place";
import { canChangeBooking } from "./policy";

/**
 * Cancels a booking and gives its time back; undone by `restoreBooking` while the time is free. Refuses with "not_found",
 * "forbidden", "already_done" (cancelled before) and "in_the_past" (over).
 */
export async function cancelBooking(ctx: Ctx, bookingId: string, input: { readonly reason?: string } = {}): Promise<void> {
  const person = requirePerson(ctx);
  const reason = clean(input.reason ?? "");
  if (reason.length > REASON_MAX) throw new DomainError("invalid", { field: "reason", max: REASON_MAX });
  await ctx.store.tx(async (tx) => {
    const { booking, facts } = await bookingToActOn(tx, person, bookingId);
    demand(person, canChangeBooking(person, facts));
    if (booking.state !== "confirmed") throw new DomainError("already_done");
    if (booking.until <= ctx.now) throw new DomainError("in_the_past");
    await endBooking(tx, ctx, booking, { reason, kind: "booking_cancelled" });
  });
}

/** What ending a booking looks at. */
type Ended = Pick<BookingRow, "id" | "bookedBy" | "forKind" | "forId">;

/** Ends one confirmed booking, whoever decided it: the row, its slots, the trail, word to who made it. Refuses with "already_done". */
export async function endBooking(
  tx: Tx,
  ctx: Ctx,
  booking: Ended,
  { reason, kind }: { readonly reason: string; readonly kind: "booking_cancelled" | "booking_closed" },
): Promise<void> {
  const [row] = await tx
    .update(bookings)
    .set({ state: "cancelled", cancelledAt: ctx.now, cancelledBy: ctx.actor.personId, cancelReason: reason })
    .where(and(eq(bookings.id, booking.id), eq(bookings.state, "confirmed")))
    .returning({ id: bookings.id });
  if (!row) throw new DomainError("already_done");
  await release(tx, "booking", booking.id);
  await writeAudit(tx, ctx, { action: "lab.booking_cancelled", subjectKind: "booking", subjectId: booking.id, fields: ["state"] });
  await notify(tx, ctx, {
    personId: booking.bookedBy,
    kind,
    subjectKind: "booking",
    subjectId: booking.id,
    ...(booking.forKind === "idea" ? { ideaId: booking.forId } : {}),
    dedupeKey: `${booking.id}:${ctx.now.getTime()}`,
  });
}
