import type { BlockKind } from "~/domain/lab/lab";
import type { DayGrid, GridResource } from "~/domain/lab/queries-day";
import type { Locale } from "~/domain/kernel/actor";
import type { Range } from "~/domain/scheduling/slot";
import { addDays, dayAt, wallTimeAt } from "~/domain/scheduling/wall";
import { localeTag } from "~/ui/dates";
import type { DaySwitchView } from "~/ui/lab/DaySwitch";
import type { FreeView, HourView, ResourceView, SpaceView } from "~/ui/lab/view";

const HOUR = 3_600_000;

/** A time of the campus as people write it: "9:00". */
export function clockAt(zone: string, at: Date): string {
  return wallTimeAt(zone, at).replace(/^0/, "");
}

/** A day of the calendar as people say it: "maandag 23 november". */
export function dayName(locale: Locale, day: string, weekday: "long" | "short" = "long"): string {
  const shape = { weekday, day: "numeric", month: weekday === "long" ? "long" : "short", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(localeTag(locale), shape).format(new Date(`${day}T12:00:00Z`));
}

/** An address of the lab with these parameters; empty ones are left out. */
export function labPath(slug: string, page: "" | "/book", parameters: Readonly<Record<string, string | null | undefined>>): string {
  const query = new URLSearchParams(Object.entries(parameters).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString();
  return `/lab/${slug}${page}${query ? `?${query}` : ""}`;
}

/** What the address of a day holds besides the day. */
export interface Kept {
  readonly space?: string | null;
  readonly view?: string | null;
  readonly for?: string | null;
  readonly resource?: string | null;
}

/** The day switch of a page of the lab. */
export function daySwitch({ campus, day, today, lastDay }: DayGrid, page: "" | "/book", kept: Kept): DaySwitchView {
  const to = (other: string): string => labPath(campus.slug, page, { ...kept, day: other });
  return {
    day,
    min: today,
    max: lastDay,
    previous: page === "" || day > today ? to(addDays(day, -1)) : null,
    next: day < lastDay ? to(addDays(day, 1)) : null,
    today: day === today ? null : to(today),
    keep: Object.entries(kept).flatMap(([name, value]) => (value ? [{ name, value: String(value) }] : [])),
  };
}

/** The stretch the grid is drawn over: from the first to the last hour of the day. */
export function stretchOf({ open }: DayGrid): Range | null {
  const [first, last] = [open[0], open.at(-1)];
  return first && last ? { from: first.from, until: last.until } : null;
}

const hundredths = (whole: Range, at: Date): number =>
  Math.round(((at.getTime() - whole.from.getTime()) / (whole.until.getTime() - whole.from.getTime())) * 10_000) / 100;

/** The hours along the top. */
export function hoursOf(zone: string, whole: Range): HourView[] {
  const marks: HourView[] = [];
  for (let at = Math.ceil(whole.from.getTime() / HOUR) * HOUR; at <= whole.until.getTime() - HOUR / 2; at += HOUR) {
    marks.push({ label: clockAt(zone, new Date(at)), left: hundredths(whole, new Date(at)) });
  }
  return marks;
}

/** Where the line of this moment stands; null outside the day. */
export function nowMark(whole: Range, now: Date): number | null {
  return whole.from <= now && now < whole.until ? hundredths(whole, now) : null;
}

function piece(zone: string, whole: Range, { from, until }: Range) {
  const start = from < whole.from ? whole.from : from;
  const end = until > whole.until ? whole.until : until;
  const left = hundredths(whole, start);
  return { from: clockAt(zone, start), until: clockAt(zone, end), left, width: Math.round((hundredths(whole, end) - left) * 100) / 100 };
}

/** The stretches of a resource that can be booked, each with the form it opens: an hour from its beginning, or what there is. */
export function freeViews(grid: DayGrid, whole: Range, resource: GridResource, kept: Kept): FreeView[] {
  const { slug, zone } = grid.campus;
  return resource.free.map((range) => {
    const until = new Date(Math.min(range.until.getTime(), range.from.getTime() + HOUR));
    const fields = {
      resource: resource.id,
      day: grid.day,
      from: wallTimeAt(zone, range.from),
      until: wallTimeAt(zone, until),
      for: kept.for,
    };
    return { ...piece(zone, whole, range), to: labPath(slug, "/book", fields) };
  });
}

/** A resource as the page shows it. */
export function resourceView(
  grid: DayGrid,
  whole: Range | null,
  resource: GridResource,
  { locale, kept }: { locale: Locale; kept: Kept },
): ResourceView {
  const { slug, zone } = grid.campus;
  const { id, kind, name, seats, induction, closedUntil, closedReason, state, rect } = resource;
  const blocks = whole ? resource.blocks.filter(({ from, until }) => from < whole.until && until > whole.from) : [];
  const free = whole ? freeViews(grid, whole, resource, kept) : [];
  return {
    id,
    kind,
    name: name[locale],
    seats,
    induction,
    closedUntil: closedUntil ? dayName(locale, dayAt(zone, closedUntil), "short") : null,
    closedReason: closedReason ? closedReason[locale] : null,
    state,
    rect,
    to: free[0]?.to ?? labPath(slug, "/book", { resource: id, day: grid.day, for: kept.for }),
    free,
    blocks: blocks.map((block) => ({
      ...(whole ? piece(zone, whole, block) : { from: "", until: "", left: 0, width: 0 }),
      kind: block.kind satisfies BlockKind,
      label: block.label,
      lang: block.lang,
      to: block.bookingId ? `/lab/${slug}/booking/${block.bookingId}` : null,
    })),
  };
}

/** The space an address names, else the company lab, else the first. */
export function chosenSpace(grid: DayGrid, code: string | null) {
  return grid.spaces.find((one) => one.code === code) ?? grid.spaces.find(({ kind }) => kind === "company_lab") ?? grid.spaces[0] ?? null;
}

/** The spaces to choose from. */
export function spaceViews(grid: DayGrid, shown: string | null, { locale, kept }: { locale: Locale; kept: Kept }): SpaceView[] {
  return grid.spaces.map(({ code, kind, name, about }) => ({
    code,
    kind,
    name: name[locale],
    about: about[locale],
    to: labPath(grid.campus.slug, "", { ...kept, space: code, day: grid.day === grid.today ? null : grid.day }),
    shown: code === shown,
  }));
}

/** The day an instant lies on, as people say it. */
export function dayNameAt(locale: Locale, zone: string, at: Date): string {
  return dayName(locale, dayAt(zone, at));
}
