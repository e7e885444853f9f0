import type { Locale } from "../kernel/actor";
import { fold } from "../kernel/text";

/** One text in each language of the interface. */
export type Labels = Readonly<Record<Locale, string>>;

export const TERM_KINDS = ["domain", "growth_market", "production_step", "skill", "resource"] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** What somebody who picks a term looks for or offers: every skill and resource has one. The same as the kinds of needs and offers. */
export const NEED_KINDS = ["expertise", "network", "workspace", "capital", "customers"] as const;
export type NeedKind = (typeof NEED_KINDS)[number];

/** A name, and a synonym, of a term; and how many synonyms it has at most in one language. */
export const TERM_NAME_MAX = 80;
export const SYNONYMS_MAX = 30;
/** Days in which a merge of two terms can be undone. */
export const MERGE_UNDO_DAYS = 30;

/** Days of the week as in ISO 8601 and Temporal: Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** One stretch of opening on a day of the week, in minutes since midnight of the campus; `untilMinute` may be 1,440. */
export interface OpenInterval {
  readonly weekday: Weekday;
  readonly fromMinute: number;
  readonly untilMinute: number;
}

export const MINUTES_A_DAY = 1_440;
export const CAMPUS_NAME_MAX = 80;
export const ORGANISATION_NAME_MAX = 100;
export const DESCRIPTION_MAX = 600;
export const CLOSURE_REASON_MAX = 120;

/** A slug: lower-case letters, digits and single hyphens. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A slug out of a name: what stays of it in plain letters, digits and hyphens, at most so many; a word of ours where nothing does. */
export function slugOf(name: string, most = 60, otherwise = "organisation"): string {
  const slug = fold(name)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, most)
    .replace(/^-+|-+$/g, "");
  return slug === "" ? otherwise : slug;
}

/** Tells whether the text names a time zone that exists, such as Europe/Brussels. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z_]+\/[A-Za-z_+\-/0-9]+$/.test(zone) && zone !== "UTC") return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

/** Tells whether the text is a day that exists in the calendar, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Tells whether each interval lies within its day, and no two of a day overlap. */
export function areValidHours(hours: readonly OpenInterval[]): boolean {
  const ordered = [...hours].sort((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute);
  return ordered.every((interval, at) => {
    const { weekday, fromMinute, untilMinute } = interval;
    const whole = [weekday, fromMinute, untilMinute].every(Number.isInteger);
    if (!whole || weekday < 1 || weekday > 7 || fromMinute < 0 || untilMinute > MINUTES_A_DAY || fromMinute >= untilMinute) return false;
    const before = ordered[at - 1];
    return !before || before.weekday !== weekday || before.untilMinute <= fromMinute;
  });
}
