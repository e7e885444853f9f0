import type { TieRule } from "../../app/domain/judging/ties";
import { bool, index, instant, int, json, table, text, uniqueIndex } from "../dialect";
import { categories, editions, entries } from "./awards";
import { people } from "./identity";

/** Places that were decided; for the organiser alone until they are published. */
export const decisions = table(
  "decisions",
  {
    id: text("id").primaryKey(),
    editionId: text("edition_id")
      .notNull()
      .references(() => editions.id),
    categoryId: text("category_id")
      .notNull()
      .references(() => categories.id),
    entryId: text("entry_id")
      .notNull()
      .references(() => entries.id),
    place: int("place").notNull(),
    citation: text("citation").notNull().default(""),
    pending: bool("pending").notNull(),
    decidedBy: text("decided_by")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
    publishedAt: instant("published_at"),
  },
  (t) => [uniqueIndex("decisions_place").on(t.categoryId, t.place), uniqueIndex("decisions_entry").on(t.entryId)],
);

/** That the published tie rule was applied to entries with the same score, and what came of it. Nothing is ever overwritten. */
export const tieBreaks = table(
  "tie_breaks",
  {
    id: text("id").primaryKey(),
    editionId: text("edition_id")
      .notNull()
      .references(() => editions.id),
    categoryId: text("category_id")
      .notNull()
      .references(() => categories.id),
    /** Ids of the tied entries, best first; those in one group are still tied. */
    outcome: json("outcome").$type<readonly (readonly string[])[]>().notNull(),
    /** The rules that parted something. */
    rules: json("rules").$type<readonly TieRule[]>().notNull(),
    byPersonId: text("by_person_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
  },
  (t) => [index("tie_breaks_edition").on(t.editionId, t.at)],
);
