import { sql } from "drizzle-orm";
import { bool, check, index, instant, int, json, primaryKey, table, text, uniqueIndex } from "../dialect";
import type { Labels } from "./campus";
import { campuses } from "./campus";
import { ideas } from "./ideas";
import { people } from "./identity";

/** What an edition asks of an entry beside its dossier; each absent for no limit. */
export interface EntryRules {
  /** The stage an idea has at least. */
  readonly minStage?: string;
  readonly teamMin?: number;
  readonly teamMax?: number;
  /** Only ideas of the campus of the edition. */
  readonly ownCampus?: boolean;
  /** In how many entries of one category a person may be. */
  readonly perCategory?: number;
}
export const editions = table(
  "editions",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    campusId: text("campus_id")
      .notNull()
      .references(() => campuses.id),
    name: json("name").$type<Labels>().notNull(),
    theme: json("theme").$type<Labels>().notNull(),
    jurorsPerEntry: int("jurors_per_entry").notNull(),
    /** Seconds after the deadline in which an entry still counts. */
    graceSeconds: int("grace_seconds").notNull().default(0),
    /** What makes an entry eligible; null for no rules but consent. */
    rules: json("rules").$type<EntryRules>(),
    /** Set by the one act that makes the result public. */
    publishedAt: instant("published_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("editions_slug").on(t.slug)],
);

/** Dated phases; the one whose dates hold is active, whether or not a job ran. */
export const phases = table(
  "phases",
  {
    id: text("id").primaryKey(),
    editionId: text("edition_id")
      .notNull()
      .references(() => editions.id),
    kind: text("kind")
      .$type<"announced" | "open" | "eligibility" | "judging" | "deliberation" | "decided" | "published" | "archived">()
      .notNull(),
    /** Which round of judging; null for other kinds, and for the only round of an older edition. */
    roundNo: int("round_no"),
    from: instant("from_at").notNull(),
    until: instant("until_at").notNull(),
    position: int("position").notNull(),
  },
  (t) => [uniqueIndex("phases_position").on(t.editionId, t.position), check("phases_order", sql`${t.from} < ${t.until}`)],
);

export const categories = table(
  "categories",
  {
    id: text("id").primaryKey(),
    editionId: text("edition_id")
      .notNull()
      .references(() => editions.id),
    code: text("code").notNull(),
    name: json("name").$type<Labels>().notNull(),
    about: json("about").$type<Labels>().notNull(),
    position: int("position").notNull(),
  },
  (t) => [uniqueIndex("categories_code").on(t.editionId, t.code)],
);

export const rounds = table(
  "rounds",
  {
    id: text("id").primaryKey(),
    editionId: text("edition_id")
      .notNull()
      .references(() => editions.id),
    rubricVersionId: text("rubric_version_id").notNull(),
    no: int("no").notNull(),
  },
  (t) => [uniqueIndex("rounds_no").on(t.editionId, t.no)],
);

/** Immutable once a sheet was begun on it. */
export const rubricVersions = table(
  "rubric_versions",
  {
    id: text("id").primaryKey(),
    rubricId: text("rubric_id").notNull(),
    no: int("no").notNull(),
    name: json("name").$type<Labels>().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("rubric_versions_no").on(t.rubricId, t.no)],
);

export const criteria = table(
  "criteria",
  {
    id: text("id").primaryKey(),
    rubricVersionId: text("rubric_version_id")
      .notNull()
      .references(() => rubricVersions.id),
    code: text("code").notNull(),
    name: json("name").$type<Labels>().notNull(),
    question: json("question").$type<Labels>().notNull(),
    /** Percent; the counted criteria of a version sum to 100. */
    weight: int("weight").notNull(),
    counted: bool("counted").notNull(),
    position: int("position").notNull(),
  },
  (t) => [uniqueIndex("criteria_code").on(t.rubricVersionId, t.code)],
);

export const levels = table(
  "levels",
  {
    criterionId: text("criterion_id")
      .notNull()
      .references(() => criteria.id),
    level: int("level").notNull(),
    /** Hundredths of a point: 0 … 10,000. */
    points: int("points").notNull(),
    label: json("label").$type<Labels>().notNull(),
    evidence: json("evidence").$type<Labels>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.criterionId, t.level] }), check("levels_points", sql`${t.points} between 0 and 10000`)],
);

export const entries = table(
  "entries",
  {
    id: text("id").primaryKey(),
    editionId: text("edition_id")
      .notNull()
      .references(() => editions.id),
    categoryId: text("category_id")
      .notNull()
      .references(() => categories.id),
    ideaId: text("idea_id")
      .notNull()
      .references(() => ideas.id),
    /** Number that jurors see in place of a name. */
    number: int("number").notNull(),
    state: text("state").$type<"draft" | "submitted" | "withdrawn">().notNull(),
    versionNo: int("version_no").notNull(),
    createdAt: instant("created_at").notNull(),
    submittedAt: instant("submitted_at"),
    /** The deadline of this entry alone, when the organiser gave it more time. */
    extendedUntil: instant("extended_until"),
  },
  (t) => [uniqueIndex("entries_number").on(t.editionId, t.number), uniqueIndex("entries_idea").on(t.editionId, t.ideaId)],
);

/** What an entry says, frozen at submission; apart from who made it, so that blind judging never rewrites. */
export const entryVersions = table(
  "entry_versions",
  {
    id: text("id").primaryKey(),
    entryId: text("entry_id")
      .notNull()
      .references(() => entries.id),
    no: int("no").notNull(),
    content: json("content").$type<EntryContent>().notNull(),
    ideaVersionNo: int("idea_version_no").notNull(),
    sha256: text("sha256").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [uniqueIndex("entry_versions_no").on(t.entryId, t.no)],
);
export interface EntryContent {
  readonly title: string;
  readonly pitch: string;
  readonly description: string;
  readonly problem: string;
  readonly done: string;
  readonly next: string;
  /** Answers to the other questions of the edition's form, by their key. */
  readonly answers?: Readonly<Record<string, string>>;
  readonly lang: "nl" | "fr" | "en";
}
export const entryVersionPeople = table(
  "entry_version_people",
  {
    versionId: text("version_id")
      .notNull()
      .references(() => entryVersions.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    role: text("role").notNull(),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.personId] }), index("entry_version_people_person").on(t.personId)],
);
/** The dossier being written, autosaved. */
export const entryDrafts = table("entry_drafts", {
  entryId: text("entry_id")
    .primaryKey()
    .references(() => entries.id),
  content: json("content").$type<Partial<EntryContent>>().notNull(),
  revision: int("revision").notNull(),
  updatedAt: instant("updated_at").notNull(),
  updatedBy: text("updated_by")
    .notNull()
    .references(() => people.id),
});

/** Pairs that may not meet (hard) or rather not (soft), with where that comes from. Computed ones are asked anew, not stored. */
export const conflicts = table(
  "conflicts",
  {
    id: text("id").primaryKey(),
    editionId: text("edition_id")
      .notNull()
      .references(() => editions.id),
    jurorId: text("juror_id")
      .notNull()
      .references(() => people.id),
    entryId: text("entry_id")
      .notNull()
      .references(() => entries.id),
    source: text("source").$type<"juror" | "entrant" | "organiser">().notNull(),
    hard: bool("hard").notNull(),
    reasonCode: text("reason_code").notNull(),
    words: text("words").notNull().default(""),
    at: instant("at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [index("conflicts_entry").on(t.entryId), index("conflicts_juror").on(t.jurorId)],
);

export const assignments = table(
  "assignments",
  {
    id: text("id").primaryKey(),
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    entryId: text("entry_id")
      .notNull()
      .references(() => entries.id),
    jurorId: text("juror_id")
      .notNull()
      .references(() => people.id),
    state: text("state").$type<"open" | "recused" | "withdrawn">().notNull(),
    pinned: bool("pinned").notNull(),
    reason: text("reason").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [uniqueIndex("assignments_pair").on(t.roundId, t.entryId, t.jurorId), index("assignments_juror").on(t.jurorId, t.state)],
);

export const sheets = table(
  "sheets",
  {
    id: text("id").primaryKey(),
    assignmentId: text("assignment_id")
      .notNull()
      .references(() => assignments.id),
    revision: int("revision").notNull(),
    state: text("state").$type<"draft" | "submitted">().notNull(),
    /** For the juror alone; for the others of the jury and the organiser; for the team once results are public. */
    note: text("note").notNull().default(""),
    juryNote: text("jury_note").notNull().default(""),
    feedback: text("feedback").notNull().default(""),
    /** Comments on criteria that have no level yet, by code: nothing typed is lost. */
    unscored: json("unscored").$type<Record<string, string>>().notNull(),
    updatedAt: instant("updated_at").notNull(),
    submittedAt: instant("submitted_at"),
    /** Its weighted total when it was sent, in hundredths, so that a board need not read every score; null for a draft and for sheets of before. */
    total: int("total"),
  },
  (t) => [uniqueIndex("sheets_assignment").on(t.assignmentId)],
);
export const scores = table(
  "scores",
  {
    sheetId: text("sheet_id")
      .notNull()
      .references(() => sheets.id),
    criterionId: text("criterion_id")
      .notNull()
      .references(() => criteria.id),
    /** Hundredths of a point, 0 … 10,000. */
    points: int("points").notNull(),
    comment: text("comment").notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.sheetId, t.criterionId] }), check("scores_range", sql`${t.points} between 0 and 10000`)],
);
