import { bool, index, instant, int, json, primaryKey, table, text, uniqueIndex } from "../dialect";
import { editions, entries } from "./awards";
import type { Labels } from "./campus";
import { people } from "./identity";

export type FieldKind = "text" | "choice" | "number" | "file" | "link" | "video";
/** Questions of the entry form; an edition without rows asks the default ones. */
export const entryFields = table(
  "entry_fields",
  {
    id: text("id").primaryKey(),
    editionId: text("edition_id")
      .notNull()
      .references(() => editions.id),
    key: text("key").notNull(),
    kind: text("kind").$type<FieldKind>().notNull(),
    label: json("label").$type<Labels>().notNull(),
    help: json("help").$type<Labels>().notNull(),
    required: bool("required").notNull(),
    wordsMax: int("words_max"),
    options: json("options").$type<readonly { readonly code: string; readonly label: Labels }[]>().notNull(),
    /** Codes of the categories that are asked; empty for all. */
    categories: json("categories").$type<readonly string[]>().notNull(),
    audience: text("audience").$type<"jury" | "organiser">().notNull(),
    position: int("position").notNull(),
    removedAt: instant("removed_at"),
  },
  (t) => [uniqueIndex("entry_fields_key").on(t.editionId, t.key)],
);

/** Who of a team said yes to taking part. */
export const entryConsents = table(
  "entry_consents",
  {
    entryId: text("entry_id")
      .notNull()
      .references(() => entries.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.entryId, t.personId] }), index("entry_consents_person").on(t.personId)],
);
/** What an organiser ruled of an entry, whatever the rules compute; the last word counts. */
export const entryRulings = table("entry_rulings", {
  entryId: text("entry_id")
    .primaryKey()
    .references(() => entries.id),
  verdict: text("verdict").$type<"in" | "out">().notNull(),
  reason: text("reason").notNull(),
  by: text("by_person_id")
    .notNull()
    .references(() => people.id),
  at: instant("at").notNull(),
});
