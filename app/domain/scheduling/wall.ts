import { Temporal } from "temporal-polyfill";
import { DomainError } from "../kernel/errors";
import type { Range } from "./slot";

/** Which of the two moments is meant when the clock goes back and shows an hour twice. */
export type Overlap = "earlier" | "later";

const WALL_TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Tells whether the text is a time of a clock, "HH:MM". */
export function isWallTime(text: string): boolean {
  return WALL_TIME.test(text);
}

/** The calendar day of the text; refuses with "invalid" for what is no day. */
export function dayOf(text: string, field = "day"): Temporal.PlainDate {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch {
    // No such day: refused below with the field it came from.
  }
  throw new DomainError("invalid", { field });
}

/**
 * The instant at which the clock of a zone shows a time ("HH:MM"; "24:00" is the end of the day) on a day (ISO date).
 * Refuses with "invalid" for what is no day or time and "no_such_time" for an hour the clock skips; of an hour it shows
 * twice the earlier is meant, unless `overlap` says otherwise.
 */
export function instantOf(zone: string, day: string, time: string, options: { field?: string; overlap?: Overlap } = {}): Date {
  const { field = "from", overlap = "earlier" } = options;
  const date = dayOf(day);
  if (time === "24:00") return startOfDay(zone, date.add({ days: 1 }));
  const parts = WALL_TIME.exec(time);
  if (!parts) throw new DomainError("invalid", { field });
  const wall = date.toPlainDateTime({ hour: Number(parts[1]), minute: Number(parts[2]) });
  const moment = wall.toZonedDateTime(zone, { disambiguation: overlap });
  if (!moment.toPlainDateTime().equals(wall)) throw new DomainError("no_such_time", { field, time, day });
  return new Date(moment.epochMilliseconds);
}

/** Tells whether the clock shows this time twice on this day, so that a form has to ask which is meant. */
export function isTwice(zone: string, day: string, time: string): boolean {
  return instantOf(zone, day, time).getTime() !== instantOf(zone, day, time, { overlap: "later" }).getTime();
}

/** The instant of a minute of a day (0 … 1,440); a minute the clock skips is the first moment after it. */
export function instantOfMinute(zone: string, day: string, minute: number): Date {
  const date = dayOf(day).add({ days: Math.floor(minute / 1_440) });
  const rest = minute % 1_440;
  const wall = date.toPlainDateTime({ hour: Math.floor(rest / 60), minute: rest % 60 });
  return new Date(wall.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds);
}

function startOfDay(zone: string, date: Temporal.PlainDate): Date {
  return new Date(date.toZonedDateTime({ timeZone: zone }).epochMilliseconds);
}

/** The day of the zone (ISO date) an instant lies on. */
export function dayAt(zone: string, at: Date): string {
  return zoned(zone, at).toPlainDate().toString();
}

/** What the clock of the zone shows at an instant, "HH:MM". */
export function wallTimeAt(zone: string, at: Date): string {
  return zoned(zone, at).toPlainTime().toString({ smallestUnit: "minute" });
}

/** Day and hour of a moment on the clock of a zone, as an input of type datetime-local takes them: "2026-11-22T09:00". */
export function wallMomentAt(zone: string, at: Date): string {
  return `${dayAt(zone, at)}T${wallTimeAt(zone, at)}`;
}

function zoned(zone: string, at: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
}

/** A day of the zone from its first moment to the first of the next: 23, 24 or 25 hours. */
export function dayRange(zone: string, day: string): Range {
  const date = dayOf(day);
  return { from: startOfDay(zone, date), until: startOfDay(zone, date.add({ days: 1 })) };
}

/** The day `count` days after (before, when negative) a day. */
export function addDays(day: string, count: number): string {
  return dayOf(day).add({ days: count }).toString();
}

/** The days from the first to the last, both included. */
export function daysBetween(firstDay: string, lastDay: string): string[] {
  const count = dayOf(firstDay).until(dayOf(lastDay)).days;
  return Array.from({ length: Math.max(0, count + 1) }, (_, i) => addDays(firstDay, i));
}

/** Day of the week: Monday is 1, Sunday 7. */
export function weekdayOf(day: string): number {
  return dayOf(day).dayOfWeek;
}

/** The seven days of the week a day lies in, Monday first. */
export function weekOf(day: string): string[] {
  const monday = addDays(day, 1 - weekdayOf(day));
  return daysBetween(monday, addDays(monday, 6));
}

/** The week of a day in the zone, from Monday's first moment to that of the next Monday. */
export function weekRange(zone: string, day: string): Range {
  const [monday = day] = weekOf(day);
  return { from: dayRange(zone, monday).from, until: dayRange(zone, addDays(monday, 7)).from };
}
