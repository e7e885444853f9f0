import { localeTag } from "../dates";
import { useLocale } from "../i18n";

/** A day of the calendar, which has no time and no zone. */
export function Day({ day, short }: { day: string; short?: boolean }) {
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(localeTag(locale), {
    timeZone: "UTC",
    weekday: short ? "short" : "long",
    day: "numeric",
    month: "long",
  });
  return <time dateTime={day}>{format.format(new Date(`${day}T00:00:00Z`))}</time>;
}

/** A moment on the clock of a place, "14:00". */
export function clock(at: Date, zone: string): string {
  return new Intl.DateTimeFormat("nl-BE", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
}

/** A minute of the day as a clock shows it. */
export function wall(minute: number): string {
  const of = (value: number) => String(value).padStart(2, "0");
  return `${of(Math.floor(minute / 60) % 24)}:${of(minute % 60)}`;
}
