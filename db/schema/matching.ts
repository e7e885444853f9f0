import type { Locale } from "../../app/domain/kernel/actor";
import type { Reason, RefusalReason } from "../../app/domain/matching/match";
import { bool, index, instant, int, json, primaryKey, table, text, uniqueIndex } from "../dialect";
import { ideas } from "./ideas";
import { people } from "./identity";

/** What is compared of an idea, a person or an organisation, computed on save. */
export const vectors = table(
  "vectors",
  {
    subjectKind: text("subject_kind").$type<"idea" | "person" | "organisation">().notNull(),
    subjectId: text("subject_id").notNull(),
    modelVersion: int("model_version").notNull(),
    terms: json("terms").$type<Record<string, unknown>>().notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.subjectKind, t.subjectId] })],
);

/** Suggestions kept for an idea, with the reasons of each as data. */
export const suggestions = table(
  "suggestions",
  {
    ideaId: text("idea_id")
      .notNull()
      .references(() => ideas.id),
    subjectKind: text("subject_kind").$type<"idea" | "person" | "organisation">().notNull(),
    subjectId: text("subject_id").notNull(),
    fit: int("fit").notNull(),
    complementarity: int("complementarity").notNull(),
    score: int("score").notNull(),
    reasons: json("reasons").$type<Reason[]>().notNull(),
    /** Nearly the same idea: to be compared or joined. */
    alike: bool("alike").notNull(),
    /** Stands for the subject wherever its id must stay unknown. */
    token: text("token").notNull(),
    /** The campus on whose lists it counts as shown: set for the first five of an idea, among those that all of the campus may see. */
    exposedOn: text("exposed_on"),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ideaId, t.subjectKind, t.subjectId] }),
    uniqueIndex("suggestions_token").on(t.token),
    // Read backwards: the best of one kind first.
    index("suggestions_best").on(t.ideaId, t.subjectKind, t.score, t.subjectId),
    index("suggestions_subject").on(t.subjectKind, t.subjectId),
    index("suggestions_exposed").on(t.exposedOn, t.subjectId),
  ],
);

export const interests = table(
  "interests",
  {
    id: text("id").primaryKey(),
    fromIdeaId: text("from_idea_id")
      .notNull()
      .references(() => ideas.id),
    toKind: text("to_kind").$type<"idea" | "person" | "organisation">().notNull(),
    toId: text("to_id").notNull(),
    byPersonId: text("by_person_id")
      .notNull()
      .references(() => people.id),
    message: text("message").notNull().default(""),
    /** Language of the message. */
    lang: text("lang").$type<Locale>().notNull().default("nl"),
    /** `proposed`: a coach asks in the name of a team that has to say yes first; nobody else knows of it. */
    state: text("state").$type<"proposed" | "open" | "accepted" | "declined" | "withdrawn" | "expired">().notNull(),
    createdAt: instant("created_at").notNull(),
    dueAt: instant("due_at").notNull(),
    remindedAt: instant("reminded_at"),
    answeredAt: instant("answered_at"),
    answeredBy: text("answered_by"),
    answerReason: text("answer_reason").notNull().default(""),
    /** The coach who proposed it, and who of the team agreed. */
    proposedBy: text("proposed_by"),
    confirmedBy: text("confirmed_by"),
    /** The message and the answer are hidden from all but coaches and organisers. */
    hiddenAt: instant("hidden_at"),
    hiddenBy: text("hidden_by"),
  },
  (t) => [uniqueIndex("interests_pair").on(t.fromIdeaId, t.toKind, t.toId), index("interests_to").on(t.toKind, t.toId, t.state)],
);

/** "Not for us, because…": hides a suggestion and feeds the next ranking. */
export const refusals = table(
  "refusals",
  {
    ideaId: text("idea_id")
      .notNull()
      .references(() => ideas.id),
    subjectKind: text("subject_kind").$type<"idea" | "person" | "organisation">().notNull(),
    subjectId: text("subject_id").notNull(),
    reason: text("reason").$type<RefusalReason>().notNull(),
    byPersonId: text("by_person_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.ideaId, t.subjectKind, t.subjectId] })],
);
