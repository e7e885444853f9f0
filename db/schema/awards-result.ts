import type { TieRule } from "../../app/domain/judging/ties";
import { index, instant, json, table, text } from "../dialect";
import { categories, editions } from "./awards";
import { people } from "./identity";

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
