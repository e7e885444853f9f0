import { and, asc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { campuses } from "#db/schema/campus";
import { ideas, teamInvitations } from "#db/schema/ideas";
import { invites } from "#db/schema/identity";
import { graftProposals, graftSources } from "#db/schema/lineage";
import { interests } from "#db/schema/matching";
import type { Locale } from "../kernel/actor";
import { inTeamOf, seesIdea } from "./queries-agenda";
import type { NoticeView } from "./queries-notices";
import type { Waiting } from "./waiting";
import { WAITING_SHOWN, waits } from "./waiting";

/** Interests that the actor, their teams or their organisations have to answer. One statement. */
export async function toAnswer({ db, actor }: NoticeView, now: Date): Promise<Waiting[]> {
  const mine = and(eq(interests.toKind, "idea"), inTeamOf(actor, interests.toId));
  const me = and(eq(interests.toKind, "person"), eq(interests.toId, actor.personId));
  const ours = and(eq(interests.toKind, "organisation"), inArray(interests.toId, [...actor.organisationIds, ""]));
  const rows = await db
    .select({ interest: interests, title: ideas.title, lang: ideas.lang })
    .from(interests)
    .leftJoin(ideas, and(eq(interests.toKind, "idea"), eq(ideas.id, interests.toId), seesIdea(actor, ideas.id)))
    .where(and(eq(interests.state, "open"), gt(interests.dueAt, now), or(mine, me, ours)))
    .orderBy(asc(interests.dueAt), asc(interests.id))
    .limit(WAITING_SHOWN);
  return rows.map(({ interest, title, lang }) =>
    interestWaits(interest.toKind === "idea" ? "interest" : "interest_in_me", interest, { title: title ?? "", lang }),
  );
}

/** Interests that wait: proposed in the name of the actor's ideas by a coach, to be confirmed; or open, asked by their team. One statement. */
export async function interestsOut({ db, actor }: NoticeView, now: Date, state: "proposed" | "open"): Promise<Waiting[]> {
  const rows = await db
    .select({ interest: interests, title: ideas.title, lang: ideas.lang })
    .from(interests)
    .innerJoin(ideas, eq(ideas.id, interests.fromIdeaId))
    .where(and(eq(interests.state, state), gt(interests.dueAt, now), inTeamOf(actor, interests.fromIdeaId)))
    .orderBy(asc(interests.dueAt), asc(interests.id))
    .limit(WAITING_SHOWN);
  return rows.map(({ interest, title, lang }) =>
    interestWaits(state === "open" ? "asked" : "interest_to_confirm", interest, { title, lang }),
  );
}

function interestWaits(
  kind: "interest" | "interest_in_me" | "asked" | "interest_to_confirm",
  { id, createdAt, dueAt }: typeof interests.$inferSelect,
  about: Pick<Waiting, "title" | "lang">,
): Waiting {
  return waits({ id, kind, ...about, since: createdAt, until: dueAt, path: `/interest/${id}` });
}

/** Proposals to graft on which a team of the actor has not answered; told by that team's own idea, which they see. */
export async function toGraft({ db, actor }: NoticeView, now: Date): Promise<Waiting[]> {
  const rows = await db
    .select({ proposal: graftProposals, title: ideas.title, lang: ideas.lang })
    .from(graftSources)
    .innerJoin(graftProposals, eq(graftProposals.id, graftSources.proposalId))
    .innerJoin(ideas, and(eq(ideas.id, graftSources.ideaId), seesIdea(actor, ideas.id)))
    .where(
      and(
        eq(graftProposals.state, "open"),
        eq(graftSources.answer, "waiting"),
        gt(graftProposals.dueAt, now),
        inTeamOf(actor, graftSources.ideaId),
      ),
    )
    .orderBy(asc(graftProposals.dueAt), asc(graftProposals.id))
    .limit(WAITING_SHOWN);
  return rows.map((row) => graftWaits("graft", row));
}

/** Grafts that a team of the actor proposed. One statement. */
export async function graftAsked({ db, actor }: NoticeView, now: Date): Promise<Waiting[]> {
  const rows = await db
    .select({ proposal: graftProposals, title: ideas.title, lang: ideas.lang })
    .from(graftProposals)
    .innerJoin(ideas, and(eq(ideas.id, graftProposals.byIdeaId), seesIdea(actor, ideas.id)))
    .where(and(eq(graftProposals.state, "open"), gt(graftProposals.dueAt, now), inTeamOf(actor, graftProposals.byIdeaId)))
    .orderBy(asc(graftProposals.dueAt), asc(graftProposals.id))
    .limit(WAITING_SHOWN);
  return rows.map((row) => graftWaits("graft_asked", row));
}

function graftWaits(
  kind: "graft" | "graft_asked",
  { proposal, title, lang }: { proposal: typeof graftProposals.$inferSelect; title: string; lang: Locale },
): Waiting {
  const { id, createdAt, dueAt } = proposal;
  return waits({ id, kind, title, lang, since: createdAt, until: dueAt, path: `/graft/${id}` });
}

/** Invitations of the actor into a team. One statement. */
export async function invited({ db, actor }: NoticeView, now: Date): Promise<Waiting[]> {
  const rows = await db
    .select({ invitation: teamInvitations })
    .from(teamInvitations)
    .where(
      and(
        eq(teamInvitations.invitedBy, actor.personId),
        eq(teamInvitations.state, "open"),
        gt(teamInvitations.dueAt, now),
        inTeamOf(actor, teamInvitations.ideaId),
      ),
    )
    .orderBy(asc(teamInvitations.dueAt), asc(teamInvitations.id))
    .limit(WAITING_SHOWN);
  return rows.map(({ invitation }) =>
    waits({
      id: invitation.id,
      kind: "invited",
      title: invitation.email,
      since: invitation.createdAt,
      until: invitation.dueAt,
      path: `/ideas/${invitation.ideaId}/team`,
    }),
  );
}

/** Invitations of the actor to a role. One statement. */
export async function roleInvited({ db, actor }: NoticeView, now: Date): Promise<Waiting[]> {
  const rows = await db
    .select({ invite: invites, slug: campuses.slug })
    .from(invites)
    .leftJoin(campuses, eq(campuses.id, invites.scopeId))
    .where(
      and(
        eq(invites.invitedBy, actor.personId),
        isNull(invites.listId),
        isNull(invites.acceptedAt),
        isNull(invites.withdrawnAt),
        gt(invites.dueAt, now),
      ),
    )
    .orderBy(asc(invites.dueAt), asc(invites.id))
    .limit(WAITING_SHOWN);
  return rows.map(({ invite, slug }) =>
    waits({
      id: invite.id,
      kind: "role_invited",
      title: invite.email,
      since: invite.createdAt,
      until: invite.dueAt,
      path: slug === null ? "/desk" : `/campus/${slug}/people`,
    }),
  );
}
