import { bool, index, instant, int, table, text } from "../dialect";
import { categories, editions, entries } from "./awards";
import { audienceVotes } from "./awards-vote";

/** The evening on which prizes are given: where the show is. Without a row there is none yet. */
export const ceremonies = table("ceremonies", {
  editionId: text("edition_id")
    .primaryKey()
    .references(() => editions.id),
  state: text("state").$type<"draft" | "running" | "over">().notNull(),
  /** The item that is on, and which of its steps. */
  itemId: text("item_id"),
  step: int("step").notNull(),
  black: bool("black").notNull(),
  /** When the clock of the item ends; null without a clock. */
  endsAt: instant("ends_at"),
  /** Whether the last reveal makes the whole result public. */
  publishes: bool("publishes").notNull(),
  /** Seed of the last drawing of the order of pitches, and how often was drawn. */
  seed: text("seed"),
  draws: int("draws").notNull(),
  startedAt: instant("started_at"),
  endedAt: instant("ended_at"),
});

/** The run sheet, in order. */
export const ceremonyItems = table(
  "ceremony_items",
  {
    id: text("id").primaryKey(),
    editionId: text("edition_id")
      .notNull()
      .references(() => editions.id),
    position: int("position").notNull(),
    kind: text("kind").$type<"welcome" | "pitch" | "vote" | "prize" | "audience" | "break" | "thanks">().notNull(),
    /** Of a pitch. */
    entryId: text("entry_id").references(() => entries.id),
    /** Of a vote, and of the prize that comes of it. */
    voteId: text("vote_id").references(() => audienceVotes.id),
    /** Of a prize of the jury. */
    categoryId: text("category_id").references(() => categories.id),
    place: int("place"),
    /** What the screen says below the title, in the organiser's words. */
    words: text("words").notNull().default(""),
    minutes: int("minutes").notNull(),
    shownAt: instant("shown_at"),
    revealedAt: instant("revealed_at"),
    /** The entry that was revealed: what the hall saw stays what it saw. */
    revealedId: text("revealed_id").references(() => entries.id),
  },
  (t) => [index("ceremony_items_order").on(t.editionId, t.position)],
);
