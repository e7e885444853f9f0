import type { SQL } from "drizzle-orm";
import { and, eq, isNull } from "drizzle-orm";
import { campuses } from "#db/schema/campus";
import { ideaMembers } from "#db/schema/ideas";
import { bookings, resourceLeaves, resources, spaces, subjects } from "#db/schema/scheduling";
import { isId } from "../ideas/visible";
import type { Actor } from "../kernel/actor";
import { after, minutes } from "../kernel/time";
import { DomainError, found } from "../kernel/errors";
import type { Db, Tx } from "../kernel/store";
import { occupy } from "../scheduling/occupy";
import type { Range } from "../scheduling/slot";
import { isAligned } from "../scheduling/slot";
import { instantOf } from "../scheduling/wall";
import type { BookingFacts } from "./policy";

/** A resource with what the rules of booking look at. */
export interface Place {
  readonly id: string;
  readonly campusId: string;
  readonly zone: string;
  readonly spaceId: string;
  readonly mayBook: readonly string[];
  readonly capacity: number;
  readonly inductionRequired: boolean;
  readonly bufferMinutes: number;
  readonly closedUntil: Date | null;
}

/** The resource to book or to close. Refuses with "not_found". */
export async function placeOf(db: Db, resourceId: string): Promise<Place> {
  if (!isId(resourceId)) throw new DomainError("not_found");
  const [row] = await db
    .select({
      id: resources.id,
      campusId: spaces.campusId,
      zone: campuses.zone,
      spaceId: spaces.id,
      mayBook: spaces.mayBook,
      capacity: subjects.capacity,
      inductionRequired: resources.inductionRequired,
      bufferMinutes: resources.bufferMinutes,
      closedUntil: resources.closedUntil,
    })
    .from(resources)
    .innerJoin(subjects, eq(subjects.id, resources.id))
    .innerJoin(spaces, eq(spaces.id, resources.spaceId))
    .innerJoin(campuses, eq(campuses.id, spaces.campusId))
    .where(eq(resources.id, resourceId));
  return found(row);
}

/** When, as a form says it: a day of the campus and two times of its clock. */
export interface WallRange {
  readonly day: string;
  readonly from: string;
  readonly until: string;
}

/** The stretch a form means, in the zone of the place. Refuses with "invalid" (field) or "no_such_time". */
export function rangeOf(zone: string, wall: WallRange): Range {
  const from = instantOf(zone, wall.day, wall.from, { field: "from" });
  let until = instantOf(zone, wall.day, wall.until, { field: "until" });
  // In the hour that the clock shows twice, an end before the beginning means the second time round.
  if (until <= from) until = instantOf(zone, wall.day, wall.until, { field: "until", overlap: "later" });
  if (!isAligned(from)) throw new DomainError("invalid", { field: "from" });
  if (!isAligned(until) || until <= from) throw new DomainError("invalid", { field: "until" });
  return { from, until };
}

/** Holds a place for a booking or a session, its buffer behind it; a room with leaves holds every one of them. Refuses with "slot_taken". */
export async function holdPlace(
  tx: Tx,
  place: Place,
  { from, until }: Range,
  holderId: string,
  holderKind: "booking" | "session" = "booking",
): Promise<void> {
  const bufferUntil = after(until, minutes(Math.ceil(place.bufferMinutes / 15) * 15));
  const claim = { from, until, bufferUntil, holderKind, holderId } as const;
  const leaves = await tx
    .select({ id: subjects.id, capacity: subjects.capacity })
    .from(resourceLeaves)
    .innerJoin(subjects, eq(subjects.id, resourceLeaves.leafId))
    .where(eq(resourceLeaves.roomId, place.id));
  await occupy(tx, { ...claim, subjectId: place.id, capacity: place.capacity });
  for (const leaf of leaves) await occupy(tx, { ...claim, subjectId: leaf.id, capacity: leaf.capacity, whole: true });
}

export type BookingRow = typeof bookings.$inferSelect;

/** The condition that a member is the actor, in the team of the idea that a booking is for. */
export function inItsTeam(actor: Actor): SQL | undefined {
  return and(
    eq(bookings.forKind, "idea"),
    eq(ideaMembers.ideaId, bookings.forId),
    eq(ideaMembers.personId, actor.personId ?? ""),
    isNull(ideaMembers.until),
  );
}

/** A booking with the actor's place in the team of its idea. Refuses with "not_found" when there is none. */
export async function bookingToActOn(db: Db, actor: Actor, bookingId: string): Promise<{ booking: BookingRow; facts: BookingFacts }> {
  if (!isId(bookingId)) throw new DomainError("not_found");
  const [row] = await db
    .select({ booking: bookings, membership: ideaMembers.role })
    .from(bookings)
    .leftJoin(ideaMembers, inItsTeam(actor))
    .where(eq(bookings.id, bookingId));
  const { booking, membership } = found(row);
  const { campusId, bookedBy, forKind, forId } = booking;
  return { booking, facts: { campusId, bookedBy, forKind, forId, membership } };
}
