import type { Campus } from "~/domain/campus/queries";
import type { Person } from "~/domain/kernel/actor";
import { INDUCTION_MONTHS, REASON_MAX } from "~/domain/lab/lab";
import { inductionsOf } from "~/domain/lab/queries";
import { dayGridFor } from "~/domain/lab/queries-day";
import { addDays, dayAt } from "~/domain/scheduling/wall";
import type { WebCtx } from "~/web/ctx";
import { dayName } from "~/web/lab";

/** Spaces and resources of a campus with what an organiser may do about each. */
export async function manageView(ctx: WebCtx & { readonly actor: Person }, campus: Campus) {
  const { actor, now } = ctx;
  const { locale } = actor;
  const view = { db: ctx.store.db, actor };
  const grid = await dayGridFor(view, campus.slug, null, now);
  const given = await inductionsOf(view, campus.id, now);
  const { slug, name, zone } = campus;
  const machines = grid.spaces.flatMap(({ resources }) => resources.filter(({ induction }) => induction !== "none"));
  return {
    campus: { slug, name, zone },
    spaces: grid.spaces.map((space) => ({
      id: space.id,
      name: space.name[locale],
      resources: space.resources.map((resource) => ({
        id: resource.id,
        name: resource.name[locale],
        kind: resource.kind,
        facts: { seats: resource.seats },
        closedUntil: resource.closedUntil ? dayName(locale, dayAt(zone, resource.closedUntil), "short") : null,
        inductions: given
          .filter(({ resourceId }) => resourceId === resource.id)
          .map(({ id, name: person, until }) => ({ id, person, until })),
      })),
    })),
    machines: machines.map((machine) => ({ value: machine.id, label: machine.name[locale] })),
    /** Changes with every induction, so that the form is empty again after one. */
    given: given.map(({ id }) => id).join(),
    tomorrow: addDays(grid.today, 1),
    nextYear: addDays(grid.today, Math.round((INDUCTION_MONTHS * 365) / 12)),
    reasonMax: REASON_MAX,
  };
}

export type ManageView = Awaited<ReturnType<typeof manageView>>;
