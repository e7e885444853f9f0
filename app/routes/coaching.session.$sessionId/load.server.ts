import { BOOK_AHEAD_DAYS } from "~/domain/coaching/coaching";
import { talkPage } from "~/domain/coaching/queries";
import { freeSlotsOf } from "~/domain/coaching/hours-rows";
import { addDays, dayAt } from "~/domain/scheduling/wall";
import type { WebCtx } from "~/web/ctx";
import { viewOf } from "~/web/view";

/** How many days ahead a promise is due unless somebody says otherwise. */
const DUE_DAYS = 7;

/** A talk with everything the person may read of it, and the moments it can be moved to. */
export async function talkView(ctx: WebCtx, sessionId: string) {
  const talk = await talkPage(viewOf(ctx), sessionId, ctx.now);
  const { campus, coach, rights } = talk;
  const today = dayAt(campus.zone, ctx.now);
  const query = { fromDay: today, days: BOOK_AHEAD_DAYS + 1, now: ctx.now, ignoring: talk.id };
  const slots = rights.change ? ((await freeSlotsOf(ctx.store.db, campus, [coach.personId], query)).get(coach.personId) ?? []) : [];
  return {
    talk,
    slots: slots.filter((slot) => slot.from.getTime() !== talk.from.getTime()),
    me: ctx.actor.personId ?? "",
    today,
    due: addDays(today, DUE_DAYS),
    over: talk.until <= ctx.now,
  };
}

export type TalkView = Awaited<ReturnType<typeof talkView>>;
