import { index, instant, int, json, primaryKey, table, text } from "../dialect";
import { assignments, entries, rounds } from "./awards";
import { people } from "./identity";

/** What somebody read on a paper sheet. */
export interface PaperScore {
  readonly code: string;
  readonly level: number | null;
  readonly comment: string;
}

/** A scoring sheet on paper that is typed in: it counts once two people read the same. */
export const juryPapers = table("jury_papers", {
  assignmentId: text("assignment_id")
    .primaryKey()
    .references(() => assignments.id),
  state: text("state").$type<"waiting" | "differs" | "counted">().notNull(),
  /** Raised by each reading, so that two people never overwrite each other unawares. */
  revision: int("revision").notNull(),
  startedAt: instant("started_at").notNull(),
  remindedAt: instant("reminded_at"),
  countedAt: instant("counted_at"),
});

/** What one person typed from a paper sheet: blind to what the other typed. */
export const juryPaperReadings = table(
  "jury_paper_readings",
  {
    assignmentId: text("assignment_id")
      .notNull()
      .references(() => juryPapers.assignmentId),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    scores: json("scores").$type<readonly PaperScore[]>().notNull(),
    juryNote: text("jury_note").notNull().default(""),
    feedback: text("feedback").notNull().default(""),
    /** Which reading it is: 1, 2, and from 3 on a look at what differed. */
    no: int("no").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.assignmentId, t.personId] }), index("jury_paper_readings_person").on(t.personId)],
);

/** Which of two near entries a juror finds better: kept beside the points, which it never changes. */
export const juryPairs = table(
  "jury_pairs",
  {
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    jurorId: text("juror_id")
      .notNull()
      .references(() => people.id),
    /** Of the two ids the smaller. */
    oneId: text("one_id")
      .notNull()
      .references(() => entries.id),
    otherId: text("other_id")
      .notNull()
      .references(() => entries.id),
    better: text("better").$type<"one" | "other" | "equal">().notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.jurorId, t.oneId, t.otherId] }), index("jury_pairs_juror").on(t.jurorId)],
);
