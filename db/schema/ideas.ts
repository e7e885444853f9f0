import type { Locale } from "../../app/domain/kernel/actor";
import type { DraftContent, IdeaContent, MatchConsent, Stage, Status, Visibility, WordKind } from "../../app/domain/ideas/idea";
import { check, index, instant, int, json, primaryKey, table, text, uniqueIndex } from "../dialect";
import { sql } from "drizzle-orm";
import { campuses, organisations } from "./campus";
import { people } from "./identity";

export const ideas = table(
  "ideas",
  {
    id: text("id").primaryKey(),
    kind: text("kind").$type<"idea" | "challenge">().notNull().default("idea"),
    homeCampusId: text("home_campus_id")
      .notNull()
      .references(() => campuses.id),
    lang: text("lang").$type<Locale>().notNull(),
    title: text("title").notNull(),
    pitch: text("pitch").notNull(),
    stage: text("stage").$type<Stage>().notNull(),
    status: text("status").$type<Status>().notNull().default("active"),
    visibility: text("visibility").$type<Visibility>().notNull(),
    matchConsent: text("match_consent").$type<MatchConsent>().notNull(),
    domainId: text("domain_id"),
    growthMarketId: text("growth_market_id"),
    productionStepId: text("production_step_id"),
    versionNo: int("version_no").notNull(),
    commentCount: int("comment_count").notNull().default(0),
    openNeedCount: int("open_need_count").notNull().default(0),
    plantedAt: instant("planted_at").notNull(),
    activeAt: instant("active_at").notNull(),
    sealedAt: instant("sealed_at"),
    hiddenAt: instant("hidden_at"),
    hiddenBy: text("hidden_by"),
    source: json("source").$type<Record<string, unknown> | null>(),
    externalId: text("external_id"),
    /** Whose challenge it is; null for an idea. */
    organisationId: text("organisation_id").references(() => organisations.id),
  },
  (t) => [uniqueIndex("ideas_external").on(t.homeCampusId, t.externalId), check("ideas_version_positive", sql`${t.versionNo} > 0`)],
);

/**
 * Who may find an idea: one row an audience key. The columns that lists filter and sort by are repeated
 * here, so that each list reads an index and never the whole table.
 */
export const ideaAudience = table(
  "idea_audience",
  {
    audience: text("audience").notNull(),
    ideaId: text("idea_id")
      .notNull()
      .references(() => ideas.id),
    plantedAt: instant("planted_at").notNull(),
    campusId: text("campus_id").notNull(),
    stage: text("stage").notNull(),
    domainId: text("domain_id").notNull().default(""),
    lang: text("lang").notNull(),
    kind: text("kind").notNull().default("idea"),
  },
  (t) => [
    primaryKey({ columns: [t.audience, t.ideaId] }),
    index("idea_audience_newest").on(t.audience, t.plantedAt, t.ideaId),
    index("idea_audience_campus").on(t.audience, t.campusId, t.plantedAt, t.ideaId),
    index("idea_audience_stage").on(t.audience, t.stage, t.plantedAt, t.ideaId),
    index("idea_audience_domain").on(t.audience, t.domainId, t.plantedAt, t.ideaId),
    index("idea_audience_lang").on(t.audience, t.lang, t.plantedAt, t.ideaId),
    index("idea_audience_kind").on(t.audience, t.kind, t.plantedAt, t.ideaId),
    // Covers what search asks of a match: may they see it, and when was it planted.
    index("idea_audience_idea").on(t.ideaId, t.audience, t.plantedAt),
  ],
);

export const ideaVersions = table(
  "idea_versions",
  {
    id: text("id").primaryKey(),
    ideaId: text("idea_id")
      .notNull()
      .references(() => ideas.id),
    no: int("no").notNull(),
    content: json("content").$type<IdeaContent>().notNull(),
    /** The exact text that was hashed, and the salt that keeps short texts from being guessed. */
    canonical: text("canonical").notNull(),
    salt: text("salt").notNull(),
    sha256: text("sha256").notNull(),
    authorId: text("author_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
  },
  (t) => [
    uniqueIndex("idea_versions_no").on(t.ideaId, t.no),
    index("idea_versions_order").on(t.ideaId, t.at, t.id),
    index("idea_versions_sha256").on(t.sha256),
  ],
);

export const ideaDrafts = table(
  "idea_drafts",
  {
    id: text("id").primaryKey(),
    /** Null while a visitor writes; then `claimHash` (of the cookie's secret) opens it. */
    personId: text("person_id"),
    claimHash: text("claim_hash"),
    ideaId: text("idea_id"),
    baseVersion: int("base_version"),
    content: json("content").$type<DraftContent>().notNull(),
    revision: int("revision").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    index("idea_drafts_person").on(t.personId),
    uniqueIndex("idea_drafts_claim").on(t.claimHash),
    index("idea_drafts_age").on(t.updatedAt),
  ],
);

export const ideaMembers = table(
  "idea_members",
  {
    id: text("id").primaryKey(),
    ideaId: text("idea_id")
      .notNull()
      .references(() => ideas.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    role: text("role").$type<"owner" | "member">().notNull(),
    share: int("share"),
    from: instant("from_at").notNull(),
    until: instant("until_at"),
  },
  (t) => [index("idea_members_idea").on(t.ideaId), index("idea_members_person").on(t.personId, t.ideaId)],
);

/** Teams that may see an idea because both said yes to each other: the members of `guestIdeaId` at each moment, until it ends. */
export const ideaGuests = table(
  "idea_guests",
  {
    ideaId: text("idea_id")
      .notNull()
      .references(() => ideas.id),
    guestIdeaId: text("guest_idea_id")
      .notNull()
      .references(() => ideas.id),
    from: instant("from_at").notNull(),
    until: instant("until_at"),
  },
  (t) => [primaryKey({ columns: [t.ideaId, t.guestIdeaId] }), index("idea_guests_guest").on(t.guestIdeaId)],
);

/** People who may see an idea because they and its team said yes to each other, until it ends. */
export const ideaGuestPeople = table(
  "idea_guest_people",
  {
    ideaId: text("idea_id")
      .notNull()
      .references(() => ideas.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    from: instant("from_at").notNull(),
    until: instant("until_at"),
  },
  (t) => [primaryKey({ columns: [t.ideaId, t.personId] }), index("idea_guest_people_person").on(t.personId)],
);

export const teamInvitations = table(
  "team_invitations",
  {
    id: text("id").primaryKey(),
    ideaId: text("idea_id")
      .notNull()
      .references(() => ideas.id),
    email: text("email").notNull(),
    emailKey: text("email_key").notNull(),
    invitedBy: text("invited_by")
      .notNull()
      .references(() => people.id),
    state: text("state").$type<"open" | "accepted" | "declined" | "withdrawn" | "expired">().notNull(),
    createdAt: instant("created_at").notNull(),
    dueAt: instant("due_at").notNull(),
    answeredAt: instant("answered_at"),
  },
  (t) => [index("team_invitations_idea").on(t.ideaId), index("team_invitations_email").on(t.emailKey, t.state)],
);

/**
 * Which ideas changed lately, for what servers keep of them in memory. `n` rises with each change of an idea; `seq` is one above
 * the highest that its transaction saw, so two that overlap may share one, and a reader looks back a little.
 */
export const ideaChanges = table(
  "idea_changes",
  {
    ideaId: text("idea_id")
      .primaryKey()
      .references(() => ideas.id),
    n: int("n").notNull(),
    seq: int("seq").notNull(),
  },
  (t) => [index("idea_changes_seq").on(t.seq)],
);

/** Needs and offers are alike in shape and opposite in direction; both belong to an idea, a person or an organisation. */
const words = {
  id: text("id").primaryKey(),
  ownerKind: text("owner_kind").$type<"idea" | "person" | "organisation">().notNull(),
  ownerId: text("owner_id").notNull(),
  kind: text("kind").$type<WordKind>().notNull(),
  termId: text("term_id"),
  words: text("words").notNull(),
  lang: text("lang").$type<Locale>().notNull(),
  weight: int("weight").notNull(),
  state: text("state").$type<"open" | "in_talk" | "met">().notNull(),
  /** Where it came from: typed by a person, proposed from the text, or copied from another row. */
  origin: text("origin").notNull(),
  position: int("position").notNull(),
  createdAt: instant("created_at").notNull(),
  removedAt: instant("removed_at"),
};
export const needs = table("needs", words, (t) => [index("needs_owner").on(t.ownerKind, t.ownerId), index("needs_term").on(t.termId)]);
export const offers = table("offers", words, (t) => [index("offers_owner").on(t.ownerKind, t.ownerId), index("offers_term").on(t.termId)]);

export const stageChanges = table(
  "stage_changes",
  {
    id: text("id").primaryKey(),
    ideaId: text("idea_id")
      .notNull()
      .references(() => ideas.id),
    fromStage: text("from_stage").$type<Stage | null>(),
    toStage: text("to_stage").$type<Stage>().notNull(),
    reason: text("reason").notNull().default(""),
    byPersonId: text("by_person_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
  },
  (t) => [index("stage_changes_order").on(t.ideaId, t.at, t.id)],
);

export const comments = table(
  "comments",
  {
    id: text("id").primaryKey(),
    ideaId: text("idea_id")
      .notNull()
      .references(() => ideas.id),
    authorId: text("author_id")
      .notNull()
      .references(() => people.id),
    body: text("body").notNull(),
    lang: text("lang").$type<Locale>().notNull(),
    at: instant("at").notNull(),
    removedAt: instant("removed_at"),
    hiddenAt: instant("hidden_at"),
    hiddenBy: text("hidden_by"),
  },
  (t) => [index("comments_order").on(t.ideaId, t.at, t.id)],
);

export const follows = table(
  "follows",
  {
    ideaId: text("idea_id")
      .notNull()
      .references(() => ideas.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.ideaId, t.personId] }), index("follows_person").on(t.personId)],
);

/** Where an idea descends from: a graft, a fork or a note. Undoing marks the row. */
export const lineage = table(
  "lineage",
  {
    id: text("id").primaryKey(),
    childId: text("child_id")
      .notNull()
      .references(() => ideas.id),
    parentId: text("parent_id")
      .notNull()
      .references(() => ideas.id),
    kind: text("kind").$type<"graft" | "fork" | "note">().notNull(),
    share: int("share"),
    at: instant("at").notNull(),
    undoneAt: instant("undone_at"),
  },
  (t) => [index("lineage_child").on(t.childId), index("lineage_parent").on(t.parentId)],
);
