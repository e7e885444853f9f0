import { createContext, useContext } from "react";
import type { Locale } from "~/domain/kernel/actor";
import { localeTag } from "./dates";
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
    made = new Intl.DateTimeFormat(localeTag(locale), { timeZone: zone, ...shapes[name] });
    formatters.set(key, made);
  }
  return made;
}

const DAY_MS = 86_400_000;

interface Spoken {
  readonly day: string;
  readonly time: string;
  readonly plain: string;
  readonly year: string;
  readonly full: string;
}

/** Dates are spoken over and over, by the minute; formatting one costs as much as a small table. */
const spoken = new Map<string, Spoken>();
const SPOKEN_MOST = 5000;

function speak(at: Date, locale: Locale, zone: string): Spoken {
  const key = `${locale} ${zone} ${Math.floor(at.getTime() / 60_000)}`;
  let known = spoken.get(key);
  if (!known) {
    if (spoken.size >= SPOKEN_MOST) spoken.clear();
    const full = formatter(locale, zone, "full");
    known = {
      day: formatter(locale, zone, "day").format(at),
      time: formatter(locale, zone, "time").format(at),
      plain: formatter(locale, zone, "date").format(at),
      year: full.formatToParts(at).find((part) => part.type === "year")?.value ?? "",
      full: full.format(at),
    };
    spoken.set(key, known);
  }
  return known;
}

/** An instant as people say it ("vandaag 14:00"), with the full date and zone for whoever points at it. */
export function Time({ at, zone: own, dateOnly }: { at: Date; zone?: string; dateOnly?: boolean }) {
  const t = useT();
  const locale = useLocale();
  const venue = useContext(VenueContext);
  const zone = own ?? venue.zone;
  const { day, time, plain: thisYear, year, full } = speak(at, locale, zone);
  const now = new Date(venue.now).getTime();
  const dayAt = (instant: number): string => speak(new Date(instant), locale, zone).day;
  const distance = Math.abs(now - at.getTime());
  const plain = distance > 300 * DAY_MS ? `${thisYear} ${year}` : thisYear;
  let said = dateOnly ? plain : `${plain} ${time}`;
  if (distance <= 2 * DAY_MS) {
    if (day === dayAt(now)) said = t("time.today", { time });
    else if (day === dayAt(now - DAY_MS)) said = t("time.yesterday", { time });
    else if (day === dayAt(now + DAY_MS)) said = t("time.tomorrow", { time });
  }
  return (
    <time dateTime={at.toISOString()} title={full}>
      {said}
    </time>
  );
}
