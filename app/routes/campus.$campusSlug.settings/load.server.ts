import { canRunCampus } from "~/domain/campus/policy";
import type { Campus } from "~/domain/campus/queries";
import { closuresOf, membersOf, openingHoursOf, organisationsOf } from "~/domain/campus/queries";
import type { WebCtx } from "~/web/ctx";

/** How many years ahead closures are listed. */
const YEARS_AHEAD = 3;

/** The calendar day of a moment in a zone, as YYYY-MM-DD. */
function dayIn(zone: string, at: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
}

/** A wall time as a time field holds it; the end of the day is its midnight. */
function timeOf(minute: number): string {
  const of = (value: number) => String(value).padStart(2, "0");
  return `${of(Math.floor(minute / 60) % 24)}:${of(minute % 60)}`;
}

/** Hours, closures and organisations of a campus; with the members of the organisation that is opened. */
export async function settingsView(ctx: WebCtx, campus: Campus) {
  const { db } = ctx.store;
  const today = dayIn(campus.zone, ctx.now);
  const lastDay = `${Number(today.slice(0, 4)) + YEARS_AHEAD}-12-31`;
  const hours = await openingHoursOf(db, campus.id);
  const closures = await closuresOf(db, campus.id, today, lastDay);
  const organisations = await organisationsOf(db, campus.id);
  const wanted = ctx.url.searchParams.get("organisation");
  const opened = organisations.find(({ slug }) => slug === wanted);
  const members = opened && canRunCampus(ctx.actor, opened.campusId) ? await membersOf(db, opened.id, ctx.now) : [];
  return {
    campus: { slug: campus.slug, name: campus.name, zone: campus.zone },
    today,
    days: [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
      const parts = hours.filter((one) => one.weekday === weekday);
      return parts.map(({ fromMinute, untilMinute }) => ({ from: timeOf(fromMinute), until: timeOf(untilMinute) }));
    }),
    closures: closures.map(({ id, firstDay, lastDay: last, reason }) => ({
      id,
      firstDay,
      lastDay: last,
      reason: reason[ctx.actor.locale],
    })),
    organisations: organisations.map(({ id, slug, name, description, website }) => ({
      id,
      slug,
      name,
      description: description[ctx.actor.locale],
      website,
      members: slug === opened?.slug ? members.map(({ personId, name: who, from }) => ({ personId, name: who, from })) : null,
    })),
  };
}

export type SettingsView = Awaited<ReturnType<typeof settingsView>>;
