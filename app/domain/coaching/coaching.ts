import { days, hours } from "../kernel/time";

export const SESSION_KINDS = ["one_to_one", "matchmaking", "brainstorm", "workshop"] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

export const SESSION_STATES = ["planned", "held", "cancelled"] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** Where somebody stands with a session: asked, coming, and afterwards whether they were there. */
export const PRESENCES = ["invited", "coming", "cancelled", "present", "absent"] as const;
export type Presence = (typeof PRESENCES)[number];

/** Shared notes are for the team and the coach, private ones for who wrote them. */
export const NOTE_VISIBILITIES = ["shared", "private"] as const;
export type NoteVisibility = (typeof NOTE_VISIBILITIES)[number];

export const EXCEPTION_KINDS = ["away", "extra"] as const;
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];

/** How long a talk may be, in minutes. */
export const SLOT_MINUTES = [30, 45, 60] as const;
export type SlotMinutes = (typeof SLOT_MINUTES)[number];

/** How far ahead a talk is booked or moved (milliseconds). */
export const BOOK_AHEAD_MIN = hours(2);
export const BOOK_AHEAD_DAYS = 21;
export const BOOK_AHEAD_MAX = days(BOOK_AHEAD_DAYS);
/** Talks to come of one idea with one coach. */
export const OPEN_TALKS_MAX = 2;
/** How long after a talk its idea still counts for the coach (milliseconds). */
export const CARRIED_FOR = days(60);
/** Ideas a coach carries who never said how many. */
export const CAPACITY_DEFAULT = 6;
export const CAPACITY_MAX = 40;
/** How long before a talk people are reminded (milliseconds). */
export const REMINDED_BEFORE = hours(24);

/** Wall times of hours lie on this step, in minutes: the quantum of the calendar. */
export const MINUTE_STEP = 15;
export const QUESTION_MAX = 600;
export const PLACE_MAX = 120;
export const REASON_MAX = 280;
export const NOTE_MAX = 4_000;
export const NOTES_PER_SESSION_MAX = 200;
export const WORDS_MAX = 200;
export const ACTIONS_OPEN_MAX = 50;
export const WINDOWS_MAX = 40;
export const EXCEPTIONS_MAX = 200;
/** How far ahead an action may be due, or an exception lie, in days. */
export const DUE_WITHIN_DAYS = 366;

/** A stretch of a day, in minutes since midnight of the campus; `untilMinute` may be 1,440. */
export interface Stretch {
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** Hours of every week, Monday is 1. */
export interface WeeklyHours extends Stretch {
  readonly weekday: number;
  readonly slotMinutes: number;
}

/** What differs on one day; without minutes it is about the whole day. */
export interface DayException {
  readonly day: string;
  readonly kind: ExceptionKind;
  readonly fromMinute: number | null;
  readonly untilMinute: number | null;
  readonly slotMinutes: number | null;
}

/** A talk that can be booked: its day at the campus, and its two ends. */
export interface Slot {
  readonly day: string;
  readonly from: Date;
  readonly until: Date;
}

/** Tells whether two stretches of the same day share a moment. */
export function overlap(a: Stretch, b: Stretch): boolean {
  return a.fromMinute < b.untilMinute && b.fromMinute < a.untilMinute;
}

/** Tells whether the stretch lies on the quarters of one day and holds at least one talk. */
export function isStretch({ fromMinute, untilMinute }: Stretch, slotMinutes: number): boolean {
  const whole = [fromMinute, untilMinute].every((minute) => Number.isInteger(minute) && minute % MINUTE_STEP === 0);
  return whole && fromMinute >= 0 && untilMinute <= 1_440 && untilMinute - fromMinute >= slotMinutes;
}

/** Tells whether a talk may be this long. */
export function isSlotMinutes(minutes: number): minutes is SlotMinutes {
  return (SLOT_MINUTES as readonly number[]).includes(minutes);
}
