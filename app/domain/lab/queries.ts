import { and, asc, desc, eq, gt, gte, inArray, isNull, or, sql } from "drizzle-orm";
import { campuses, organisations } from "#db/schema/campus";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import { bookings, inductions, residencies, resources, spaces } from "#db/schema/scheduling";
import type { View } from "../ideas/visible";
import { demand, ideaToRead, isId, keyList, openTo } from "../ideas/visible";
import { found } from "../kernel/errors";
import { prepared } from "../kernel/prepared";
import type { BookedFor, BookingState, Labels } from "./lab";
import { bookedForText } from "./lab";
import { bookingToActOn } from "./place";
import { canChangeBooking, canRunLab, canSeeBooking } from "./policy";

/** A booking in a list: where, when, in the zone of its campus. */
export interface BookingLine {
  readonly id: string;
  readonly resource: Labels;
  readonly space: Labels;
  readonly campusSlug: string;
  readonly zone: string;
  readonly from: Date;
  readonly until: Date;
  readonly state: BookingState;
  readonly purpose: string;
}

const lineColumns = {
  id: bookings.id,
  resource: resources.name,
  space: spaces.name,
  campusSlug: campuses.slug,
  zone: campuses.zone,
  from: bookings.from,
  until: bookings.until,
  state: bookings.state,
  purpose: bookings.purpose,
};

/** What a person can book for: ideas in whose team they are, organisations they act for; who runs the campus, every organisation there. */
export async function bookingChoices({ db, actor }: View, campusId: string): Promise<{ value: string; label: string }[]> {
  if (actor.personId === null) return [];
  const mine = await db
    .select({ id: ideas.id, title: ideas.title })
    .from(ideaMembers)
    .innerJoin(ideas, eq(ideas.id, ideaMembers.ideaId))
    .where(
      and(
        eq(ideaMembers.personId, actor.personId),
        isNull(ideaMembers.until),
        eq(ideas.status, "active"),
        openTo(ideas.id, keyList(actor)),
      ),
    )
    .orderBy(desc(ideas.activeAt), desc(ideas.id))
    .limit(100);
  const ids = [...actor.organisationIds];
  const companies = await db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(
      canRunLab(actor, campusId)
        ? or(eq(organisations.campusId, campusId), inArray(organisations.id, ids))
        : inArray(organisations.id, ids),
    )
    .orderBy(asc(organisations.name), asc(organisations.id));
  return [
    ...mine.map(({ id, title }) => ({ value: bookedForText({ forKind: "idea", forId: id }), label: title })),
    ...companies.map(({ id, name }) => ({ value: bookedForText({ forKind: "organisation", forId: id }), label: name })),
  ];
}

/** What the actor made, or their organisations have, that is still to come or going on; soonest first (50 at most). */
export async function myBookings({ db, actor }: View, now: Date): Promise<(BookingLine & { label: string })[]> {
  if (actor.personId === null) return [];
  const theirs = and(eq(bookings.forKind, "organisation"), inArray(bookings.forId, [...actor.organisationIds]));
  const rows = await db
    .select({ ...lineColumns, title: ideas.title, organisation: organisations.name })
    .from(bookings)
    .innerJoin(resources, eq(resources.id, bookings.resourceId))
    .innerJoin(spaces, eq(spaces.id, resources.spaceId))
    .innerJoin(campuses, eq(campuses.id, bookings.campusId))
    .leftJoin(ideas, and(eq(bookings.forKind, "idea"), eq(ideas.id, bookings.forId), openTo(ideas.id, keyList(actor))))
    .leftJoin(organisations, and(eq(bookings.forKind, "organisation"), eq(organisations.id, bookings.forId)))
    .where(and(eq(bookings.state, "confirmed"), gt(bookings.until, now), or(eq(bookings.bookedBy, actor.personId), theirs)))
    .orderBy(asc(bookings.from), asc(bookings.id))
    .limit(50);
  return rows.map(({ title, organisation, ...row }) => ({ ...row, label: organisation ?? title ?? "" }));
}

/**
 * Confirmed bookings of an idea, newest first (100 at most), for its timeline: everybody who sees the idea sees where and when, its
 * team what for. Refuses with "not_found".
 */
export async function bookingsOfIdea(view: View, ideaId: string): Promise<BookingLine[]> {
  const { membership } = await ideaToRead(view, ideaId);
  const query = prepared(view.db, "lab.bookings-of-idea", (on) =>
    on
      .select(lineColumns)
      .from(bookings)
      .innerJoin(resources, eq(resources.id, bookings.resourceId))
      .innerJoin(spaces, eq(spaces.id, resources.spaceId))
      .innerJoin(campuses, eq(campuses.id, bookings.campusId))
      .where(and(eq(bookings.forKind, "idea"), eq(bookings.forId, sql.placeholder("idea")), eq(bookings.state, "confirmed")))
      .orderBy(desc(bookings.from), desc(bookings.id))
      .limit(100),
  );
  const rows = await query.execute({ idea: ideaId });
  return membership === null ? rows.map((row) => ({ ...row, purpose: "" })) : rows;
}

export interface BookingPage extends BookingLine, BookedFor {
  readonly resourceId: string;
  /** Organisation's name, or the title of an idea the actor may see. */
  readonly label: string | null;
  readonly bookedBy: string | null;
  readonly cancelReason: string;
  readonly createdAt: Date;
  /** May cancel and move it while it is not over. */
  readonly mayChange: boolean;
  /** May take the cancelling back. */
  readonly mayRestore: boolean;
}

/**
 * One booking, for whom it concerns: who booked it, the idea's team, the organisation, who runs the campus. For everybody else there
 * is no such page ("not_found"); on the day grid they see that the place is taken.
 */
export async function bookingFor({ db, actor }: View, bookingId: string, now: Date): Promise<BookingPage> {
  const { booking, facts } = await bookingToActOn(db, actor, bookingId);
  found(canSeeBooking(actor, facts) ? booking : null);
  const [row] = await db
    .select({ ...lineColumns, by: people.name, title: ideas.title, organisation: organisations.name })
    .from(bookings)
    .innerJoin(resources, eq(resources.id, bookings.resourceId))
    .innerJoin(spaces, eq(spaces.id, resources.spaceId))
    .innerJoin(campuses, eq(campuses.id, bookings.campusId))
    .innerJoin(people, eq(people.id, bookings.bookedBy))
    .leftJoin(ideas, and(eq(bookings.forKind, "idea"), eq(ideas.id, bookings.forId), openTo(ideas.id, keyList(actor))))
    .leftJoin(organisations, and(eq(bookings.forKind, "organisation"), eq(organisations.id, bookings.forId)))
    .where(eq(bookings.id, bookingId));
  const { by, title, organisation, ...line } = found(row);
  const { forKind, forId, resourceId, cancelReason, createdAt } = booking;
  const mine = canChangeBooking(actor, facts) && booking.until > now;
  return {
    ...line,
    forKind,
    forId,
    resourceId,
    cancelReason,
    createdAt,
    label: organisation ?? title,
    bookedBy: by === "" ? null : by,
    mayChange: mine && booking.state === "confirmed",
    mayRestore: mine && booking.state === "cancelled" && booking.cancelledBy === actor.personId,
  };
}

export interface InductionLine {
  readonly id: string;
  readonly resourceId: string;
  readonly name: string;
  readonly at: Date;
  readonly until: Date;
}

/** Inductions of a campus that count at `now`, by name, for who runs it ("forbidden" for others). */
export async function inductionsOf({ db, actor }: View, campusId: string, now: Date): Promise<InductionLine[]> {
  demand(actor, isId(campusId) && canRunLab(actor, campusId));
  return db
    .select({ id: inductions.id, resourceId: inductions.resourceId, name: people.name, at: inductions.at, until: inductions.until })
    .from(inductions)
    .innerJoin(people, eq(people.id, inductions.personId))
    .innerJoin(resources, eq(resources.id, inductions.resourceId))
    .innerJoin(spaces, eq(spaces.id, resources.spaceId))
    .where(and(eq(spaces.campusId, campusId), isNull(inductions.revokedAt), gt(inductions.until, now), isNull(people.erasedAt)))
    .orderBy(asc(people.nameKey), asc(inductions.id));
}

export interface Resident {
  readonly organisationId: string;
  readonly name: string;
  readonly spaceId: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** Companies that stay on a campus on a day or later, soonest first. */
export async function residentsOf({ db }: View, campusId: string, day: string): Promise<Resident[]> {
  return db
    .select({
      organisationId: organisations.id,
      name: organisations.name,
      spaceId: residencies.spaceId,
      firstDay: residencies.firstDay,
      lastDay: residencies.lastDay,
    })
    .from(residencies)
    .innerJoin(spaces, eq(spaces.id, residencies.spaceId))
    .innerJoin(organisations, eq(organisations.id, residencies.organisationId))
    .where(and(eq(spaces.campusId, campusId), gte(residencies.lastDay, day)))
    .orderBy(asc(residencies.firstDay), asc(organisations.name), asc(residencies.id));
}
