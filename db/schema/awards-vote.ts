import type { VoteCount } from "../../app/domain/awards/vote/vote";
import { index, instant, int, json, primaryKey, table, text, uniqueIndex } from "../dialect";
import { categories, editions, entries } from "./awards";
import { people } from "./identity";

/** Votes of the public: one of an edition as a whole, or one of each category. */
export const audienceVotes = table(
  "audience_votes",
  {
    id: text("id").primaryKey(),
    editionId: text("edition_id")
      .notNull()
      .references(() => editions.id),
    categoryId: text("category_id").references(() => categories.id),
    /** The category, or the edition for a vote over all of them: what there is one vote of. */
    scopeId: text("scope_id").notNull(),
    kind: text("kind").$type<"single" | "ranked">().notNull(),
    /** How many entries a ballot ranks at most. */
    places: int("places").notNull(),
    electorate: text("electorate").$type<"codes" | "accounts">().notNull(),
    /** Seed of the lot; its digest is public from the opening, the seed itself from the reveal. */
    seed: text("seed").notNull(),
    /** What the keys of ballots are made with; wiped with the ballots at the reveal. */
    salt: text("salt"),
    openedAt: instant("opened_at"),
    /** The clock: from this moment on nobody votes, whether or not a job ran. */
    closesAt: instant("closes_at"),
    revealedAt: instant("revealed_at"),
    winnerId: text("winner_id").references(() => entries.id),
    count: json("count").$type<VoteCount | null>(),
    createdBy: text("created_by")
      .notNull()
      .references(() => people.id),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("audience_votes_scope").on(t.scopeId), index("audience_votes_edition").on(t.editionId)],
);

export const voteCandidates = table(
  "vote_candidates",
  {
    voteId: text("vote_id")
      .notNull()
      .references(() => audienceVotes.id),
    entryId: text("entry_id")
      .notNull()
      .references(() => entries.id),
  },
  (t) => [primaryKey({ columns: [t.voteId, t.entryId] })],
);

/** Digests of printed codes. Nothing here tells whether a code was used. */
export const voteCodes = table(
  "vote_codes",
  {
    digest: text("digest").primaryKey(),
    voteId: text("vote_id")
      .notNull()
      .references(() => audienceVotes.id),
  },
  (t) => [index("vote_codes_vote").on(t.voteId)],
);

/** One ballot a code or an account: the key is a digest with the salt of the vote. No moment is kept. Emptied at the reveal. */
export const voteBallots = table(
  "vote_ballots",
  {
    voteId: text("vote_id")
      .notNull()
      .references(() => audienceVotes.id),
    voterKey: text("voter_key").notNull(),
    /** Ids of entries, the first choice first. */
    choices: json("choices").$type<readonly string[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.voteId, t.voterKey] })],
);
