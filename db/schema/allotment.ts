import type { AllotResult, Choice } from "../../app/domain/coaching/allotment/allotment";
import { bool, index, instant, int, json, table, text, uniqueIndex } from "../dialect";
import { campuses } from "./campus";
import { ideas } from "./ideas";
import { people } from "./identity";

/** Who coaches which idea, from when until when. Never deleted; ending one sets `until`. */
export const coachRelations = table(
  "coach_relations",
  {
    id: text("id").primaryKey(),
    ideaId: text("idea_id")
      .notNull()
      .references(() => ideas.id),
    coachId: text("coach_id")
      .notNull()
      .references(() => people.id),
    /** The idea while the relation lasts, null afterwards: an idea has one coach at a time. */
    openKey: text("open_key"),
    from: instant("from_at").notNull(),
    until: instant("until_at"),
    byPersonId: text("by_person_id")
      .notNull()
      .references(() => people.id),
    allotmentId: text("allotment_id").references(() => allotments.id),
    endedBy: text("ended_by"),
    /** Whether team or coach ended it themselves: then they are not brought together again. */
    endedAs: text("ended_as").$type<"team" | "coach" | "organiser" | "gone">(),
  },
  (t) => [
    uniqueIndex("coach_relations_open").on(t.openKey),
    index("coach_relations_idea").on(t.ideaId),
    index("coach_relations_coach").on(t.coachId, t.until),
  ],
);

/** Plans to give the waiting ideas of a campus a coach, all at once: one draft at a time, kept when applied or dropped. */
export const allotments = table(
  "allotments",
  {
    id: text("id").primaryKey(),
    campusId: text("campus_id")
      .notNull()
      .references(() => campuses.id),
    /** The campus while it is a draft, null afterwards. */
    openKey: text("open_key"),
    state: text("state").$type<"draft" | "applied" | "dropped">().notNull(),
    withExperts: bool("with_experts").notNull(),
    /** Pairs that were chosen or ruled out by hand. */
    pins: json("pins").$type<Choice[]>().notNull(),
    /** Null while it is being computed. */
    result: json("result").$type<AllotResult | null>(),
    /** Raised by each change, so that two people never overwrite each other unawares. */
    revision: int("revision").notNull(),
    byPersonId: text("by_person_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
    dueAt: instant("due_at").notNull(),
    remindedAt: instant("reminded_at"),
    closedAt: instant("closed_at"),
    closedBy: text("closed_by"),
  },
  (t) => [uniqueIndex("allotments_open").on(t.openKey), index("allotments_campus").on(t.campusId, t.at)],
);
