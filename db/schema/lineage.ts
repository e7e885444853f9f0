import type { Locale } from "../../app/domain/kernel/actor";
import type { MatchConsent, Visibility } from "../../app/domain/ideas/idea";
import type { GraftState, Meeting } from "../../app/domain/ideas/graft/graft";
import { index, instant, int, json, primaryKey, table, text } from "../dialect";
import { ideas, needs } from "./ideas";
import { people } from "./identity";

/** What one team proposes to others: one idea out of several, with its text, who may see it and everybody's share. */
export const graftProposals = table(
  "graft_proposals",
  {
    id: text("id").primaryKey(),
    byIdeaId: text("by_idea_id")
      .notNull()
      .references(() => ideas.id),
    byPersonId: text("by_person_id")
      .notNull()
      .references(() => people.id),
    lang: text("lang").$type<Locale>().notNull(),
    title: text("title").notNull(),
    pitch: text("pitch").notNull(),
    description: text("description").notNull(),
    visibility: text("visibility").$type<Visibility>().notNull(),
    matchConsent: text("match_consent").$type<MatchConsent>().notNull(),
    /** Which need is met by which offer of another source, as ids of their rows. */
    meetings: json("meetings").$type<Meeting[]>().notNull(),
    message: text("message").notNull().default(""),
    state: text("state").$type<GraftState>().notNull(),
    createdAt: instant("created_at").notNull(),
    dueAt: instant("due_at").notNull(),
    remindedAt: instant("reminded_at"),
    settledAt: instant("settled_at"),
    childId: text("child_id"),
    /** Its author took the words back, once it was over. */
    removedAt: instant("removed_at"),
    hiddenAt: instant("hidden_at"),
    hiddenBy: text("hidden_by"),
  },
  (t) => [index("graft_proposals_state").on(t.state, t.dueAt), index("graft_proposals_child").on(t.childId)],
);

/** The ideas a proposal joins, and what the team of each says to it. */
export const graftSources = table(
  "graft_sources",
  {
    proposalId: text("proposal_id")
      .notNull()
      .references(() => graftProposals.id),
    ideaId: text("idea_id")
      .notNull()
      .references(() => ideas.id),
    position: int("position").notNull(),
    answer: text("answer").$type<"waiting" | "yes" | "no">().notNull(),
    answeredBy: text("answered_by"),
    answeredAt: instant("answered_at"),
    reason: text("reason").notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.ideaId] }), index("graft_sources_idea").on(t.ideaId)],
);

/** Everybody's share in what a proposal makes, in percent; together 100. */
export const graftShares = table(
  "graft_shares",
  {
    proposalId: text("proposal_id")
      .notNull()
      .references(() => graftProposals.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    share: int("share").notNull(),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.personId] })],
);

/** By whom or what a need was met. Taking it back marks the row. */
export const needMeetings = table(
  "need_meetings",
  {
    id: text("id").primaryKey(),
    needId: text("need_id")
      .notNull()
      .references(() => needs.id),
    ideaId: text("idea_id")
      .notNull()
      .references(() => ideas.id),
    metKind: text("met_kind").$type<"idea" | "person" | "organisation" | "words">().notNull(),
    metId: text("met_id"),
    /** The offer that met it, when an offer did. */
    offerId: text("offer_id"),
    words: text("words").notNull().default(""),
    byPersonId: text("by_person_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
    undoneAt: instant("undone_at"),
  },
  (t) => [index("need_meetings_need").on(t.needId), index("need_meetings_idea").on(t.ideaId, t.at)],
);
