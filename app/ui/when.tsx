import { createContext, useContext } from "react";
import type { Locale } from "~/domain/kernel/actor";
import { useLocale, useT } from "./i18n";

/** The moment of the answer and the venue's zone; pages say "today" by them, on the server and in the browser alike. */
export interface Venue {
  readonly now: string;
  readonly zone: string;
}
export const VenueContext = createContext<Venue>({ now: "1970-01-01T00:00:00.000Z", zone: "Europe/Brussels" });

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: Locale, zone: string, name: "day" | "time" | "date" | "full"): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${name}`;
  let made = formatters.get(key);
  if (!made) {
    const shapes: Record<typeof name, Intl.DateTimeFormatOptions> = {
      day: { year: "numeric", month: "2-digit", day: "2-digit" },
      time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
      date: { weekday: "short", day: "numeric", month: "long" },
      full: {
        weekday: "long",
        day: "numeric",
        month: "long",
        year: "numeric",
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
        timeZoneName: "short",
      },
    };
    made = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : `${locale}-BE`, { timeZone: zone, ...shapes[name] });
    formatters.set(key, made);
  }
  return made;
}

const DAY_MS = 86_400_000;

/** An instant as people say it ("vandaag 14:00"), with the full date and zone for whoever points at it. */
export function Time({ at, zone: own, dateOnly }: { at: Date; zone?: string; dateOnly?: boolean }) {
  const t = useT();
  const locale = useLocale();
  const venue = useContext(VenueContext);
  const zone = own ?? venue.zone;
  const day = formatter(locale, zone, "day");
  const time = formatter(locale, zone, "time").format(at);
  const now = new Date(venue.now).getTime();
  const on = day.format(at);
  const withYear =
    Math.abs(now - at.getTime()) > 300 * DAY_MS
      ? ` ${
          formatter(locale, zone, "full")
            .formatToParts(at)
            .find((part) => part.type === "year")?.value ?? ""
        }`
      : "";
  const plain = formatter(locale, zone, "date").format(at) + withYear;
  let said = dateOnly ? plain : `${plain} ${time}`;
  if (on === day.format(now)) said = t("time.today", { time });
  else if (on === day.format(now - DAY_MS)) said = t("time.yesterday", { time });
  else if (on === day.format(now + DAY_MS)) said = t("time.tomorrow", { time });
  return (
    <time dateTime={at.toISOString()} title={formatter(locale, zone, "full").format(at)}>
      {said}
    </time>
  );
}
