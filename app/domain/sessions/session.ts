import type { Locale } from "../kernel/actor";
import type { ShownIdea, ShownReason } from "../matching/shown";
import { days, hours, minutes } from "../kernel/time";

/** Kinds of session for several people; the first has rounds. */
export const GROUP_KINDS = ["matchmaking", "brainstorm", "workshop"] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** Where somebody stands with a session. */
export const SEAT_STATES = ["waiting", "offered", "coming", "present", "absent", "cancelled", "expired"] as const;
export type SeatState = (typeof SEAT_STATES)[number];

export const RUN_STATES = ["before", "running", "over"] as const;
export type RunState = (typeof RUN_STATES)[number];

export const TITLE_MAX = 100;
export const ABOUT_MAX = 1_000;
export const PLACE_MAX = 120;
export const REASON_MAX = 280;
export const SEATS_MAX = 120;
export const WAITING_MAX = 200;
export const ROUNDS_MAX = 12;
export const TABLE_MIN = 2;
export const TABLE_MAX = 8;
export const ROUND_MINUTES_MIN = 3;
export const ROUND_MINUTES_MAX = 60;
/** How far ahead a session may be planned, and how long it may last. */
export const PLAN_AHEAD_DAYS = 200;
export const LASTS_MAX = hours(10);

/** How long somebody has to take a seat that came free, and how long before the beginning that ends. */
export const OFFER_FOR = hours(24);
export const OFFER_ENDS_BEFORE = hours(2);
/** Who does not answer an offer is reminded when so much of it is left, if it was longer. */
export const OFFER_REMIND_BEFORE = hours(6);
/** How long before the beginning people are reminded. */
export const REMIND_BEFORE = hours(24);
/** Checking in opens so long before the beginning. */
export const CHECK_IN_BEFORE = hours(1);
/** Answers about whom one met are taken until so long after the end. */
export const ANSWER_AFTER = hours(24);
/** Its board can be worked on until so long after the end. */
export const BOARD_AFTER = days(7);
/** A session that nobody ends is over by itself so long after its time. */
export const OVER_AFTER = hours(12);
/** How far back lists look. */
export const PAST_SHOWN = days(60);

/** Letters and figures that nobody mixes up on a screen. */
const CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const CODE_LENGTH = 5;

/** The code on the screen, out of an id nobody knows: the last figures of an id are chance. */
export function codeOf(id: string): string {
  let left = BigInt(`0x${id.replace(/[^\da-f]/gi, "").slice(-14) || "0"}`);
  let code = "";
  for (let at = 0; at < CODE_LENGTH; at += 1) {
    code += CODE_LETTERS.charAt(Number(left % BigInt(CODE_LETTERS.length)));
    left /= BigInt(CODE_LETTERS.length);
  }
  return code;
}

/** A code as people type it: small letters, spaces and dashes are forgiven. */
export function sameCode(typed: string, code: string): boolean {
  return typed.toUpperCase().replace(/[^A-Z\d]/g, "") === code;
}

/** Until when an offered seat is held at most; null when it is too late to offer it. */
export function offerEnd(now: Date, from: Date): Date | null {
  const end = Math.min(now.getTime() + OFFER_FOR, from.getTime() - OFFER_ENDS_BEFORE);
  return end > now.getTime() ? new Date(end) : null;
}

/** The name on the screen of the room: the first name, and the first letter of what follows. */
export function screenName(name: string): string {
  const [first = "", ...rest] = name.trim().split(/\s+/);
  const last = rest.at(-1);
  return last ? `${first} ${last.charAt(0).toUpperCase()}.` : first;
}

/** When a round that begins now ends. */
export function roundEnd(now: Date, roundMinutes: number): Date {
  return new Date(now.getTime() + minutes(roundMinutes));
}

/** Somebody at the actor's table, as the actor may see them. */
export interface TableMate {
  readonly personId: string;
  readonly name: string;
  readonly round: number;
  /** What the actor said; null when nothing yet. */
  readonly answer: boolean | null;
  /** Both said yes. */
  readonly match: boolean;
  readonly interestId: string | null;
  readonly reasons: readonly ShownReason[];
  readonly idea: ShownIdea | null;
}

/** What is asked of a session that is planned. */
export interface SessionWish {
  readonly title: string;
  readonly about: string;
  readonly languages: readonly Locale[];
  /** A room of the campus; empty for a place in words. */
  readonly resourceId: string;
  readonly place: string;
  readonly day: string;
  readonly from: string;
  readonly until: string;
  readonly seats: number;
  readonly rounds: number;
  readonly tableSize: number;
  readonly roundMinutes: number;
  /** Day and time of the campus at which registering ends; empty: when it begins. */
  readonly closesDay: string;
  readonly closesAt: string;
}
