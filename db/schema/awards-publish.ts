import { bool, index, instant, int, table, text, uniqueIndex } from "../dialect";
import { editions, entries } from "./awards";
import { people } from "./identity";

/** What the jury lets a team know: one letter an entry, read by the organiser first. */
export const entryLetters = table(
  "entry_letters",
  {
    entryId: text("entry_id")
      .primaryKey()
      .references(() => entries.id),
    editionId: text("edition_id")
      .notNull()
      .references(() => editions.id),
    lang: text("lang").$type<"nl" | "fr" | "en">().notNull(),
    body: text("body").notNull(),
    state: text("state").$type<"draft" | "checked" | "held">().notNull(),
    /** Raised by each change, so that nobody approves what they have not read. */
    revision: int("revision").notNull(),
    /** Who changed the text; null while it is as it was drafted. */
    editedBy: text("edited_by_person_id").references(() => people.id),
    checkedBy: text("checked_by_person_id").references(() => people.id),
    updatedAt: instant("updated_at").notNull(),
    /** Set once, when it goes to the team. */
    sentAt: instant("sent_at"),
  },
  (t) => [index("entry_letters_edition").on(t.editionId, t.state)],
);

/** What letters of an edition tell; without a row they tell no places. */
export const letterSettings = table("letter_settings", {
  editionId: text("edition_id")
    .primaryKey()
    .references(() => editions.id),
  tellsPlace: bool("tells_place").notNull(),
  updatedAt: instant("updated_at").notNull(),
});

/** That somebody took part with an entry, or won with it; made when results become public. Names are asked for at reading. */
export const certificates = table(
  "certificates",
  {
    id: text("id").primaryKey(),
    /** Stands on the paper; nobody can guess it. */
    code: text("code").notNull(),
    editionId: text("edition_id")
      .notNull()
      .references(() => editions.id),
    entryId: text("entry_id")
      .notNull()
      .references(() => entries.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    /** Whether whoever has the code reads the name; of minors nobody does. */
    showsName: bool("shows_name").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    uniqueIndex("certificates_code").on(t.code),
    uniqueIndex("certificates_person").on(t.entryId, t.personId),
    index("certificates_of_person").on(t.personId),
    index("certificates_edition").on(t.editionId),
  ],
);
