import type { Person } from "~/domain/kernel/actor";
import { AHEAD_DAYS, OPEN_BOOKINGS_MAX, ORGANISATION_HOURS_A_WEEK, PERSON_HOURS_A_WEEK, PURPOSE_MAX } from "~/domain/lab/lab";
import { bookingChoices } from "~/domain/lab/queries";
import type { DayGrid } from "~/domain/lab/queries-day";
import { dayGridFor } from "~/domain/lab/queries-day";
import { isDay } from "~/domain/campus/campus";
import { QUANTUM_MS } from "~/domain/scheduling/slot";
import { addDays, wallTimeAt } from "~/domain/scheduling/wall";
import type { WebCtx } from "~/web/ctx";
import { dayName, daySwitch, freeViews, labPath, stretchOf } from "~/web/lab";

/** Quarters of the day on which a booking may begin or end; on a closed day those of a long working day, and the domain says no. */
function quarters(grid: DayGrid): string[] {
  const whole = stretchOf(grid);
  if (!whole)
    return Array.from(
      { length: 57 },
      (_, i) => `${String(7 + Math.floor(i / 4)).padStart(2, "0")}:${String((i % 4) * 15).padStart(2, "0")}`,
    );
  const count = Math.round((whole.until.getTime() - whole.from.getTime()) / QUANTUM_MS) + 1;
  const times = Array.from({ length: count }, (_, i) => wallTimeAt(grid.campus.zone, new Date(whole.from.getTime() + i * QUANTUM_MS)));
  // The end of a day that is open until midnight is written as 24:00.
  return [...new Set(times.map((time, i) => (i > 0 && time === "00:00" ? "24:00" : time)))];
}

/** The form for booking: what to choose from, what the address fills in, what is free of the chosen resource. */
export async function bookView(ctx: WebCtx & { readonly actor: Person }, slug: string) {
  const { actor, now, url } = ctx;
  const { locale } = actor;
  const view = { db: ctx.store.db, actor };
  const asked = (name: string): string => (url.searchParams.get(name) ?? "").slice(0, 100);
  const day = isDay(asked("day")) ? asked("day") : null;
  const grid = await dayGridFor(view, slug, day, now);
  const choices = await bookingChoices(view, grid.campus.id);
  const all = grid.spaces.flatMap((space) => space.resources.map((resource) => ({ space, resource })));
  const chosen = all.find(({ resource }) => resource.id === asked("resource")) ?? all[0];
  const times = quarters(grid);
  const kept = { resource: chosen?.resource.id, for: asked("for") };
  const whole = stretchOf(grid);
  const free = chosen && whole ? freeViews(grid, whole, chosen.resource, kept) : [];
  const first = chosen?.resource.free[0];
  const { zone, name } = grid.campus;
  return {
    campus: { slug, name },
    day: grid.day,
    dayName: dayName(locale, grid.day),
    min: grid.today,
    max: addDays(grid.today, AHEAD_DAYS),
    switch: daySwitch(grid, "/book", kept),
    back: labPath(slug, "", { day: grid.day === grid.today ? null : grid.day, space: chosen?.space.code, for: asked("for") }),
    choices,
    resources: all.map(({ space, resource }) => ({ value: resource.id, label: `${space.name[locale]} · ${resource.name[locale]}` })),
    chosen: chosen
      ? {
          id: chosen.resource.id,
          name: chosen.resource.name[locale],
          needsInduction: chosen.resource.induction === "needed" && !grid.organises,
        }
      : null,
    onlyFor: chosen && !chosen.space.forMe ? [...chosen.space.mayBook] : [],
    times,
    initial: {
      from: times.includes(asked("from")) ? asked("from") : first ? wallTimeAt(zone, first.from) : (times[0] ?? ""),
      until: times.includes(asked("until"))
        ? asked("until")
        : first
          ? wallTimeAt(zone, new Date(Math.min(first.until.getTime(), first.from.getTime() + 4 * QUANTUM_MS)))
          : (times[4] ?? ""),
      for: asked("for"),
    },
    free: free.map(({ from, until, to }) => ({ from, until, to })),
    limits: { person: PERSON_HOURS_A_WEEK, open: OPEN_BOOKINGS_MAX, organisation: ORGANISATION_HOURS_A_WEEK },
    purposeMax: PURPOSE_MAX,
  };
}

export type BookPageView = Awaited<ReturnType<typeof bookView>>;
