import type { PlanChoice, PlanGoal, PlanResult } from "../../app/domain/awards/panel/plan";
import type { Locale } from "../../app/domain/kernel/actor";
import { bool, check, index, instant, int, json, primaryKey, table, text, uniqueIndex } from "../dialect";
import { sql } from "drizzle-orm";
import { editions, entries, rounds } from "./awards";
import { people } from "./identity";

/** What somebody brings to the jury of an edition; without a row their profile says it. */
export const juryMembers = table(
  "jury_members",
  {
    editionId: text("edition_id")
      .notNull()
      .references(() => editions.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    /** Languages in which they read entries. */
    languages: json("languages").$type<Locale[]>().notNull(),
    /** Terms of the list: what they know about. */
    domainIds: json("domain_ids").$type<string[]>().notNull(),
    /** How many entries they take at most; null as many as the edition asks. */
    most: int("most"),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.personId] }), check("jury_members_most", sql`${t.most} is null or ${t.most} >= 0`)],
);

/** Days on which a juror is away, both included, on the calendar of the campus. */
export const juryAbsences = table(
  "jury_absences",
  {
    id: text("id").primaryKey(),
    editionId: text("edition_id")
      .notNull()
      .references(() => editions.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    firstDay: text("first_day").notNull(),
    lastDay: text("last_day").notNull(),
  },
  (t) => [index("jury_absences_person").on(t.editionId, t.personId)],
);

/** Entries a juror had rather not score. A wish only keeps away, it never draws near: who could ask for an entry could steer the result. */
export const juryWishes = table(
  "jury_wishes",
  {
    entryId: text("entry_id")
      .notNull()
      .references(() => entries.id),
    jurorId: text("juror_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.entryId, t.jurorId] }), index("jury_wishes_juror").on(t.jurorId)],
);

/** How the jury of an edition works; without a row the defaults hold. */
export const jurySettings = table("jury_settings", {
  editionId: text("edition_id")
    .primaryKey()
    .references(() => editions.id),
  /** Whether a juror sees what the others gave once their own sheet is sent. */
  showsPeers: bool("shows_peers").notNull(),
  /** Whether a juror may compare own entries whose totals are near, once all own sheets are sent. */
  comparesPairs: bool("compares_pairs").notNull().default(false),
  updatedAt: instant("updated_at").notNull(),
});

/** Plans of who scores what: one draft a round at a time, kept when published or dropped. */
export const juryPlans = table(
  "jury_plans",
  {
    id: text("id").primaryKey(),
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    /** The round while it is a draft, null afterwards. */
    openKey: text("open_key"),
    state: text("state").$type<"draft" | "published" | "dropped">().notNull(),
    goal: text("goal").$type<PlanGoal>().notNull(),
    seed: text("seed").notNull(),
    /** Entries a juror gets at least and at most; null lets the computation find the most even loads that are possible. */
    least: int("least"),
    most: int("most"),
    choices: json("choices").$type<PlanChoice[]>().notNull(),
    /** Null while it is being computed. */
    result: json("result").$type<PlanResult | null>(),
    /** Raised by each change, so that two people never overwrite each other unawares. */
    revision: int("revision").notNull(),
    byPersonId: text("by_person_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
    dueAt: instant("due_at").notNull(),
    remindedAt: instant("reminded_at"),
    closedAt: instant("closed_at"),
    closedBy: text("closed_by"),
  },
  (t) => [uniqueIndex("jury_plans_open").on(t.openKey), index("jury_plans_round").on(t.roundId, t.at)],
);

/** That an organiser asked a juror how it goes: at most once a day. */
export const juryNudges = table(
  "jury_nudges",
  {
    editionId: text("edition_id")
      .notNull()
      .references(() => editions.id),
    jurorId: text("juror_id")
      .notNull()
      .references(() => people.id),
    /** The day on the calendar of the campus. */
    day: text("day").notNull(),
    byPersonId: text("by_person_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.jurorId, t.day] })],
);
