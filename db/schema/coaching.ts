import type { Locale } from "../../app/domain/kernel/actor";
import { index, instant, int, table, text, uniqueIndex } from "../dialect";
import { campuses } from "./campus";
import { ideas } from "./ideas";
import { people } from "./identity";

/** When a coach can be booked, week after week, in the wall time of the campus. Weekday 1 is Monday. */
export const availability = table(
  "availability",
  {
    id: text("id").primaryKey(),
    coachId: text("coach_id")
      .notNull()
      .references(() => people.id),
    campusId: text("campus_id")
      .notNull()
      .references(() => campuses.id),
    weekday: int("weekday").notNull(),
    fromMinute: int("from_minute").notNull(),
    untilMinute: int("until_minute").notNull(),
    slotMinutes: int("slot_minutes").notNull(),
    createdAt: instant("created_at").notNull(),
    removedAt: instant("removed_at"),
  },
  (t) => [index("availability_coach").on(t.coachId, t.campusId)],
);

/** A day on which a coach is away, or there beside the weekly rule. Minutes are null for the whole day. */
export const availabilityExceptions = table(
  "availability_exceptions",
  {
    id: text("id").primaryKey(),
    coachId: text("coach_id")
      .notNull()
      .references(() => people.id),
    campusId: text("campus_id")
      .notNull()
      .references(() => campuses.id),
    day: text("day").notNull(),
    kind: text("kind").$type<"away" | "extra">().notNull(),
    fromMinute: int("from_minute"),
    untilMinute: int("until_minute"),
    slotMinutes: int("slot_minutes"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("availability_exceptions_coach").on(t.coachId, t.campusId, t.day)],
);

/** How many ideas a coach carries at the same time. */
export const coachCapacity = table("coach_capacity", {
  coachId: text("coach_id")
    .primaryKey()
    .references(() => people.id),
  ideas: int("ideas").notNull(),
});

/** Talks and meetings: one to one here; matchmaking, brainstorm and workshop later on the same row. */
export const coachingSessions = table(
  "coaching_sessions",
  {
    id: text("id").primaryKey(),
    kind: text("kind").$type<"one_to_one" | "matchmaking" | "brainstorm" | "workshop">().notNull(),
    campusId: text("campus_id")
      .notNull()
      .references(() => campuses.id),
    coachId: text("coach_id")
      .notNull()
      .references(() => people.id),
    ideaId: text("idea_id").references(() => ideas.id),
    lang: text("lang").$type<Locale>().notNull(),
    title: text("title").notNull().default(""),
    question: text("question").notNull().default(""),
    place: text("place").notNull().default(""),
    resourceId: text("resource_id"),
    from: instant("from_at").notNull(),
    until: instant("until_at").notNull(),
    seats: int("seats").notNull(),
    state: text("state").$type<"planned" | "held" | "cancelled">().notNull(),
    bookedBy: text("booked_by")
      .notNull()
      .references(() => people.id),
    createdAt: instant("created_at").notNull(),
    cancelledAt: instant("cancelled_at"),
    cancelledBy: text("cancelled_by"),
    cancelReason: text("cancel_reason").notNull().default(""),
  },
  (t) => [
    index("coaching_sessions_coach").on(t.coachId, t.from),
    index("coaching_sessions_order").on(t.ideaId, t.from, t.id),
    index("coaching_sessions_campus").on(t.campusId, t.from),
  ],
);

export const sessionPeople = table(
  "session_people",
  {
    id: text("id").primaryKey(),
    sessionId: text("session_id")
      .notNull()
      .references(() => coachingSessions.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    state: text("state").$type<"invited" | "coming" | "cancelled" | "present" | "absent">().notNull(),
    at: instant("at").notNull(),
  },
  (t) => [uniqueIndex("session_people_once").on(t.sessionId, t.personId), index("session_people_person").on(t.personId)],
);

/** Notes of a session: shared with the team, or private to who wrote them. */
export const sessionNotes = table(
  "session_notes",
  {
    id: text("id").primaryKey(),
    sessionId: text("session_id")
      .notNull()
      .references(() => coachingSessions.id),
    authorId: text("author_id")
      .notNull()
      .references(() => people.id),
    visibility: text("visibility").$type<"shared" | "private">().notNull(),
    body: text("body").notNull(),
    at: instant("at").notNull(),
    editedAt: instant("edited_at"),
    removedAt: instant("removed_at"),
  },
  (t) => [index("session_notes_session").on(t.sessionId, t.at)],
);

/** What somebody promised to do for an idea, with a date. */
export const actions = table(
  "actions",
  {
    id: text("id").primaryKey(),
    ideaId: text("idea_id")
      .notNull()
      .references(() => ideas.id),
    sessionId: text("session_id").references(() => coachingSessions.id),
    ownerId: text("owner_id")
      .notNull()
      .references(() => people.id),
    words: text("words").notNull(),
    /** Day of the campus by which it is due. */
    dueDay: text("due_day").notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => people.id),
    createdAt: instant("created_at").notNull(),
    doneAt: instant("done_at"),
    removedAt: instant("removed_at"),
  },
  (t) => [index("actions_idea").on(t.ideaId), index("actions_owner").on(t.ownerId, t.doneAt)],
);
