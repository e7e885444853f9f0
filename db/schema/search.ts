import { bool, index, table, text } from "../dialect";
import { ideas } from "./ideas";

/** The full-text index: one row a stem and idea. The first index holds all that search reads. */
export const searchStems = table(
  "search_stems",
  {
    stem: text("stem").notNull(),
    ideaId: text("idea_id")
      .notNull()
      .references(() => ideas.id),
    inTitle: bool("in_title").notNull(),
  },
  (t) => [index("search_stems_stem").on(t.stem, t.ideaId, t.inTitle), index("search_stems_idea").on(t.ideaId)],
);
