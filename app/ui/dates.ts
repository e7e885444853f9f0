import type { Locale } from "~/domain/kernel/actor";

/** A language as it is written here, for dates. */
export const localeTag = (locale: Locale): string => (locale === "en" ? "en-GB" : `${locale}-BE`);

function formatIn(locale: Locale, timeZone: string, shape: Intl.DateTimeFormatOptions): (at: Date) => string {
  const format = new Intl.DateTimeFormat(localeTag(locale), { timeZone, ...shape });
  return (at) => format.format(at);
}

/** Says the day of a moment in a zone, with its year: "23 november 2026". */
export const dayIn = (locale: Locale, zone: string): ((at: Date) => string) => formatIn(locale, zone, { dateStyle: "long" });

/** Says a moment in a zone, without its year: "maandag 23 november om 14:00". */
export const momentIn = (locale: Locale, zone: string): ((at: Date) => string) =>
  formatIn(locale, zone, { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
