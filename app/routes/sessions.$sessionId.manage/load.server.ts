import { roomOf } from "~/domain/rooms/queries-list";
import { seatsShown } from "~/domain/sessions/queries";
import { screenView } from "~/domain/sessions/queries-run";
import { sessionToRun } from "~/domain/sessions/rows";
import { CHECK_IN_BEFORE } from "~/domain/sessions/session";
import type { Person } from "~/domain/kernel/actor";
import { after } from "~/domain/kernel/time";
import type { WebCtx } from "~/web/ctx";
import { liveVersion } from "~/web/live";
import { viewOf } from "~/web/view";

/** What a coach needs to run a session: who comes, who is there, the rounds, and what can be done now. */
export async function manageView(ctx: WebCtx & { readonly actor: Person }, sessionId: string) {
  const version = await liveVersion(ctx, `session:${sessionId}`);
  const { db } = ctx.store;
  const acted = await sessionToRun(db, ctx.actor, sessionId);
  const { session, group, campus } = acted;
  const people = await seatsShown(viewOf(ctx), sessionId);
  const screen = await screenView({ db, actor: ctx.actor, now: ctx.now }, sessionId);
  const open = session.state === "planned" && group.run !== "over";
  const soon = ctx.now >= after(session.from, -CHECK_IN_BEFORE);
  const present = people.filter(({ state }) => state === "present").map(({ personId }) => personId);
  const planned = group.plan?.present ?? [];
  return {
    version,
    id: sessionId,
    title: session.title,
    lang: session.lang,
    kind: session.kind,
    from: session.from,
    zone: campus.zone,
    state: session.state,
    screen,
    people,
    roomId: await roomOf(viewOf(ctx), "session", sessionId, ctx.now),
    present: present.length,
    seats: group.seats,
    taken: group.taken,
    // Others are there than planned for: the next round will be planned anew.
    changed: group.run === "running" && (planned.length !== present.length || present.some((id) => !planned.includes(id))),
    rights: {
      edit: open && group.run === "before" && ctx.now < session.from,
      cancel: open && group.run === "before",
      mark: open && soon,
      start: open && group.run === "before" && soon,
      next: group.run === "running" && group.round < group.rounds,
      replan: group.run === "running" && group.round > 0,
      end: open && (group.run === "running" || ctx.now >= session.from),
    },
  };
}

export type ManageView = Awaited<ReturnType<typeof manageView>>;
