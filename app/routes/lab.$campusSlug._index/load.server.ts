import { bookingChoices, residentsOf } from "~/domain/lab/queries";
import { dayGridFor } from "~/domain/lab/queries-day";
import type { WebCtx } from "~/web/ctx";
import { chosenSpace, clockAt, dayName, daySwitch, hoursOf, labPath, nowMark, resourceView, spaceViews, stretchOf } from "~/web/lab";

/** One space of a campus on one day, as the page shows it. */
export async function labView(ctx: WebCtx, slug: string) {
  const { actor, now, url } = ctx;
  const { locale } = actor;
  const view = { db: ctx.store.db, actor };
  const grid = await dayGridFor(view, slug, url.searchParams.get("day"), now);
  const choices = await bookingChoices(view, grid.campus.id);
  const bookingFor = choices.find(({ value }) => value === url.searchParams.get("for")) ?? (choices.length === 1 ? choices[0] : undefined);
  const space = chosenSpace(grid, url.searchParams.get("space"));
  const asList = url.searchParams.get("view") === "list";
  const kept = {
    space: space?.code,
    view: asList ? "list" : null,
    for: url.searchParams.get("for") === bookingFor?.value ? bookingFor?.value : null,
  };
  const whole = stretchOf(grid);
  const { zone, name, place } = grid.campus;
  const isToday = grid.day === grid.today;
  const day = isToday ? null : grid.day;
  const residents = space?.kind === "company_lab" ? await residentsOf(view, grid.campus.id, grid.day) : [];
  return {
    campus: { slug, name, place },
    dayName: dayName(locale, grid.day),
    isToday,
    isOpen: grid.open.some(({ from, until }) => from <= now && now < until),
    freeNow: grid.freeNow,
    open: grid.open.map(({ from, until }) => ({ from: clockAt(zone, from), until: clockAt(zone, until) })),
    closedFor: grid.closedFor ? grid.closedFor[locale] : null,
    switch: daySwitch(grid, "", kept),
    bookingFor: bookingFor?.label ?? null,
    spaces: spaceViews(grid, space?.code ?? null, { locale, kept: { ...kept, space: null } }),
    space: space && {
      name: space.name[locale],
      about: space.about[locale],
      onlyFor: space.forMe ? [] : [...space.mayBook],
      resources: space.resources.map((one) => resourceView(grid, whole, one, { locale, kept })),
    },
    residents: residents
      .filter(({ spaceId, firstDay }) => spaceId === space?.id && firstDay <= grid.day)
      .map(({ organisationId, name: called }) => ({ id: organisationId, name: called })),
    hours: whole ? hoursOf(zone, whole) : [],
    now: whole && isToday ? nowMark(whole, now) : null,
    asList,
    otherView: labPath(slug, "", { ...kept, view: asList ? null : "list", day }),
    organises: grid.organises,
  };
}

export type LabPageView = Awaited<ReturnType<typeof labView>>;
