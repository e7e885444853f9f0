import { BOOK_AHEAD_DAYS } from "~/domain/coaching/coaching";
import { bringableIdeas, coachFor, freeSlots, roomOf } from "~/domain/coaching/queries-coaches";
import { found } from "~/domain/kernel/errors";
import { dayAt } from "~/domain/scheduling/wall";
import type { WebCtx } from "~/web/ctx";
import { facesOf } from "~/web/faces";
import { viewOf } from "~/web/view";

/** A coach with the free moments of three weeks, and the ideas the person can bring. */
export async function coachView(ctx: WebCtx, coachId: string) {
  const view = viewOf(ctx);
  const { campuses, ...coach } = await coachFor(view, coachId, ctx.now);
  const campusIds = campuses.map(({ id }) => id);
  const all = await bringableIdeas(view, coachId, campusIds, ctx.now);
  const wanted = ctx.url.searchParams;
  const idea = all.find(({ id }) => id === wanted.get("idea")) ?? all[0];
  const named = campuses.find(({ slug }) => slug === wanted.get("campus"));
  const campus = found(named ?? campuses.find(({ id }) => id === idea?.campusId) ?? campuses[0]);
  const room = await roomOf(view, coachId, ctx.now);
  const full = room.carried >= room.capacity;
  const here = all.filter(({ campusId }) => campusId === campus.id);
  const fromDay = dayAt(campus.zone, ctx.now);
  return {
    coach,
    photo: (await facesOf(ctx, [coachId]))[coachId] ?? null,
    campus,
    campuses,
    isMe: ctx.actor.personId === coachId,
    full,
    capacity: room.capacity,
    ideas: full ? here.filter(({ carried }) => carried) : here,
    wantedIdea: wanted.get("idea"),
    wantedSlot: wanted.get("slot"),
    slots: await freeSlots(view, campus, coachId, { fromDay, days: BOOK_AHEAD_DAYS + 1, now: ctx.now }),
  };
}

export type CoachView = Awaited<ReturnType<typeof coachView>>;
