import { campusById } from "../../app/domain/campus/queries";
import { after, days, hours } from "../../app/domain/kernel/time";
import { addResidency } from "../../app/domain/lab/add-residency";
import { bookResource } from "../../app/domain/lab/book-resource";
import { cancelBooking } from "../../app/domain/lab/cancel-booking";
import { closeResource } from "../../app/domain/lab/close-resource";
import { createResource } from "../../app/domain/lab/create-resource";
import { createSpace } from "../../app/domain/lab/create-space";
import { giveInduction } from "../../app/domain/lab/give-induction";
import { instantOf } from "../../app/domain/scheduling/wall";
import { BOOKINGS, CAMPUSES, INDUCTIONS, ORGANISATIONS } from "./demo";
import type { BookingSeed, CampusSlug, InductionSeed, LeafCode, PersonSlug } from "./demo/types";
import type { Desk } from "./desk";
import { acting, dayFromNow, daysAgo, idOf, OPENED_DAYS_AGO, operator } from "./desk";
import { workdaysOf } from "./workdays";

/** Who runs each campus in the demo. */
const RUNS: Readonly<Record<CampusSlug, PersonSlug>> = { "t2-campus": "els", "atelier-meuse": "tine" };
const CLOSED: LeafCode = "genk-vinyl";
const CLOSED_FOR = { nl: "Het mes wordt vervangen", fr: "La lame est remplacée", en: "The knife is being replaced" };
const CLOSED_WORKDAYS = 3;

/** A campus with what dates its bookings. */
interface Calendar {
  readonly slug: CampusSlug;
  readonly zone: string;
  readonly dayOf: (offset: number) => string;
}

/** Spaces and resources, inductions, stays of companies, and what is booked around now. */
export async function seedLab(desk: Desk): Promise<void> {
  const calendars = new Map<string, Calendar>();
  for (const campus of CAMPUSES) {
    const calendar = await calendarOf(desk, campus.slug);
    await seedSpaces(desk, campus);
    for (const { leaves } of campus.spaces) for (const { code } of leaves) calendars.set(code, calendar);
  }
  const calendarOfLeaf = (leaf: LeafCode): Calendar => {
    const calendar = calendars.get(leaf);
    if (!calendar) throw new Error(`seed: "${leaf}" is of no campus`);
    return calendar;
  };
  for (const induction of INDUCTIONS) await seedInduction(desk, induction, RUNS[calendarOfLeaf(induction.leaf).slug]);
  for (const booking of BOOKINGS) await seedBooking(desk, booking, calendarOfLeaf(booking.leaf));
  const { slug, dayOf } = calendarOfLeaf(CLOSED);
  await closeResource(await acting(desk, RUNS[slug], desk.now), {
    resourceId: idOf(desk.resources, CLOSED),
    untilDay: dayOf(CLOSED_WORKDAYS),
    reason: CLOSED_FOR,
    cancelBookings: false,
  });
}

async function calendarOf(desk: Desk, slug: CampusSlug): Promise<Calendar> {
  const campus = await campusById(desk.store.db, idOf(desk.campuses, slug));
  if (!campus) throw new Error(`seed: no campus "${slug}"`);
  return { slug, zone: campus.zone, dayOf: await workdaysOf(desk.store.db, campus, desk.now) };
}

async function seedSpaces(desk: Desk, campus: (typeof CAMPUSES)[number]): Promise<void> {
  const ctx = operator(desk, daysAgo(desk, OPENED_DAYS_AGO, 8 * 60 + 30));
  const campusId = idOf(desk.campuses, campus.slug);
  for (const [position, space] of campus.spaces.entries()) {
    const { code, kind, name, about, mayBook = [] } = space;
    const { spaceId } = await createSpace(ctx, { campusId, code, kind, name, about, mayBook, position });
    for (const [place, leaf] of space.leaves.entries()) {
      const { capacity: seats, term, rect, ...facts } = leaf;
      const { resourceId } = await createResource(ctx, { ...facts, spaceId, seats, termId: term ?? null, rect, position: place });
      desk.resources.set(leaf.code as LeafCode, resourceId);
    }
    if (kind === "company_lab") await seedResidencies(desk, campus.slug, spaceId);
  }
}

async function seedResidencies(desk: Desk, slug: CampusSlug, spaceId: string): Promise<void> {
  for (const { slug: organisation, residency } of ORGANISATIONS) {
    if (!residency || residency.campus !== slug) continue;
    const ctx = operator(desk, daysAgo(desk, residency.daysAgo + 7, 10 * 60));
    const organisationId = idOf(desk.organisations, organisation);
    const [firstDay, lastDay] = [dayFromNow(desk, -residency.daysAgo), dayFromNow(desk, residency.daysAhead)];
    await addResidency(ctx, { organisationId, spaceId, firstDay, lastDay });
  }
}

async function seedInduction(desk: Desk, { person, leaf, daysAgo: count, validDays }: InductionSeed, giver: PersonSlug): Promise<void> {
  const at = daysAgo(desk, count, 15 * 60);
  const input = { resourceId: idOf(desk.resources, leaf), personId: idOf(desk.people, person), until: after(at, days(validDays)) };
  await giveInduction(await acting(desk, giver, at), input);
}

async function seedBooking(desk: Desk, booking: BookingSeed, { zone, dayOf }: Calendar): Promise<void> {
  const { leaf, workday, from, to, by, purpose, state } = booking;
  const day = dayOf(workday);
  const begins = instantOf(zone, day, from);
  // Made two days before it begins, or two days ago when it is still to come.
  const at = after(begins < desk.now ? begins : desk.now, -days(2));
  const forId = booking.for.kind === "idea" ? idOf(desk.ideas, booking.for.slug) : idOf(desk.organisations, booking.for.slug);
  const wish = { resourceId: idOf(desk.resources, leaf), day, from, until: to, forKind: booking.for.kind, forId, purpose };
  const { bookingId } = await bookResource(await acting(desk, by, at), wish);
  if (state === "cancelled") await cancelBooking(await acting(desk, by, after(at, hours(20))), bookingId);
}
