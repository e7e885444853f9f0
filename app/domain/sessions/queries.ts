import type { SQL } from "drizzle-orm";
import { and, asc, count, desc, eq, gt, inArray, isNull, lt, lte, ne, or, sql } from "drizzle-orm";
import { campuses } from "#db/schema/campus";
import { coachingSessions } from "#db/schema/coaching";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import { resources, spaces } from "#db/schema/scheduling";
import { groupSessions, sessionSeats } from "#db/schema/sessions";
import { allCampuses } from "../campus/queries";
import type { View } from "../ideas/visible";
import { ideaToRead, keyList, openTo } from "../ideas/visible";
import type { Locale } from "../kernel/actor";
import { DomainError } from "../kernel/errors";
import { prepared } from "../kernel/prepared";
import type { Db } from "../kernel/store";
import { after } from "../kernel/time";
import { actsAsCoach } from "../matching/policy";
import { canRunSession, canSeeSessions, plannedCampuses } from "./policy";
import type { ActedSession, SeatRow } from "./rows";
import { seatOf, sessionToActOn } from "./rows";
import type { GroupKind, RunState, SeatState } from "./session";
import { CHECK_IN_BEFORE, PAST_SHOWN } from "./session";

const SHOWN = 60;

/** A session in a list. */
export interface SessionLine {
  readonly id: string;
  readonly kind: GroupKind;
  readonly title: string;
  readonly lang: string;
  readonly languages: readonly Locale[];
  readonly from: Date;
  readonly until: Date;
  readonly state: "planned" | "held" | "cancelled";
  readonly run: RunState;
  readonly zone: string;
  readonly campusName: string;
  readonly coach: string;
  readonly place: string;
  readonly free: number;
  readonly seats: number;
  readonly closesAt: Date;
  /** Where the actor stands; null when they never registered. */
  readonly mine: SeatState | null;
  readonly leads: boolean;
}

function lines({ db, actor }: View) {
  return db
    .select({
      session: coachingSessions,
      group: groupSessions,
      campus: { name: campuses.name, zone: campuses.zone },
      coach: people.name,
      room: resources.name,
      mine: sessionSeats.state,
    })
    .from(groupSessions)
    .innerJoin(coachingSessions, eq(coachingSessions.id, groupSessions.sessionId))
    .innerJoin(campuses, eq(campuses.id, coachingSessions.campusId))
    .innerJoin(people, eq(people.id, coachingSessions.coachId))
    .leftJoin(resources, eq(resources.id, coachingSessions.resourceId))
    .leftJoin(sessionSeats, and(eq(sessionSeats.sessionId, groupSessions.sessionId), eq(sessionSeats.personId, actor.personId ?? "")))
    .$dynamic();
}

type LineRow = Awaited<ReturnType<typeof lines>>[number];

function lineOf({ actor }: View, { session, group, campus, coach, room, mine }: LineRow): SessionLine {
  const { id, title, lang, from, until, state } = session;
  return {
    id,
    kind: session.kind as GroupKind,
    title,
    lang,
    languages: group.languages,
    from,
    until,
    state,
    run: group.run,
    zone: campus.zone,
    campusName: campus.name,
    coach,
    place: room?.[actor.locale] ?? session.place,
    free: group.seats - group.taken,
    seats: group.seats,
    closesAt: group.closesAt,
    mine: mine ?? null,
    leads: session.coachId === actor.personId,
  };
}

/** Campuses whose sessions the actor sees. */
async function seenCampuses({ db, actor }: View): Promise<string[]> {
  const all = await allCampuses(db);
  return all.filter(({ id }) => canSeeSessions(actor, id) || canRunSession(actor, id)).map(({ id }) => id);
}

/** Sessions to come on the actor's campuses, soonest first; at most `most`. Two statements. */
export async function sessionsToCome(view: View, now: Date, most = SHOWN): Promise<SessionLine[]> {
  const campusIds = await seenCampuses(view);
  if (campusIds.length === 0) return [];
  const rows = await lines(view)
    .where(and(inArray(coachingSessions.campusId, campusIds), eq(coachingSessions.state, "planned"), gt(coachingSessions.until, now)))
    .orderBy(asc(coachingSessions.from), asc(coachingSessions.id))
    .limit(most);
  return rows.map((row) => lineOf(view, row));
}

/** Past sessions of the last 60 days at which the actor was, or which they led or run, latest first. Two statements. */
export async function pastSessions(view: View, now: Date): Promise<SessionLine[]> {
  const campusIds = await seenCampuses(view);
  if (campusIds.length === 0) return [];
  const run = campusIds.filter((id) => canRunSession(view.actor, id));
  const own: (SQL | undefined)[] = [eq(sessionSeats.state, "present")];
  if (run.length > 0) own.push(inArray(coachingSessions.campusId, run));
  const rows = await lines(view)
    .where(
      and(
        inArray(coachingSessions.campusId, campusIds),
        ne(coachingSessions.state, "cancelled"),
        lte(coachingSessions.until, now),
        gt(coachingSessions.until, after(now, -PAST_SHOWN)),
        or(...own),
      ),
    )
    .orderBy(desc(coachingSessions.from), desc(coachingSessions.id))
    .limit(SHOWN);
  return rows.map((row) => lineOf(view, row));
}

/** Ideas of the actor's teams that can be brought along, newest work first. */
export async function ideasToBring({ db, actor }: View): Promise<{ id: string; title: string; lang: string; consent: string }[]> {
  if (actor.personId === null) return [];
  return db
    .select({ id: ideas.id, title: ideas.title, lang: ideas.lang, consent: ideas.matchConsent })
    .from(ideaMembers)
    .innerJoin(ideas, eq(ideas.id, ideaMembers.ideaId))
    .where(
      and(
        eq(ideaMembers.personId, actor.personId),
        isNull(ideaMembers.until),
        eq(ideas.status, "active"),
        isNull(ideas.hiddenAt),
        openTo(ideas.id, keyList(actor)),
      ),
    )
    .orderBy(desc(ideas.activeAt), desc(ideas.id))
    .limit(SHOWN);
}

/** The page of a session: what, when, where, how full, and where the actor stands. "not_found" for whoever is not of its campus. */
export async function sessionPage(view: View, sessionId: string, now: Date) {
  const { db, actor } = view;
  const acted = await sessionToActOn(db, actor, sessionId);
  const [row] = await lines(view).where(eq(groupSessions.sessionId, sessionId));
  if (!row) throw new DomainError("not_found");
  const { session, group, campus, runs } = acted;
  const seat = actor.personId === null ? null : await seatOf(db, sessionId, actor.personId);
  const open = session.state === "planned" && group.run !== "over";
  const registered = seat !== null && seat.state !== "cancelled" && seat.state !== "expired";
  return {
    ...lineOf(view, row),
    about: group.about,
    campus: { id: campus.id, name: campus.name, slug: campus.slug },
    rounds: group.rounds,
    tableSize: group.tableSize,
    roundMinutes: group.roundMinutes,
    cancelReason: session.cancelReason,
    runs,
    seat: seat && seatShown(seat, now),
    ahead: seat?.state === "waiting" ? await waitingBefore(db, seat) : 0,
    mayRegister: open && !registered && now < group.closesAt && session.coachId !== actor.personId,
    closed: open && now >= group.closesAt,
    checkInFrom: after(session.from, -CHECK_IN_BEFORE),
    mayCheckIn: open && registered && seat.state !== "present" && now >= after(session.from, -CHECK_IN_BEFORE),
  };
}

/** A seat as its person sees it: an offer past its end is over, whether or not a job ran. */
function seatShown(seat: SeatRow, now: Date) {
  const late = seat.state === "offered" && seat.offeredUntil !== null && seat.offeredUntil <= now;
  return { state: late ? ("expired" as const) : seat.state, offeredUntil: seat.offeredUntil, ideaId: seat.ideaId };
}

async function waitingBefore(db: Db, seat: SeatRow): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(sessionSeats)
    .where(
      and(
        eq(sessionSeats.sessionId, seat.sessionId),
        eq(sessionSeats.state, "waiting"),
        or(lt(sessionSeats.queuedAt, seat.queuedAt), and(eq(sessionSeats.queuedAt, seat.queuedAt), lt(sessionSeats.id, seat.id))),
      ),
    );
  return row?.n ?? 0;
}

/** What the form of a session offers: campuses where the actor plans, with their rooms. "not_found" for who plans nowhere. */
export async function planningChoices({ db, actor }: View, only?: string) {
  const campusIds = only === undefined ? plannedCampuses(actor) : [only];
  if (campusIds.length === 0) throw new DomainError("not_found");
  const own = (await allCampuses(db)).filter(({ id }) => campusIds.includes(id));
  const rooms = await db
    .select({
      id: resources.id,
      name: resources.name,
      space: spaces.name,
      seats: resources.seats,
      campusId: spaces.campusId,
      kind: resources.kind,
    })
    .from(resources)
    .innerJoin(spaces, eq(spaces.id, resources.spaceId))
    .where(inArray(spaces.campusId, campusIds))
    .orderBy(asc(spaces.position), asc(resources.position), asc(resources.id));
  return {
    campuses: own.map(({ id, name, zone, languages }) => ({ id, name, zone, languages })),
    rooms: rooms
      .filter(({ kind }) => kind === "room")
      .map(({ id, name, space, seats, campusId }) => ({ id, name: name[actor.locale], space: space[actor.locale], seats, campusId })),
  };
}

/** A session as its form fills it in again: to change it, or to plan one like it. "not_found" or "forbidden" for who does not run it. */
export function asWish({ session, group, campus }: Pick<ActedSession, "session" | "group" | "campus">) {
  const { title, place, resourceId, from, until } = session;
  const { about, languages, seats, rounds, tableSize, roundMinutes, closesAt } = group;
  const rest = { about, languages, seats, rounds, tableSize, roundMinutes, closesAt };
  return { campusId: campus.id, kind: session.kind as GroupKind, title, place, resourceId: resourceId ?? "", from, until, ...rest };
}

/** Everybody with a seat, for who runs the session: by name, those who come first. The idea is null when the reader may not see it. */
export async function seatsShown({ db, actor }: View, sessionId: string) {
  const rows = await db
    .select({
      personId: people.id,
      name: people.name,
      seat: sessionSeats,
      idea: { id: ideas.id, title: ideas.title, lang: ideas.lang },
    })
    .from(sessionSeats)
    .innerJoin(people, eq(people.id, sessionSeats.personId))
    .leftJoin(ideas, and(eq(ideas.id, sessionSeats.ideaId), openTo(ideas.id, keyList(actor))))
    .where(and(eq(sessionSeats.sessionId, sessionId), ne(sessionSeats.state, "cancelled")))
    .orderBy(asc(people.nameKey), asc(people.id));
  return rows.map(({ personId, name, seat, idea }) => {
    const { state, queuedAt, offeredUntil, checkedInAt } = seat;
    return { personId, name, state, queuedAt, offeredUntil, checkedInAt, idea: idea?.id ? idea : null, withIdea: seat.ideaId !== null };
  });
}

/** Sessions at which an idea was: for its team, and for coaches of its campus who see it. "not_found" without the idea. */
export async function sessionsOfIdea(view: View, ideaId: string): Promise<{ id: string; at: Date; title: string; kind: GroupKind }[]> {
  const { membership, facts } = await ideaToRead(view, ideaId);
  if (membership === null && !actsAsCoach(view.actor, facts.campusId)) return [];
  const query = prepared(view.db, "sessions.of-idea", (on) =>
    on
      .selectDistinct({ id: coachingSessions.id, at: coachingSessions.from, title: coachingSessions.title, kind: coachingSessions.kind })
      .from(sessionSeats)
      .innerJoin(coachingSessions, eq(coachingSessions.id, sessionSeats.sessionId))
      .where(
        and(
          eq(sessionSeats.ideaId, sql.placeholder("idea")),
          eq(sessionSeats.state, "present"),
          sql`${coachingSessions.state} <> 'cancelled'`,
        ),
      )
      .orderBy(desc(coachingSessions.from), desc(coachingSessions.id))
      .limit(SHOWN),
  );
  const rows = await query.execute({ idea: ideaId });
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kind as GroupKind }));
}
