import { and, asc, eq, gte, inArray, isNull, lte } from "drizzle-orm";
import { availability, availabilityExceptions } from "#db/schema/coaching";
import { closuresOf } from "../campus/queries";
import type { Db } from "../kernel/store";
import { after } from "../kernel/time";
import { heldIn } from "../scheduling/free";
import { overlaps } from "../scheduling/slot";
import { addDays, dayAt, dayRange, daysBetween } from "../scheduling/wall";
import type { Slot } from "./coaching";
import { BOOK_AHEAD_MAX, BOOK_AHEAD_MIN } from "./coaching";
import type { Hours } from "./slots";
import { slotsOfDay } from "./slots";

export interface Place {
  readonly id: string;
  readonly zone: string;
}

/** Hours of several coaches on a campus, with the exceptions of some days; two statements. */
export async function hoursOf(
  db: Db,
  campusId: string,
  coachIds: readonly string[],
  days: { readonly first: string; readonly last: string },
): Promise<Map<string, Hours>> {
  if (coachIds.length === 0) return new Map();
  const ids = [...coachIds];
  const weekly = await db
    .select()
    .from(availability)
    .where(and(inArray(availability.coachId, ids), eq(availability.campusId, campusId), isNull(availability.removedAt)))
    .orderBy(asc(availability.weekday), asc(availability.fromMinute), asc(availability.id));
  const exceptions = await db
    .select()
    .from(availabilityExceptions)
    .where(
      and(
        inArray(availabilityExceptions.coachId, ids),
        eq(availabilityExceptions.campusId, campusId),
        gte(availabilityExceptions.day, days.first),
        lte(availabilityExceptions.day, days.last),
      ),
    )
    .orderBy(asc(availabilityExceptions.day), asc(availabilityExceptions.id));
  const of = (id: string): Hours => ({
    weekly: weekly.filter((row) => row.coachId === id),
    exceptions: exceptions.filter((row) => row.coachId === id),
  });
  return new Map(ids.map((id) => [id, of(id)]));
}

/** Which days to look at, and what counts as free on them. */
export interface FreeQuery {
  readonly fromDay: string;
  readonly days: number;
  readonly now: Date;
  /** The session whose own hour counts as free: the one being moved. */
  readonly ignoring?: string;
}

/**
 * Slots that can be booked of each coach, in order: hours less exceptions, closures of the campus and whatever holds the
 * coach already, at least 2 hours and at most 21 days ahead. Four statements for any number of coaches and days.
 */
export async function freeSlotsOf(db: Db, campus: Place, coachIds: readonly string[], query: FreeQuery): Promise<Map<string, Slot[]>> {
  const { fromDay, now } = query;
  const lastDay = addDays(fromDay, Math.max(query.days, 1) - 1);
  const hours = await hoursOf(db, campus.id, coachIds, { first: fromDay, last: lastDay });
  const closures = await closuresOf(db, campus.id, fromDay, lastDay);
  const range = { from: dayRange(campus.zone, fromDay).from, until: dayRange(campus.zone, lastDay).until };
  const held = (await heldIn(db, coachIds, range)).filter((one) => one.holderId !== query.ignoring);
  const open = daysBetween(fromDay, lastDay).filter((day) => !closures.some((one) => one.firstDay <= day && day <= one.lastDay));
  const [soonest, latest] = [after(now, BOOK_AHEAD_MIN), after(now, BOOK_AHEAD_MAX)];
  return new Map(
    coachIds.map((id) => {
      const busy = held.filter((one) => one.subjectId === id);
      const own = hours.get(id) ?? { weekly: [], exceptions: [] };
      const free = open
        .flatMap((day) => slotsOfDay(campus.zone, day, own))
        .filter((slot) => slot.from >= soonest && slot.from <= latest && !busy.some((one) => overlaps(one, slot)));
      return [id, free];
    }),
  );
}

/** The slot of a coach that begins at a moment by their hours, taken or not; null when there is none. */
export async function slotAtMoment(db: Db, campus: Place, coachId: string, from: Date): Promise<Slot | null> {
  const day = dayAt(campus.zone, from);
  const hours = await hoursOf(db, campus.id, [coachId], { first: day, last: day });
  if ((await closuresOf(db, campus.id, day, day)).length > 0) return null;
  const slots = slotsOfDay(campus.zone, day, hours.get(coachId) ?? { weekly: [], exceptions: [] });
  return slots.find((slot) => slot.from.getTime() === from.getTime()) ?? null;
}
