import { and, eq, gt, gte, isNull, lt, lte, ne } from "drizzle-orm";
import { campuses, organisations } from "#db/schema/campus";
import { profiles } from "#db/schema/identity";
import { bookings, inductions, residencies, spaces } from "#db/schema/scheduling";
import { demand, demandActive, ideaToActOn } from "../ideas/visible";
import type { Person } from "../kernel/actor";
import { DomainError, found } from "../kernel/errors";
import type { Db } from "../kernel/store";
import { hours } from "../kernel/time";
import { openDays } from "../scheduling/opening";
import type { Range } from "../scheduling/slot";
import { QUANTUM_MS, within } from "../scheduling/slot";
import { dayAt, weekRange } from "../scheduling/wall";
import type { BookedFor } from "./lab";
import { AHEAD_DAYS, lastStart, OPEN_BOOKINGS_MAX, weeklyLimit } from "./lab";
import type { Place } from "./place";
import { audienceAllows, belongsTo, canBookForIdea, canBookForOrganisation, canRunLab } from "./policy";

export interface Wish extends BookedFor {
  readonly place: Place;
  readonly range: Range;
  /** A booking that does not count: the one that is moved. */
  readonly except?: string;
}

/**
 * Every rule a booking has to keep, but for whether the place is free. Refuses with the rule's own code: "in_the_past",
 * "too_far", "closed", "not_bookable", "no_induction", "quota_open", "quota_hours"; "not_found" or "forbidden" for whom it is.
 */
export async function demandRules(db: Db, actor: Person, wish: Wish, now: Date): Promise<void> {
  const runs = canRunLab(actor, wish.place.campusId);
  // Who runs the campus moves what stands there, also for an idea they may not see.
  if (!runs || wish.except === undefined) await demandBookedFor(db, actor, wish);
  demandSoon(actor, wish, now);
  await demandOpen(db, wish);
  if (runs) return;
  await demandAudience(db, actor, wish);
  await demandInduction(db, actor, wish, now);
  await demandQuota(db, actor, wish, now);
}

async function demandBookedFor(db: Db, actor: Person, { place, range, forKind, forId }: Wish): Promise<void> {
  if (forKind === "idea") {
    const { idea, membership } = await ideaToActOn(db, actor, forId);
    demand(actor, canBookForIdea(actor, place.campusId, membership));
    demandActive(idea);
    if (!belongsTo(actor, place.campusId)) throw new DomainError("not_bookable");
    return;
  }
  const [organisation] = await db.select({ campusId: organisations.campusId }).from(organisations).where(eq(organisations.id, forId));
  const { campusId } = found(organisation);
  demand(actor, canBookForOrganisation(actor, place.campusId, forId));
  if (campusId === place.campusId) return;
  if (!(await isResident(db, forId, place, dayAt(place.zone, range.from)))) throw new DomainError("not_bookable");
}

/** Tells whether an organisation stays on the campus of the place on that day. */
async function isResident(db: Db, organisationId: string, place: Place, day: string): Promise<boolean> {
  const [row] = await db
    .select({ id: residencies.id })
    .from(residencies)
    .innerJoin(spaces, eq(spaces.id, residencies.spaceId))
    .innerJoin(campuses, eq(campuses.id, spaces.campusId))
    .where(
      and(
        eq(residencies.organisationId, organisationId),
        eq(campuses.id, place.campusId),
        lte(residencies.firstDay, day),
        gte(residencies.lastDay, day),
      ),
    );
  return row !== undefined;
}

function demandSoon(actor: Person, { place, range }: Wish, now: Date): void {
  // The quarter that runs may still be taken: who stands at the bench should not have to wait for the next.
  if (range.from.getTime() + QUANTUM_MS <= now.getTime()) throw new DomainError("in_the_past");
  if (range.from > lastStart(now) && !canRunLab(actor, place.campusId)) throw new DomainError("too_far", { days: AHEAD_DAYS });
}

async function demandOpen(db: Db, { place, range }: Wish): Promise<void> {
  if (place.closedUntil !== null && range.from < place.closedUntil) throw new DomainError("closed");
  const campus = { id: place.campusId, zone: place.zone };
  const days = await openDays(db, campus, dayAt(place.zone, range.from), dayAt(place.zone, range.until));
  const open = days.flatMap((day) => day.open);
  if (!within(range, open)) throw new DomainError("closed");
}

async function demandAudience(db: Db, actor: Person, { place, forKind }: Wish): Promise<void> {
  const [profile] = await db.select({ audience: profiles.audience }).from(profiles).where(eq(profiles.personId, actor.personId));
  if (!audienceAllows(actor, place, { audience: profile?.audience ?? null, forKind })) throw new DomainError("not_bookable");
}

async function demandInduction(db: Db, actor: Person, { place, range }: Wish, now: Date): Promise<void> {
  if (!place.inductionRequired) return;
  const [given] = await db
    .select({ id: inductions.id })
    .from(inductions)
    .where(
      and(
        eq(inductions.personId, actor.personId),
        eq(inductions.resourceId, place.id),
        isNull(inductions.revokedAt),
        lte(inductions.at, now),
        gte(inductions.until, range.until),
      ),
    );
  if (!given) throw new DomainError("no_induction");
}

async function demandQuota(db: Db, actor: Person, { place, range, forKind, forId, except }: Wish, now: Date): Promise<void> {
  const week = weekRange(place.zone, dayAt(place.zone, range.from));
  const holder =
    forKind === "organisation"
      ? and(eq(bookings.forKind, "organisation"), eq(bookings.forId, forId))
      : and(eq(bookings.forKind, "idea"), eq(bookings.bookedBy, actor.personId));
  const counted = and(holder, eq(bookings.state, "confirmed"), except === undefined ? undefined : ne(bookings.id, except));
  const inWeek = await db
    .select({ from: bookings.from, until: bookings.until })
    .from(bookings)
    .where(and(counted, lt(bookings.from, week.until), gt(bookings.until, week.from)));
  if (forKind === "idea") {
    const open = await db
      .select({ id: bookings.id })
      .from(bookings)
      .where(and(counted, gt(bookings.until, now)))
      .limit(OPEN_BOOKINGS_MAX);
    if (open.length >= OPEN_BOOKINGS_MAX) throw new DomainError("quota_open", { limit: OPEN_BOOKINGS_MAX });
  }
  const used = inWeek.reduce((sum, one) => sum + one.until.getTime() - one.from.getTime(), 0);
  const limit = weeklyLimit(forKind);
  if (used + range.until.getTime() - range.from.getTime() <= limit) return;
  throw new DomainError("quota_hours", { used: Math.round((used / hours(1)) * 4) / 4, limit: limit / hours(1) });
}
