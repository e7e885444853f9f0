import type { Campus } from "~/domain/campus/queries";
import { allCampuses } from "~/domain/campus/queries";
import { canAllot } from "~/domain/coaching/allotment/policy";
import { canSeeCoaches, coachedCampuses } from "~/domain/coaching/policy";
import { openActionsOf, talksOf } from "~/domain/coaching/queries";
import { coachesOf } from "~/domain/coaching/queries-coaches";
import { sessionsToCome } from "~/domain/sessions/queries";
import type { WebCtx } from "~/web/ctx";
import { facesOf } from "~/web/faces";
import { viewOf } from "~/web/view";

const SESSIONS_SHOWN = 3;

/** Coaches of the campuses of the person, with their next free moments; and the person's own talks and promises. */
export async function coachingView(ctx: WebCtx) {
  const view = viewOf(ctx);
  const seen = (await allCampuses(ctx.store.db)).filter((campus) => canSeeCoaches(ctx.actor, campus.id));
  const campuses = [];
  for (const campus of seen) campuses.push(await sectionOf(ctx, campus));
  const talks = await talksOf(view);
  const coming = talks.filter((talk) => talk.state === "planned" && talk.until > ctx.now).reverse();
  // A talk that is over but not yet marked waits for its coach.
  const past = talks.filter((talk) => !coming.includes(talk));
  return {
    me: ctx.actor.personId ?? "",
    coaches: coachedCampuses(ctx.actor).length > 0,
    campuses,
    coming,
    past: past.slice(0, 20),
    actions: await openActionsOf(view),
    sessions: await sessionsToCome(view, ctx.now, SESSIONS_SHOWN),
  };
}

async function sectionOf(ctx: WebCtx, campus: Campus) {
  const coaches = await coachesOf(viewOf(ctx), campus, ctx.now);
  const photos = await facesOf(
    ctx,
    coaches.map(({ id }) => id),
  );
  return {
    photos,
    id: campus.id,
    slug: campus.slug,
    name: campus.name,
    zone: campus.zone,
    coaches,
    allots: canAllot(ctx.actor, campus.id),
  };
}

export type CoachingView = Awaited<ReturnType<typeof coachingView>>;
