import type { Locale } from "../kernel/actor";
import { days, hours } from "../kernel/time";

/** One text in each language of the interface. */
export type Labels = Readonly<Record<Locale, string>>;

export const SPACE_KINDS = ["greenhouse", "company_lab", "sector_lab"] as const;
export type SpaceKind = (typeof SPACE_KINDS)[number];
export const RESOURCE_KINDS = ["desk", "bench", "room", "machine"] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];
export const BOOKING_STATES = ["confirmed", "cancelled"] as const;
export type BookingState = (typeof BOOKING_STATES)[number];
export const BOOKED_FOR = ["idea", "organisation"] as const;
export type ForKind = (typeof BOOKED_FOR)[number];

/** What a booking is for. */
export interface BookedFor {
  readonly forKind: ForKind;
  readonly forId: string;
}

/** A rectangle on the floor plan of a space, in hundredths of its width and height. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export const PURPOSE_MAX = 200;
export const REASON_MAX = 200;
export const NAME_MAX = 60;
export const ABOUT_MAX = 300;

/** How far ahead people book, so that a place is not given away before anybody knows their plans. */
export const AHEAD_DAYS = 60;
/** Bookings for ideas a person may have ahead of them: enough for a project, too few to keep a bench from others. */
export const OPEN_BOOKINGS_MAX = 5;
/** Hours a person books for ideas in one week of the campus. */
export const PERSON_HOURS_A_WEEK = 12;
/** Hours an organisation books in one week of the campus. */
export const ORGANISATION_HOURS_A_WEEK = 20;
/** How long a resource can be closed in one go. Longer than people book ahead. */
export const CLOSED_DAYS_MAX = 90;
/** How long an induction counts when nothing else is said, in months. */
export const INDUCTION_MONTHS = 12;

/** The last moment at which a booking may begin. */
export function lastStart(now: Date): Date {
  return new Date(now.getTime() + days(AHEAD_DAYS));
}

/** Hours a week for what is booked, in milliseconds. */
export function weeklyLimit(forKind: ForKind): number {
  return hours(forKind === "organisation" ? ORGANISATION_HOURS_A_WEEK : PERSON_HOURS_A_WEEK);
}

/** Reads "idea:ID" or "organisation:ID", as forms and addresses write it; null for anything else. */
export function parseBookedFor(text: string): BookedFor | null {
  const [kind, id] = text.split(":");
  const forKind = BOOKED_FOR.find((one) => one === kind);
  return forKind && id ? { forKind, forId: id } : null;
}

/** What a booking is for, as one text. */
export function bookedForText({ forKind, forId }: BookedFor): string {
  return `${forKind}:${forId}`;
}

/** Tells whether a rectangle lies within the plan. */
export function isRect({ x, y, w, h }: Rect): boolean {
  return [x, y, w, h].every((one) => Number.isInteger(one)) && x >= 0 && y >= 0 && w > 0 && h > 0 && x + w <= 100 && y + h <= 100;
}

/** Whether a machine induction stands between a person and a resource. */
export type InductionState = "none" | "given" | "needed";

/** What holds a piece of a day. "busy" is somebody else's: who, is not for the reader. */
export type BlockKind = "mine" | "shared" | "busy" | "buffer" | "closed";

/** State of a resource at a moment, as the floor plan shows it. */
export type PlaceState = "free" | "busy" | "mine" | "closed";
export const PLACE_STATES = ["free", "busy", "mine", "closed"] as const satisfies readonly PlaceState[];
