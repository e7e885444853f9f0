import { bookings } from "#db/schema/scheduling";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { clean } from "../kernel/text";
import type { BookedFor } from "./lab";
import { PURPOSE_MAX } from "./lab";
import type { WallRange } from "./place";
import { holdPlace, placeOf, rangeOf } from "./place";
import { demandRules } from "./rules";

export interface BookInput extends WallRange, BookedFor {
  readonly resourceId: string;
  readonly purpose: string;
}

/**
 * Books a resource for an idea or an organisation. Refuses with "slot_taken" or the rule it breaks (see `demandRules`), "invalid"
 * for what is no day or time of quarters, "no_such_time" for an hour the clock skips, "not_found" for what the actor may not see.
 */
export async function bookResource(ctx: Ctx, input: BookInput): Promise<{ bookingId: string }> {
  const person = requirePerson(ctx);
  const purpose = clean(input.purpose);
  if (purpose.length > PURPOSE_MAX) throw new DomainError("invalid", { field: "purpose", max: PURPOSE_MAX });
  const bookingId = ctx.newId();
  await ctx.store.tx(async (tx) => {
    const place = await placeOf(tx, input.resourceId);
    const range = rangeOf(place.zone, input);
    const { forKind, forId } = input;
    await demandRules(tx, person, { place, range, forKind, forId }, ctx.now);
    await tx.insert(bookings).values({
      id: bookingId,
      campusId: place.campusId,
      resourceId: place.id,
      ...range,
      state: "confirmed",
      purpose,
      forKind,
      forId,
      bookedBy: person.personId,
      createdAt: ctx.now,
    });
    await holdPlace(tx, place, range, bookingId);
    await writeAudit(tx, ctx, { action: "lab.booked", subjectKind: "booking", subjectId: bookingId });
  });
  return { bookingId };
}
