import type { Locale } from "../../app/domain/kernel/actor";
import { index, instant, int, json, table, text, uniqueIndex } from "../dialect";
import { people } from "./identity";

export type Labels = Record<Locale, string>;

export const campuses = table(
  "campuses",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    place: text("place").notNull(),
    /** IANA time zone, such as Europe/Brussels. */
    zone: text("zone").notNull(),
    languages: json("languages").$type<Locale[]>().notNull(),
    position: int("position").notNull(),
  },
  (t) => [uniqueIndex("campuses_slug").on(t.slug)],
);

/** Weekly opening hours in the wall time of the campus: minutes since midnight. Weekday 1 is Monday. */
export const openingHours = table(
  "opening_hours",
  {
    id: text("id").primaryKey(),
    campusId: text("campus_id")
      .notNull()
      .references(() => campuses.id),
    weekday: int("weekday").notNull(),
    fromMinute: int("from_minute").notNull(),
    untilMinute: int("until_minute").notNull(),
  },
  (t) => [index("opening_hours_campus").on(t.campusId)],
);

/** Days on which a campus is closed, first and last day included, as ISO dates of the campus. */
export const closures = table(
  "closures",
  {
    id: text("id").primaryKey(),
    campusId: text("campus_id")
      .notNull()
      .references(() => campuses.id),
    firstDay: text("first_day").notNull(),
    lastDay: text("last_day").notNull(),
    reason: json("reason").$type<Labels>().notNull(),
  },
  (t) => [index("closures_campus").on(t.campusId)],
);

export const organisations = table(
  "organisations",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    campusId: text("campus_id")
      .notNull()
      .references(() => campuses.id),
    description: json("description").$type<Labels>().notNull(),
    website: text("website"),
    /** With the prefix of its country, as the EU's service knows it; null for who has none, or came by an organiser. */
    vatNumber: text("vat_number"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("organisations_slug").on(t.slug),
    index("organisations_campus").on(t.campusId),
    uniqueIndex("organisations_vat").on(t.campusId, t.vatNumber),
  ],
);

export const organisationMembers = table(
  "organisation_members",
  {
    id: text("id").primaryKey(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    from: instant("from_at").notNull(),
    until: instant("until_at"),
  },
  (t) => [index("organisation_members_person").on(t.personId), index("organisation_members_org").on(t.organisationId)],
);

/** The trilingual taxonomy. */
export const terms = table(
  "terms",
  {
    id: text("id").primaryKey(),
    code: text("code").notNull(),
    kind: text("kind").notNull(),
    needKind: text("need_kind"),
    parentId: text("parent_id"),
    labels: json("labels").$type<Labels>().notNull(),
    synonyms: json("synonyms").$type<Record<Locale, string[]>>().notNull(),
    position: int("position").notNull(),
    /** No longer offered to pick from; where it is used it stays. */
    retiredAt: instant("retired_at"),
    /** The term that stands for this one since they were merged, itself never merged: hashed versions, old addresses and imports still say this one. */
    mergedInto: text("merged_into"),
  },
  (t) => [uniqueIndex("terms_code").on(t.code), index("terms_kind").on(t.kind, t.position), index("terms_merged").on(t.mergedInto)],
);
