import ical from "ical-generator";
import type { Locale } from "~/domain/kernel/actor";
import type { AgendaItem } from "~/domain/notifications/queries-agenda";
import { translator } from "~/locales";
import type { Translate } from "~/locales/translate";
import { oneLine } from "./one-line";

const DAY_MS = 86_400_000;

function summaryOf(t: Translate, item: AgendaItem): string {
  const title = oneLine(item.title);
  if (item.kind === "talk" && title === "") return t("notices.ics.talk_plain");
  return t(`notices.ics.${item.kind}`, { title });
}

/**
 * A person's agenda as an iCalendar file. Moments are written in UTC, so that no reader has to know a time zone; a day is a
 * day. What people typed is one line, whatever it holds.
 */
export function calendarFile(items: readonly AgendaItem[], { locale, origin, now }: { locale: Locale; origin: string; now: Date }): string {
  const t = translator(locale);
  const host = new URL(origin).host;
  const calendar = ical({ name: "Broeikas", prodId: { company: "Broeikas", product: "Broeikas" } });
  for (const item of items) {
    const { kind, from, until, day } = item;
    const start = day === null ? from : new Date(`${day}T00:00:00Z`);
    const end = day === null ? (until ?? from) : new Date(start.getTime() + DAY_MS);
    calendar.createEvent({
      id: `${kind}-${item.id}@${host}`,
      stamp: now,
      start,
      end,
      allDay: day !== null,
      summary: summaryOf(t, item),
      location: oneLine(item.place) || null,
      url: new URL(item.path, origin).href,
    });
  }
  return calendar.toString();
}
