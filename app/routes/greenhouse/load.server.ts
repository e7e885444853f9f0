import { myCoaching } from "~/domain/coaching/allotment/queries-relations";
import { invitationsFor, myIdeas, openDrafts } from "~/domain/ideas/queries-mine";
import { invitesFor } from "~/domain/identity/queries";
import type { Person } from "~/domain/kernel/actor";
import { hasRole } from "~/domain/kernel/actor";
import { after, days } from "~/domain/kernel/time";
import { agendaOf } from "~/domain/notifications/queries-agenda";
import { nextSteps } from "~/domain/notifications/queries-next-steps";
import { unreadCount } from "~/domain/notifications/queries-notices";
import { waitingForMe, waitingForOthers } from "~/domain/notifications/queries-waiting";
import type { WebCtx } from "~/web/ctx";
import { cardsFor } from "~/web/idea-cards";
import { viewOf } from "~/web/view";

/** How far ahead the agenda of the page looks. */
const AHEAD = days(14);

/** Everything that is somebody's own: what to do next, what waits and for whom, drafts, agenda and ideas. */
export async function greenhouseView(ctx: WebCtx & { readonly actor: Person }) {
  const { actor, now } = ctx;
  const view = viewOf(ctx);
  const mine = { db: ctx.store.db, actor };
  const [ideas, drafts, invitations, roleInvites, steps, waiting, awaited, agenda, unread, coaching] = await Promise.all([
    myIdeas(view),
    openDrafts(view),
    invitationsFor(view, now),
    invitesFor(mine.db, actor.personId, now),
    nextSteps(mine, now),
    waitingForMe(mine, now),
    waitingForOthers(mine, now),
    agendaOf(mine, { from: now, until: after(now, AHEAD) }),
    unreadCount(mine.db, actor),
    myCoaching(view, now),
  ]);
  return {
    name: actor.name.split(" ")[0] ?? "",
    ideas: await cardsFor(ctx, ideas),
    drafts: drafts.map(({ id, ideaId, content, updatedAt }) => ({ id, ideaId, title: content.title ?? "", at: updatedAt })),
    invitations,
    roleInvites: roleInvites.map(({ id, role, campus, invitedBy, dueAt }) => ({
      id,
      role,
      campus: campus ?? "Broeikas",
      invitedBy,
      dueAt,
    })),
    steps,
    waiting,
    awaited,
    agenda,
    unread,
    coaching,
    organises: hasRole(actor, "organiser"),
  };
}

export type GreenhouseView = Awaited<ReturnType<typeof greenhouseView>>;
