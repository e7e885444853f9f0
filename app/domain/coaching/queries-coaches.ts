import { and, asc, eq, gt, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { campuses } from "#db/schema/campus";
import { availability, availabilityExceptions } from "#db/schema/coaching";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { people, profiles, roleGrants } from "#db/schema/identity";
import type { Visibility } from "../ideas/idea";
import { isOpenRung } from "../ideas/idea";
import type { View } from "../ideas/visible";
import { isId, keyList, openTo } from "../ideas/visible";
import type { Locale } from "../kernel/actor";
import { DomainError } from "../kernel/errors";
import { dayAt } from "../scheduling/wall";
import type { Slot } from "./coaching";
import { BOOK_AHEAD_DAYS } from "./coaching";
import type { FreeQuery, Place } from "./hours-rows";
import { freeSlotsOf } from "./hours-rows";
import { canSeeCoaches, coachedCampuses } from "./policy";
import { coachOfCampus, loadsOf } from "./session-rows";

/** Slots that can be booked with a coach of a campus. For its people; "not_found" for others and for who is no coach there. */
export async function freeSlots({ db, actor }: View, campus: Place, coachId: string, query: FreeQuery): Promise<Slot[]> {
  if (!canSeeCoaches(actor, campus.id)) throw new DomainError("not_found");
  await coachOfCampus(db, coachId, campus.id, query.now);
  return (await freeSlotsOf(db, campus, [coachId], query)).get(coachId) ?? [];
}

export interface ShownCoach {
  readonly id: string;
  readonly name: string;
  readonly languages: readonly Locale[];
  /** What they say of themselves, when their profile is open to the campus. */
  readonly bio: string;
  /** Moments that can be booked, soonest first. */
  readonly next: readonly Slot[];
  readonly free: number;
  /** No more ideas can be taken on; talks for ideas they carry can. */
  readonly full: boolean;
  /** Ideas they carry at the same time. */
  readonly capacity: number;
}

const NEXT_SHOWN = 3;

/** Coaches of a campus by name, with their next free moments of three weeks; seven statements. Empty for who does not belong there. */
export async function coachesOf({ db, actor }: View, campus: Place, now: Date): Promise<ShownCoach[]> {
  if (!canSeeCoaches(actor, campus.id)) return [];
  const rows = await db
    .selectDistinct({
      id: people.id,
      name: people.name,
      nameKey: people.nameKey,
      languages: profiles.languages,
      bio: profiles.bio,
      shown: profiles.visibility,
    })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .leftJoin(profiles, eq(profiles.personId, people.id))
    .where(
      and(
        eq(roleGrants.role, "coach"),
        eq(roleGrants.scopeKind, "campus"),
        eq(roleGrants.scopeId, campus.id),
        lte(roleGrants.from, now),
        or(isNull(roleGrants.until), gt(roleGrants.until, now)),
        isNull(people.suspendedAt),
        isNull(people.erasedAt),
      ),
    )
    .orderBy(asc(people.nameKey), asc(people.id));
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const loads = await loadsOf(db, ids, now);
  const days = BOOK_AHEAD_DAYS + 1;
  const slots = await freeSlotsOf(db, campus, ids, { fromDay: dayAt(campus.zone, now), days, now });
  return rows.map(({ id, name, languages, bio, shown }) => {
    const free = slots.get(id) ?? [];
    const load = loads.get(id);
    return {
      id,
      name,
      languages: languages ?? [],
      bio: shown === "private" || bio === null ? "" : bio,
      next: free.slice(0, NEXT_SHOWN),
      free: free.length,
      full: load !== undefined && load.carried.length >= load.capacity,
      capacity: load?.capacity ?? 0,
    };
  });
}

/** A coach with the campuses, among those the actor belongs to, where they coach. Refuses with "not_found" when there is none. */
export async function coachFor({ db, actor }: View, coachId: string, now: Date) {
  if (!isId(coachId)) throw new DomainError("not_found");
  const rows = await db
    .selectDistinct({
      name: people.name,
      languages: profiles.languages,
      bio: profiles.bio,
      shown: profiles.visibility,
      campus: { id: campuses.id, slug: campuses.slug, name: campuses.name, zone: campuses.zone, position: campuses.position },
    })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .innerJoin(campuses, eq(campuses.id, roleGrants.scopeId))
    .leftJoin(profiles, eq(profiles.personId, people.id))
    .where(
      and(
        eq(people.id, coachId),
        eq(roleGrants.role, "coach"),
        eq(roleGrants.scopeKind, "campus"),
        lte(roleGrants.from, now),
        or(isNull(roleGrants.until), gt(roleGrants.until, now)),
        isNull(people.suspendedAt),
        isNull(people.erasedAt),
      ),
    )
    .orderBy(asc(campuses.position), asc(campuses.id));
  const seen = rows.filter((row) => canSeeCoaches(actor, row.campus.id));
  const [first] = seen;
  if (!first) throw new DomainError("not_found");
  const { name, languages, bio, shown } = first;
  return {
    id: coachId,
    name,
    languages: languages ?? [],
    bio: shown === "private" || bio === null ? "" : bio,
    campuses: seen.map((row) => row.campus),
  };
}

/** An idea somebody can bring to a coach. */
export interface BringableIdea {
  readonly id: string;
  readonly title: string;
  readonly campusId: string;
  readonly visibility: Visibility;
  /** Coaches see it already. */
  readonly open: boolean;
  /** The actor may open it to coaches. */
  readonly mayOpen: boolean;
  /** The coach carries it already, so that being full does not matter. */
  readonly carried: boolean;
}

const IDEAS_SHOWN = 100;

/** Ideas of the actor's teams on campuses where the coach coaches, newest work first; not those whose team the coach is in. Three statements. */
export async function bringableIdeas(
  { db, actor }: View,
  coachId: string,
  campusIds: readonly string[],
  now: Date,
): Promise<BringableIdea[]> {
  if (actor.personId === null || campusIds.length === 0) return [];
  const rows = await db
    .select({
      id: ideas.id,
      title: ideas.title,
      campusId: ideas.homeCampusId,
      visibility: ideas.visibility,
      role: ideaMembers.role,
      withCoach: sql<number>`(select count(*) from ${ideaMembers} c where c.idea_id = ${ideas.id} and c.person_id = ${coachId} and c.until_at is null)`,
    })
    .from(ideaMembers)
    .innerJoin(ideas, eq(ideas.id, ideaMembers.ideaId))
    .where(
      and(
        eq(ideaMembers.personId, actor.personId),
        isNull(ideaMembers.until),
        inArray(ideas.homeCampusId, [...campusIds]),
        eq(ideas.status, "active"),
        isNull(ideas.hiddenAt),
        openTo(ideas.id, keyList(actor)),
      ),
    )
    .orderBy(sql`${ideas.activeAt} desc`, sql`${ideas.id} desc`)
    .limit(IDEAS_SHOWN);
  const load = (await loadsOf(db, [coachId], now)).get(coachId);
  return rows
    .filter((row) => Number(row.withCoach) === 0)
    .map(({ id, title, campusId, visibility, role }) => ({
      id,
      title,
      campusId,
      visibility,
      open: isOpenRung(visibility),
      mayOpen: role === "owner",
      carried: load?.carried.includes(id) ?? false,
    }));
}

/** Whether a coach can take on another idea, and how many they carry. */
export async function roomOf({ db }: Pick<View, "db">, coachId: string, now: Date): Promise<{ carried: number; capacity: number }> {
  const load = (await loadsOf(db, [coachId], now)).get(coachId);
  return { carried: load?.carried.length ?? 0, capacity: load?.capacity ?? 0 };
}

/** What a coach has set: hours of every week, exceptions from a day on, and capacity. "not_found" for who coaches nowhere. */
export async function myHours({ db, actor }: View, fromDay: string, now: Date) {
  const campusIds = coachedCampuses(actor);
  if (actor.personId === null || campusIds.length === 0) throw new DomainError("not_found");
  const mine = actor.personId;
  const weekly = await db
    .select()
    .from(availability)
    .where(and(eq(availability.coachId, mine), isNull(availability.removedAt)))
    .orderBy(asc(availability.weekday), asc(availability.fromMinute), asc(availability.id));
  const exceptions = await db
    .select()
    .from(availabilityExceptions)
    .where(and(eq(availabilityExceptions.coachId, mine), gte(availabilityExceptions.day, fromDay)))
    .orderBy(asc(availabilityExceptions.day), asc(availabilityExceptions.fromMinute), asc(availabilityExceptions.id));
  return { campusIds, weekly, exceptions, room: await roomOf({ db }, mine, now) };
}
