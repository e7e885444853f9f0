import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, or } from "drizzle-orm";
import { assignments, editions, phases, rounds, sheets } from "#db/schema/awards";
import { campuses } from "#db/schema/campus";
import { actions, coachingSessions } from "#db/schema/coaching";
import { ideas, teamInvitations } from "#db/schema/ideas";
import { invites } from "#db/schema/identity";
import { graftProposals, graftSources } from "#db/schema/lineage";
import { interests } from "#db/schema/matching";
import { sessionSeats } from "#db/schema/sessions";
import type { Locale } from "../kernel/actor";
import { inTeamOf, isItsCoach, seesIdea } from "./queries-agenda";
import type { NoticeView } from "./queries-notices";
import { proposedMeetings, toConfirm, unreadRooms } from "./queries-rooms";

/** Somebody waits: for what, since when, until when. */
export interface Waiting {
  readonly id: string;
  readonly kind:
    | "interest"
    | "interest_in_me"
    | "interest_to_confirm"
    | "meeting"
    | "meeting_asked"
    | "room"
    | "action"
    | "sheet"
    | "talk_to_close"
    | "seat_offered"
    | "graft"
    | "graft_asked"
    | "invited"
    | "asked"
    | "role_invited";
  /** Title of the idea or edition, words of the action, or the address that was invited; empty when not theirs to know. */
  readonly title: string;
  readonly lang: Locale | null;
  readonly since: Date;
  /** When it ends by itself or is due; null when it does not. */
  readonly until: Date | null;
  /** The day it is due, when that has no hour. */
  readonly day: string | null;
  readonly late: boolean;
  readonly path: string;
}

const SHOWN = 30;
const inOrder = (lists: readonly Waiting[][]): Waiting[] =>
  lists.flat().sort((a, b) => (a.until?.getTime() ?? Infinity) - (b.until?.getTime() ?? Infinity) || (a.id < b.id ? -1 : 1));

/** What waits for the actor: interests to answer, promises to keep, sheets to score, talks to close, seats to take, grafts to agree to, hours to answer, rooms to read. First due first; nine statements. */
export async function waitingForMe(view: NoticeView, now: Date): Promise<Waiting[]> {
  return inOrder(
    await Promise.all([
      toAnswer(view, now),
      toDo(view, now),
      toScore(view, now),
      toClose(view, now),
      toTake(view, now),
      toGraft(view, now),
      toConfirm(view, now),
      proposedMeetings(view, now, true),
      unreadRooms(view, now),
    ]),
  );
}

/** For whom the actor waits: invitations, interests and proposals of theirs that are open. First due first; four statements. */
export async function waitingForOthers(view: NoticeView, now: Date): Promise<Waiting[]> {
  return inOrder(
    await Promise.all([
      invited(view, now),
      asked(view, now),
      roleInvited(view, now),
      graftAsked(view, now),
      proposedMeetings(view, now, false),
    ]),
  );
}

async function toAnswer({ db, actor }: NoticeView, now: Date): Promise<Waiting[]> {
  const mine = and(eq(interests.toKind, "idea"), inTeamOf(actor, interests.toId));
  const me = and(eq(interests.toKind, "person"), eq(interests.toId, actor.personId));
  const ours = and(eq(interests.toKind, "organisation"), inArray(interests.toId, [...actor.organisationIds, ""]));
  const rows = await db
    .select({ interest: interests, title: ideas.title, lang: ideas.lang })
    .from(interests)
    .leftJoin(ideas, and(eq(interests.toKind, "idea"), eq(ideas.id, interests.toId), seesIdea(actor, ideas.id)))
    .where(and(eq(interests.state, "open"), gt(interests.dueAt, now), or(mine, me, ours)))
    .orderBy(asc(interests.dueAt), asc(interests.id))
    .limit(SHOWN);
  return rows.map(({ interest, title, lang }) => ({
    id: interest.id,
    kind: interest.toKind === "idea" ? "interest" : "interest_in_me",
    title: title ?? "",
    lang,
    since: interest.createdAt,
    until: interest.dueAt,
    day: null,
    late: false,
    path: `/interest/${interest.id}`,
  }));
}

async function toDo({ db, actor }: NoticeView, now: Date): Promise<Waiting[]> {
  const rows = await db
    .select({ action: actions, lang: ideas.lang, zone: campuses.zone })
    .from(actions)
    .innerJoin(ideas, eq(ideas.id, actions.ideaId))
    .innerJoin(campuses, eq(campuses.id, ideas.homeCampusId))
    .where(and(eq(actions.ownerId, actor.personId), isNull(actions.doneAt), isNull(actions.removedAt), seesIdea(actor, actions.ideaId)))
    .orderBy(asc(actions.dueDay), asc(actions.id))
    .limit(SHOWN);
  return rows.map(({ action, lang }) => ({
    id: action.id,
    kind: "action",
    title: action.words,
    lang,
    since: action.createdAt,
    until: new Date(`${action.dueDay}T12:00:00Z`),
    day: action.dueDay,
    late: action.dueDay < now.toISOString().slice(0, 10),
    path: `/ideas/${action.ideaId}`,
  }));
}

async function toScore({ db, actor }: NoticeView, now: Date): Promise<Waiting[]> {
  const rows = await db
    .select({ id: assignments.id, at: assignments.at, until: phases.until, name: editions.name, slug: editions.slug })
    .from(assignments)
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .innerJoin(editions, eq(editions.id, rounds.editionId))
    .innerJoin(phases, and(eq(phases.editionId, editions.id), eq(phases.kind, "judging"), lte(phases.from, now), gt(phases.until, now)))
    .leftJoin(sheets, and(eq(sheets.assignmentId, assignments.id), isNotNull(sheets.submittedAt)))
    .where(and(eq(assignments.jurorId, actor.personId), eq(assignments.state, "open"), isNull(sheets.id)))
    .orderBy(asc(phases.until), asc(assignments.id))
    .limit(SHOWN);
  return rows.map(({ id, at, until, name, slug }) => ({
    id,
    kind: "sheet",
    title: name[actor.locale],
    lang: null,
    since: at,
    until,
    day: null,
    late: false,
    path: `/awards/${slug}/jury/${id}`,
  }));
}

/** Proposals to graft on which a team of the actor has not answered; told by that team's own idea, which they see. */
async function toGraft({ db, actor }: NoticeView, now: Date): Promise<Waiting[]> {
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
    .limit(SHOWN);
  return rows.map((row) => graftWaiting("graft", row));
}

async function graftAsked({ db, actor }: NoticeView, now: Date): Promise<Waiting[]> {
  const rows = await db
    .select({ proposal: graftProposals, title: ideas.title, lang: ideas.lang })
    .from(graftProposals)
    .innerJoin(ideas, and(eq(ideas.id, graftProposals.byIdeaId), seesIdea(actor, ideas.id)))
    .where(and(eq(graftProposals.state, "open"), gt(graftProposals.dueAt, now), inTeamOf(actor, graftProposals.byIdeaId)))
    .orderBy(asc(graftProposals.dueAt), asc(graftProposals.id))
    .limit(SHOWN);
  return rows.map((row) => graftWaiting("graft_asked", row));
}

function graftWaiting(
  kind: "graft" | "graft_asked",
  { proposal, title, lang }: { proposal: typeof graftProposals.$inferSelect; title: string; lang: Locale },
): Waiting {
  const { id, createdAt, dueAt } = proposal;
  return { id, kind, title, lang, since: createdAt, until: dueAt, day: null, late: false, path: `/graft/${id}` };
}

async function toClose({ db, actor }: NoticeView, now: Date): Promise<Waiting[]> {
  const rows = await db
    .select({ talk: coachingSessions, title: ideas.title, lang: ideas.lang })
    .from(coachingSessions)
    .leftJoin(ideas, and(eq(ideas.id, coachingSessions.ideaId), seesIdea(actor, ideas.id)))
    .where(and(eq(coachingSessions.state, "planned"), lte(coachingSessions.until, now), isItsCoach(actor)))
    .orderBy(asc(coachingSessions.until), asc(coachingSessions.id))
    .limit(SHOWN);
  return rows.map(({ talk, title, lang }) => ({
    id: talk.id,
    kind: "talk_to_close",
    title: title ?? talk.title,
    lang,
    since: talk.until,
    until: null,
    day: null,
    late: false,
    path: talk.kind === "one_to_one" ? `/coaching/session/${talk.id}` : `/sessions/${talk.id}/manage`,
  }));
}

async function toTake({ db, actor }: NoticeView, now: Date): Promise<Waiting[]> {
  const rows = await db
    .select({ seat: sessionSeats, title: coachingSessions.title, lang: coachingSessions.lang })
    .from(sessionSeats)
    .innerJoin(coachingSessions, eq(coachingSessions.id, sessionSeats.sessionId))
    .where(
      and(
        eq(sessionSeats.personId, actor.personId),
        eq(sessionSeats.state, "offered"),
        gt(sessionSeats.offeredUntil, now),
        eq(coachingSessions.state, "planned"),
      ),
    )
    .orderBy(asc(sessionSeats.offeredUntil), asc(sessionSeats.id))
    .limit(SHOWN);
  return rows.map(({ seat, title, lang }) => ({
    id: seat.id,
    kind: "seat_offered",
    title,
    lang,
    since: seat.at,
    until: seat.offeredUntil,
    day: null,
    late: false,
    path: `/sessions/${seat.sessionId}`,
  }));
}

async function invited({ db, actor }: NoticeView, now: Date): Promise<Waiting[]> {
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
    .limit(SHOWN);
  return rows.map(({ invitation }) => ({
    id: invitation.id,
    kind: "invited",
    title: invitation.email,
    lang: null,
    since: invitation.createdAt,
    until: invitation.dueAt,
    day: null,
    late: false,
    path: `/ideas/${invitation.ideaId}/team`,
  }));
}

async function asked({ db, actor }: NoticeView, now: Date): Promise<Waiting[]> {
  const rows = await db
    .select({ interest: interests, title: ideas.title, lang: ideas.lang })
    .from(interests)
    .innerJoin(ideas, eq(ideas.id, interests.fromIdeaId))
    .where(and(eq(interests.state, "open"), gt(interests.dueAt, now), inTeamOf(actor, interests.fromIdeaId)))
    .orderBy(asc(interests.dueAt), asc(interests.id))
    .limit(SHOWN);
  return rows.map(({ interest, title, lang }) => ({
    id: interest.id,
    kind: "asked",
    title,
    lang,
    since: interest.createdAt,
    until: interest.dueAt,
    day: null,
    late: false,
    path: `/interest/${interest.id}`,
  }));
}

async function roleInvited({ db, actor }: NoticeView, now: Date): Promise<Waiting[]> {
  const rows = await db
    .select({ invite: invites, slug: campuses.slug })
    .from(invites)
    .leftJoin(campuses, eq(campuses.id, invites.scopeId))
    .where(and(eq(invites.invitedBy, actor.personId), isNull(invites.acceptedAt), isNull(invites.withdrawnAt), gt(invites.dueAt, now)))
    .orderBy(asc(invites.dueAt), asc(invites.id))
    .limit(SHOWN);
  return rows.map(({ invite, slug }) => ({
    id: invite.id,
    kind: "role_invited",
    title: invite.email,
    lang: null,
    since: invite.createdAt,
    until: invite.dueAt,
    day: null,
    late: false,
    path: slug === null ? "/desk" : `/campus/${slug}/people`,
  }));
}
