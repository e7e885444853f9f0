import { sql } from "drizzle-orm";
import type { Minutes } from "../../app/domain/awards/council/minutes";
import type { RoundVerdict } from "../../app/domain/awards/verdict-of";
import { bool, check, index, instant, int, json, primaryKey, table, text, uniqueIndex } from "../dialect";
import { categories, editions, entries, rounds } from "./awards";
import { people } from "./identity";

/** What the sheets of a round were found to say, with the digest of everything it was made of: with other sheets it is not used. */
export const roundVerdicts = table("round_verdicts", {
  roundId: text("round_id")
    .primaryKey()
    .references(() => rounds.id),
  digest: text("digest").notNull(),
  verdict: json("verdict").$type<RoundVerdict>().notNull(),
  at: instant("at").notNull(),
});

/** The secret that draws lots in an edition. Its digest is public from the start, the secret itself once a lot was drawn. */
export const lots = table("lots", {
  editionId: text("edition_id")
    .primaryKey()
    .references(() => editions.id),
  commitment: text("commitment").notNull(),
  secret: text("secret").notNull(),
  at: instant("at").notNull(),
  revealedAt: instant("revealed_at"),
});

/** The deliberation of an edition: who leads it, what is said in closing, and its minutes as they were when the result became public. */
export const deliberations = table("deliberations", {
  editionId: text("edition_id")
    .primaryKey()
    .references(() => editions.id),
  chairId: text("chair_id").references(() => people.id),
  closing: text("closing").notNull().default(""),
  minutes: json("minutes").$type<Minutes>(),
  frozenAt: instant("frozen_at"),
});

/** Who was in the room, and from when until when. */
export const deliberationPeople = table(
  "deliberation_people",
  {
    id: text("id").primaryKey(),
    editionId: text("edition_id")
      .notNull()
      .references(() => editions.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    /** Edition and person while they are in the room, null afterwards. */
    openKey: text("open_key"),
    from: instant("from_at").notNull(),
    until: instant("until_at"),
  },
  (t) => [uniqueIndex("deliberation_people_open").on(t.openKey), index("deliberation_people_edition").on(t.editionId, t.from)],
);

/** That an entry came up, with who was inside and who stepped outside because of a conflict of interest. */
export const deliberationTurns = table(
  "deliberation_turns",
  {
    id: text("id").primaryKey(),
    entryId: text("entry_id")
      .notNull()
      .references(() => entries.id),
    inside: json("inside").$type<readonly string[]>().notNull(),
    outside: json("outside").$type<readonly string[]>().notNull(),
    byPersonId: text("by_person_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
  },
  (t) => [index("deliberation_turns_entry").on(t.entryId, t.at)],
);

/** What somebody in the deliberation notes about an entry, for the others in it. */
export const deliberationNotes = table(
  "deliberation_notes",
  {
    id: text("id").primaryKey(),
    entryId: text("entry_id")
      .notNull()
      .references(() => entries.id),
    authorId: text("author_id")
      .notNull()
      .references(() => people.id),
    lang: text("lang").notNull(),
    body: text("body").notNull(),
    at: instant("at").notNull(),
    removedAt: instant("removed_at"),
  },
  (t) => [index("deliberation_notes_entry").on(t.entryId, t.at)],
);

/** A prize that is proposed and voted on. */
export const motions = table(
  "motions",
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
    state: text("state").$type<"proposed" | "voting" | "passed" | "refused" | "withdrawn">().notNull(),
    /** The entry while it is proposed or voted on, null afterwards: one motion an entry at a time. */
    openKey: text("open_key"),
    proposedBy: text("proposed_by")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
    openedAt: instant("opened_at"),
    /** When voting ends by itself. */
    dueAt: instant("due_at"),
    remindedAt: instant("reminded_at"),
    closedAt: instant("closed_at"),
    closedBy: text("closed_by"),
    /** Counted when it was closed. */
    inFavour: int("in_favour"),
    against: int("against"),
    abstained: int("abstained"),
    quorum: int("quorum"),
    /** Tells that too few voted, whatever they said. */
    short: bool("short").notNull().default(false),
  },
  (t) => [
    uniqueIndex("motions_open").on(t.openKey),
    index("motions_edition").on(t.editionId, t.at),
    index("motions_due").on(t.state, t.dueAt),
    check("motions_place", sql`${t.place} between 1 and 3`),
  ],
);

export const motionVotes = table(
  "motion_votes",
  {
    motionId: text("motion_id")
      .notNull()
      .references(() => motions.id),
    jurorId: text("juror_id")
      .notNull()
      .references(() => people.id),
    choice: text("choice").$type<"for" | "against" | "abstain">().notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.motionId, t.jurorId] }), index("motion_votes_juror").on(t.jurorId)],
);
