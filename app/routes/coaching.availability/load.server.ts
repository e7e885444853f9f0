import { allCampuses } from "~/domain/campus/queries";
import { BOOK_AHEAD_DAYS } from "~/domain/coaching/coaching";
import { coachedCampuses } from "~/domain/coaching/policy";
import { freeSlotsOf } from "~/domain/coaching/hours-rows";
import { myHours } from "~/domain/coaching/queries-coaches";
import { found } from "~/domain/kernel/errors";
import { dayAt } from "~/domain/scheduling/wall";
import type { WebCtx } from "~/web/ctx";
import { viewOf } from "~/web/view";

/** What a coach has set, and how many moments that leaves free. "not_found" for everybody else. */
export async function hoursView(ctx: WebCtx) {
  const coached = coachedCampuses(ctx.actor);
  const campuses = (await allCampuses(ctx.store.db)).filter(({ id }) => coached.includes(id));
  const first = found(campuses[0]);
  const today = dayAt(first.zone, ctx.now);
  const hours = await myHours(viewOf(ctx), today, ctx.now);
  const mine = ctx.actor.personId ?? "";
  const nameOf = (campusId: string) => campuses.find(({ id }) => id === campusId)?.name ?? "";
  let free = 0;
  for (const campus of campuses) {
    const query = { fromDay: dayAt(campus.zone, ctx.now), days: BOOK_AHEAD_DAYS + 1, now: ctx.now };
    free += (await freeSlotsOf(ctx.store.db, campus, [mine], query)).get(mine)?.length ?? 0;
  }
  return {
    me: mine,
    today,
    free,
    room: hours.room,
    campuses: campuses.map(({ id, name, zone }) => ({ id, name, zone })),
    weekly: hours.weekly.map(({ id, campusId, weekday, fromMinute, untilMinute, slotMinutes }) => ({
      id,
      campus: nameOf(campusId),
      weekday: weekday as 1 | 2 | 3 | 4 | 5 | 6 | 7,
      fromMinute,
      untilMinute,
      slotMinutes,
    })),
    exceptions: hours.exceptions.map(({ id, campusId, day, kind, fromMinute, untilMinute }) => ({
      id,
      campus: nameOf(campusId),
      day,
      kind,
      fromMinute,
      untilMinute,
    })),
  };
}

export type HoursView = Awaited<ReturnType<typeof hoursView>>;
