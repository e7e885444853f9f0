import { and, asc, eq, gt, inArray, isNotNull, isNull, lte } from "drizzle-orm";
import { assignments, editions, phases, rounds, sheets } from "#db/schema/awards";
import { campuses } from "#db/schema/campus";
import { actions, coachingSessions } from "#db/schema/coaching";
import { ideas } from "#db/schema/ideas";
import { sessionSeats } from "#db/schema/sessions";
import { isItsCoach, seesIdea } from "./queries-agenda";
import type { NoticeView } from "./queries-notices";
import { proposedMeetings, unreadRooms } from "./queries-rooms";
import { graftAsked, interestsOut, invited, roleInvited, toAnswer, toGraft } from "./queries-waiting-answers";
import type { Waiting } from "./waiting";
import { WAITING_SHOWN, waits } from "./waiting";

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
      interestsOut(view, now, "proposed"),
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
      interestsOut(view, now, "open"),
      roleInvited(view, now),
      graftAsked(view, now),
      proposedMeetings(view, now, false),
    ]),
  );
}

async function toDo({ db, actor }: NoticeView, now: Date): Promise<Waiting[]> {
  const rows = await db
    .select({ action: actions, lang: ideas.lang, zone: campuses.zone })
    .from(actions)
    .innerJoin(ideas, eq(ideas.id, actions.ideaId))
    .innerJoin(campuses, eq(campuses.id, ideas.homeCampusId))
    .where(and(eq(actions.ownerId, actor.personId), isNull(actions.doneAt), isNull(actions.removedAt), seesIdea(actor, actions.ideaId)))
    .orderBy(asc(actions.dueDay), asc(actions.id))
    .limit(WAITING_SHOWN);
  return rows.map(({ action, lang }) =>
    waits({
      id: action.id,
      kind: "action",
      title: action.words,
      lang,
      since: action.createdAt,
      until: new Date(`${action.dueDay}T12:00:00Z`),
      day: action.dueDay,
      late: action.dueDay < now.toISOString().slice(0, 10),
      path: `/ideas/${action.ideaId}`,
    }),
  );
}

async function toScore({ db, actor }: NoticeView, now: Date): Promise<Waiting[]> {
  const judged = actor.roles.flatMap(({ role, scopeId }) => (role === "juror" ? [scopeId] : []));
  if (judged.length === 0) return [];
  const rows = await db
    .select({ id: assignments.id, at: assignments.at, until: phases.until, name: editions.name, slug: editions.slug })
    .from(assignments)
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .innerJoin(editions, eq(editions.id, rounds.editionId))
    .innerJoin(phases, and(eq(phases.editionId, editions.id), eq(phases.kind, "judging"), lte(phases.from, now), gt(phases.until, now)))
    .leftJoin(sheets, and(eq(sheets.assignmentId, assignments.id), isNotNull(sheets.submittedAt)))
    .where(and(eq(assignments.jurorId, actor.personId), inArray(editions.id, judged), eq(assignments.state, "open"), isNull(sheets.id)))
    .orderBy(asc(phases.until), asc(assignments.id))
    .limit(WAITING_SHOWN);
  return rows.map(({ id, at, until, name, slug }) =>
    waits({
      id,
      kind: "sheet",
      title: name[actor.locale],
      since: at,
      until,
      path: `/awards/${slug}/jury/${id}`,
    }),
  );
}

async function toClose({ db, actor }: NoticeView, now: Date): Promise<Waiting[]> {
  const rows = await db
    .select({ talk: coachingSessions, title: ideas.title, lang: ideas.lang })
    .from(coachingSessions)
    .leftJoin(ideas, and(eq(ideas.id, coachingSessions.ideaId), seesIdea(actor, ideas.id)))
    .where(and(eq(coachingSessions.state, "planned"), lte(coachingSessions.until, now), isItsCoach(actor)))
    .orderBy(asc(coachingSessions.until), asc(coachingSessions.id))
    .limit(WAITING_SHOWN);
  return rows.map(({ talk, title, lang }) =>
    waits({
      id: talk.id,
      kind: "talk_to_close",
      title: title ?? talk.title,
      lang,
      since: talk.until,
      until: null,
      path: talk.kind === "one_to_one" ? `/coaching/session/${talk.id}` : `/sessions/${talk.id}/manage`,
    }),
  );
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
    .limit(WAITING_SHOWN);
  return rows.map(({ seat, title, lang }) =>
    waits({
      id: seat.id,
      kind: "seat_offered",
      title,
      lang,
      since: seat.at,
      until: seat.offeredUntil,
      path: `/sessions/${seat.sessionId}`,
    }),
  );
}
