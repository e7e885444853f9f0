import { index, instant, table, text } from "../dialect";
import { terms } from "./campus";

/** Each time one term was merged into another, by whom, and whether that was undone. */
export const termMerges = table(
  "term_merges",
  {
    id: text("id").primaryKey(),
    fromId: text("from_id")
      .notNull()
      .references(() => terms.id),
    intoId: text("into_id")
      .notNull()
      .references(() => terms.id),
    byPersonId: text("by_person_id"),
    at: instant("at").notNull(),
    undoneAt: instant("undone_at"),
    undoneBy: text("undone_by"),
  },
  (t) => [index("term_merges_from").on(t.fromId), index("term_merges_into").on(t.intoId)],
);

/** Which rows a merge changed, so that it can be undone; they go when it no longer can. */
export const termMoves = table(
  "term_moves",
  {
    /** The three that follow, in one. */
    id: text("id").primaryKey(),
    mergeId: text("merge_id")
      .notNull()
      .references(() => termMerges.id),
    /** The column, as `table.column`. */
    place: text("place").notNull(),
    rowId: text("row_id").notNull(),
    /** What stood there, where that was not simply the merged term. */
    before: text("before"),
    at: instant("at").notNull(),
  },
  (t) => [index("term_moves_merge").on(t.mergeId, t.place), index("term_moves_at").on(t.at)],
);
