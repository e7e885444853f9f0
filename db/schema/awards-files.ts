import { bool, index, instant, int, json, primaryKey, table, text, uniqueIndex } from "../dialect";
import { entries, entryVersions, rounds } from "./awards";
import { people } from "./identity";

/** Files of entries; their bytes lie in the storage under a random name. A row without a dossier, a version or a redacted copy goes. */
export const entryFiles = table(
  "entry_files",
  {
    id: text("id").primaryKey(),
    entryId: text("entry_id")
      .notNull()
      .references(() => entries.id),
    /** Key of the question it answers. */
    fieldKey: text("field_key").notNull(),
    storageKey: text("storage_key").notNull(),
    /** As its maker called it; for the team and organisers only. */
    name: text("name").notNull(),
    type: text("type").$type<FileType>().notNull(),
    /** Bytes, as stored. */
    size: int("size").notNull(),
    sha256: text("sha256").notNull(),
    /** Nothing is left in it of who made it with what. */
    traceless: bool("traceless").notNull(),
    byPersonId: text("by_person_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
  },
  (t) => [uniqueIndex("entry_files_storage").on(t.storageKey), index("entry_files_entry").on(t.entryId)],
);
export type FileType = "application/pdf" | "image/png" | "image/jpeg" | "image/webp";

/** The one file a question has in the dossier that is being written. */
export const entryDraftFiles = table(
  "entry_draft_files",
  {
    entryId: text("entry_id")
      .notNull()
      .references(() => entries.id),
    fieldKey: text("field_key").notNull(),
    fileId: text("file_id")
      .notNull()
      .references(() => entryFiles.id),
  },
  (t) => [primaryKey({ columns: [t.entryId, t.fieldKey] }), index("entry_draft_files_file").on(t.fileId)],
);

/** The files of a version, frozen with it. */
export const entryVersionFiles = table(
  "entry_version_files",
  {
    versionId: text("version_id")
      .notNull()
      .references(() => entryVersions.id),
    fieldKey: text("field_key").notNull(),
    fileId: text("file_id")
      .notNull()
      .references(() => entryFiles.id),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.fieldKey] }), index("entry_version_files_file").on(t.fileId)],
);

/** Rounds in which jurors read the redacted copy; a round without a row is not blind. */
export const blindRounds = table("blind_rounds", {
  roundId: text("round_id")
    .primaryKey()
    .references(() => rounds.id),
  byPersonId: text("by_person_id")
    .notNull()
    .references(() => people.id),
  at: instant("at").notNull(),
});

/** What jurors of blind rounds read of one version; without a row nobody looked at it yet. */
export const entryRedactions = table("entry_redactions", {
  versionId: text("version_id")
    .primaryKey()
    .references(() => entryVersions.id),
  /** Texts that differ from the version, by the name of their field. */
  texts: json("texts").$type<Readonly<Record<string, string>>>().notNull(),
  /** Keys of the questions of which the link may be read. */
  links: json("links").$type<readonly string[]>().notNull(),
  revision: int("revision").notNull(),
  byPersonId: text("by_person_id")
    .notNull()
    .references(() => people.id),
  at: instant("at").notNull(),
});

/** The file jurors of blind rounds get for a question: the one the team gave, or another in its place. Without a row they get none. */
export const entryRedactedFiles = table(
  "entry_redacted_files",
  {
    versionId: text("version_id")
      .notNull()
      .references(() => entryVersions.id),
    fieldKey: text("field_key").notNull(),
    fileId: text("file_id")
      .notNull()
      .references(() => entryFiles.id),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.fieldKey] }), index("entry_redacted_files_file").on(t.fileId)],
);
