import { sql } from "drizzle-orm";
import type { Locale } from "../../app/domain/kernel/actor";
import { bool, check, index, instant, int, json, primaryKey, real, table, text, uniqueIndex } from "../dialect";
import { coachingSessions } from "./coaching";
import { ideas } from "./ideas";
import { people } from "./identity";

/** The rounds of a matchmaking session, those played and those to come: tables of person ids, pauses, where coaches go. */
export interface KeptPlan {
  readonly rounds: readonly (readonly (readonly string[])[])[];
  readonly pauses: readonly (readonly string[])[];
  readonly visits: readonly (readonly { readonly rover: string; readonly table: number }[])[];
  /** Who was there when it was made. */
  readonly present: readonly string[];
}

/**
 * What a session for several people has beside its row in `coaching_sessions`. `taken` counts the seats of those who come and
 * of those who are offered one; the check lets no two requests take the last seat, whatever the number of servers.
 */
export const groupSessions = table(
  "group_sessions",
  {
    sessionId: text("session_id")
      .primaryKey()
      .references(() => coachingSessions.id),
    about: text("about").notNull().default(""),
    languages: json("languages").$type<readonly Locale[]>().notNull(),
    seats: int("seats").notNull(),
    taken: int("taken").notNull().default(0),
    closesAt: instant("closes_at").notNull(),
    /** 0 for a session without rounds. */
    rounds: int("rounds").notNull(),
    tableSize: int("table_size").notNull(),
    roundMinutes: int("round_minutes").notNull(),
    code: text("code").notNull(),
    run: text("run").$type<"before" | "running" | "over">().notNull(),
    /** The round that is played now or was played last; 0 before the first. */
    round: int("round").notNull(),
    roundEndsAt: instant("round_ends_at"),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
    plan: json("plan").$type<KeptPlan | null>(),
    /** Raised with each plan, so that two coaches never make two plans of one round. */
    planNo: int("plan_no").notNull().default(0),
    total: real("total"),
    worst: real("worst"),
    bound: real("bound"),
    optimal: bool("optimal"),
  },
  (t) => [check("group_sessions_seats", sql`${t.taken} >= 0 and ${t.taken} <= ${t.seats}`)],
);

/** Who registered for a session, with which idea, and where they stand: one row a person a session. */
export const sessionSeats = table(
  "session_seats",
  {
    id: text("id").primaryKey(),
    sessionId: text("session_id")
      .notNull()
      .references(() => groupSessions.sessionId),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    ideaId: text("idea_id").references(() => ideas.id),
    state: text("state").$type<"waiting" | "offered" | "coming" | "present" | "absent" | "cancelled" | "expired">().notNull(),
    /** Since when they wait or come: the order of the waitlist. */
    queuedAt: instant("queued_at").notNull(),
    at: instant("at").notNull(),
    offeredUntil: instant("offered_until"),
    checkedInAt: instant("checked_in_at"),
    remindedAt: instant("reminded_at"),
  },
  (t) => [
    uniqueIndex("session_seats_once").on(t.sessionId, t.personId),
    index("session_seats_person").on(t.personId, t.state),
    index("session_seats_idea").on(t.ideaId, t.state),
    index("session_seats_order").on(t.sessionId, t.state, t.queuedAt),
  ],
);

/** What somebody answered about whom they met: told to nobody before both said yes. */
export const sessionAnswers = table(
  "session_answers",
  {
    sessionId: text("session_id")
      .notNull()
      .references(() => groupSessions.sessionId),
    fromId: text("from_id")
      .notNull()
      .references(() => people.id),
    toId: text("to_id")
      .notNull()
      .references(() => people.id),
    round: int("round").notNull(),
    yes: bool("yes").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.fromId, t.toId] }), index("session_answers_to").on(t.toId)],
);
