import { sql } from "drizzle-orm";
import { bool, check, index, instant, int, json, primaryKey, table, text, uniqueIndex } from "../dialect";
import { campuses } from "./campus";
import type { Labels } from "./campus";
import { people } from "./identity";

/** What can be taken: a leaf place, a machine or a person. A room is taken through its leaves. */
export const subjects = table(
  "subjects",
  {
    id: text("id").primaryKey(),
    kind: text("kind").$type<"leaf" | "person">().notNull(),
    campusId: text("campus_id"),
    capacity: int("capacity").notNull(),
  },
  (t) => [check("subjects_capacity", sql`${t.capacity} > 0`)],
);

/**
 * Who holds what, when. The key makes double booking impossible, whatever the number of servers:
 * one row a subject, unit (0 … capacity − 1) and 15-minute UTC quantum (milliseconds / 900,000).
 */
export const occupied = table(
  "occupied",
  {
    subjectId: text("subject_id").notNull(),
    unit: int("unit").notNull(),
    slot: int("slot").notNull(),
    holderKind: text("holder_kind").$type<"booking" | "session" | "buffer" | "closure">().notNull(),
    holderId: text("holder_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.subjectId, t.unit, t.slot] }), index("occupied_holder").on(t.holderKind, t.holderId)],
);

/** Spaces of a campus: greenhouse room, company lab, sector labs. */
export const spaces = table(
  "spaces",
  {
    id: text("id").primaryKey(),
    campusId: text("campus_id")
      .notNull()
      .references(() => campuses.id),
    code: text("code").notNull(),
    kind: text("kind").$type<"greenhouse" | "company_lab" | "sector_lab">().notNull(),
    name: json("name").$type<Labels>().notNull(),
    about: json("about").$type<Labels>().notNull(),
    /** Audiences that may book here; empty: everybody of the campus. */
    mayBook: json("may_book").$type<string[]>().notNull(),
    position: int("position").notNull(),
  },
  (t) => [uniqueIndex("spaces_code").on(t.campusId, t.code)],
);

/** Desks, benches, rooms and machines: the leaves of a space. Its id is the id of its subject. */
export const resources = table(
  "resources",
  {
    id: text("id")
      .primaryKey()
      .references(() => subjects.id),
    spaceId: text("space_id")
      .notNull()
      .references(() => spaces.id),
    code: text("code").notNull(),
    kind: text("kind").$type<"desk" | "bench" | "room" | "machine">().notNull(),
    name: json("name").$type<Labels>().notNull(),
    seats: int("seats").notNull(),
    inductionRequired: bool("induction_required").notNull(),
    bufferMinutes: int("buffer_minutes").notNull(),
    termId: text("term_id"),
    /** Place on the floor plan of its space, in hundredths of its width and height. */
    x: int("x").notNull(),
    y: int("y").notNull(),
    w: int("w").notNull(),
    h: int("h").notNull(),
    position: int("position").notNull(),
    closedUntil: instant("closed_until"),
    closedReason: json("closed_reason").$type<Labels | null>(),
  },
  (t) => [uniqueIndex("resources_code").on(t.spaceId, t.code)],
);

/** Leaves a room stands for when it is booked as a whole. */
export const resourceLeaves = table(
  "resource_leaves",
  {
    roomId: text("room_id")
      .notNull()
      .references(() => resources.id),
    leafId: text("leaf_id")
      .notNull()
      .references(() => subjects.id),
  },
  (t) => [primaryKey({ columns: [t.roomId, t.leafId] })],
);

export const series = table("series", {
  id: text("id").primaryKey(),
  rule: text("rule").notNull(),
  zone: text("zone").notNull(),
  createdAt: instant("created_at").notNull(),
});

export const bookings = table(
  "bookings",
  {
    id: text("id").primaryKey(),
    campusId: text("campus_id")
      .notNull()
      .references(() => campuses.id),
    resourceId: text("resource_id")
      .notNull()
      .references(() => resources.id),
    seriesId: text("series_id").references(() => series.id),
    from: instant("from_at").notNull(),
    until: instant("until_at").notNull(),
    state: text("state").$type<"confirmed" | "cancelled">().notNull(),
    purpose: text("purpose").notNull(),
    forKind: text("for_kind").$type<"idea" | "organisation">().notNull(),
    forId: text("for_id").notNull(),
    bookedBy: text("booked_by")
      .notNull()
      .references(() => people.id),
    createdAt: instant("created_at").notNull(),
    cancelledAt: instant("cancelled_at"),
    cancelledBy: text("cancelled_by"),
    cancelReason: text("cancel_reason").notNull().default(""),
  },
  (t) => [
    index("bookings_resource").on(t.resourceId, t.from),
    index("bookings_campus").on(t.campusId, t.from),
    index("bookings_person").on(t.bookedBy, t.from),
    index("bookings_order").on(t.forKind, t.forId, t.from, t.id),
    check("bookings_order", sql`${t.from} < ${t.until}`),
  ],
);

/** Who waits for a slot that is taken; one person is offered it at a time, with an end. */
export const waitlist = table(
  "waitlist",
  {
    id: text("id").primaryKey(),
    subjectId: text("subject_id").notNull(),
    from: instant("from_at").notNull(),
    until: instant("until_at").notNull(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: instant("created_at").notNull(),
    offeredUntil: instant("offered_until"),
    closedAt: instant("closed_at"),
  },
  (t) => [index("waitlist_subject").on(t.subjectId, t.from)],
);

/** Machine inductions: who was shown how, until when it counts. */
export const inductions = table(
  "inductions",
  {
    id: text("id").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    resourceId: text("resource_id")
      .notNull()
      .references(() => resources.id),
    givenBy: text("given_by").notNull(),
    at: instant("at").notNull(),
    until: instant("until_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [index("inductions_person").on(t.personId, t.resourceId)],
);

/** A company's stay in the company lab, in whole days of the campus. */
export const residencies = table(
  "residencies",
  {
    id: text("id").primaryKey(),
    organisationId: text("organisation_id").notNull(),
    spaceId: text("space_id")
      .notNull()
      .references(() => spaces.id),
    firstDay: text("first_day").notNull(),
    lastDay: text("last_day").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("residencies_space").on(t.spaceId)],
);
