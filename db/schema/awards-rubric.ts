import { sql } from "drizzle-orm";
import type { Locale } from "../../app/domain/kernel/actor";
import { check, index, instant, int, primaryKey, table, text } from "../dialect";
import { categories, criteria, editions, rounds, rubricVersions } from "./awards";
import { ideas } from "./ideas";
import { people } from "./identity";

/** The rubric of one category in one round; without a row the rubric of the round holds. */
export const roundRubrics = table(
  "round_rubrics",
  {
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    categoryId: text("category_id")
      .notNull()
      .references(() => categories.id),
    rubricVersionId: text("rubric_version_id")
      .notNull()
      .references(() => rubricVersions.id),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.categoryId] }), index("round_rubrics_version").on(t.rubricVersionId)],
);

/** Versions an edition has at hand beside those its rounds use: chosen or made, not yet given to a category. */
export const editionRubrics = table(
  "edition_rubrics",
  {
    editionId: text("edition_id")
      .notNull()
      .references(() => editions.id),
    rubricVersionId: text("rubric_version_id")
      .notNull()
      .references(() => rubricVersions.id),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.rubricVersionId] }), index("edition_rubrics_version").on(t.rubricVersionId)],
);

/** How somebody of a team, or its coach, sees an idea by a rubric at a moment. Never changed; a later one stands beside it. */
export const assessments = table(
  "assessments",
  {
    id: text("id").primaryKey(),
    ideaId: text("idea_id")
      .notNull()
      .references(() => ideas.id),
    rubricVersionId: text("rubric_version_id")
      .notNull()
      .references(() => rubricVersions.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    side: text("side").$type<"team" | "coach">().notNull(),
    /** The version of the idea that was looked at. */
    ideaVersionNo: int("idea_version_no").notNull(),
    note: text("note").notNull().default(""),
    lang: text("lang").$type<Locale>().notNull(),
    at: instant("at").notNull(),
    removedAt: instant("removed_at"),
    hiddenAt: instant("hidden_at"),
    hiddenBy: text("hidden_by"),
  },
  (t) => [index("assessments_idea").on(t.ideaId, t.at), index("assessments_person").on(t.personId, t.side)],
);

export const assessmentScores = table(
  "assessment_scores",
  {
    assessmentId: text("assessment_id")
      .notNull()
      .references(() => assessments.id),
    criterionId: text("criterion_id")
      .notNull()
      .references(() => criteria.id),
    /** Hundredths of a point, 0 … 10,000. */
    points: int("points").notNull(),
    comment: text("comment").notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.criterionId] }), check("assessment_scores_range", sql`${t.points} between 0 and 10000`)],
);
