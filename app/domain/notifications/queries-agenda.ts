import type { SQL, SQLWrapper } from "drizzle-orm";
import { and, asc, eq, gte, inArray, isNull, lt, ne, or, sql } from "drizzle-orm";
import { editions, entries, phases } from "#db/schema/awards";
import { campuses } from "#db/schema/campus";
import { actions, coachingSessions, sessionPeople } from "#db/schema/coaching";
import { ideaAudience, ideaMembers, ideas } from "#db/schema/ideas";
import { bookings, resources, spaces } from "#db/schema/scheduling";
import { groupSessions, sessionSeats } from "#db/schema/sessions";
import type { Person } from "../kernel/actor";
import type { NoticeView } from "./queries-notices";
import { agreedMeetings } from "./queries-rooms";

/** Something on a day of the actor, in the order of time. `until` is null for an end date; `day` is set when it has no hour. */
export interface AgendaItem {
  readonly id: string;
  readonly kind: "talk" | "session" | "meeting" | "booking" | "action" | "entries_close" | "scores_close";
  readonly from: Date;
  readonly until: Date | null;
  readonly day: string | null;
  readonly zone: string;
  /** Title of the idea, name of the place, words of the action or name of the edition; empty when not theirs to know. */
  readonly title: string;
  readonly place: string;
  readonly path: string;
}

/** A stretch of time, its end not included. */
export interface Stretch {
  readonly from: Date;
  readonly until: Date;
}

const AGENDA_MAX = 200;

/** What is in the actor's agenda: talks, sessions, agreed hours, bookings, promises to keep and end dates. Six statements; each right is asked anew. */
export async function agendaOf(view: NoticeView, stretch: Stretch): Promise<AgendaItem[]> {
  const lists = await Promise.all([
    talks(view, stretch),
    meetings(view, stretch),
    agreedMeetings(view, stretch),
    booked(view, stretch),
    promised(view, stretch),
    ends(view, stretch),
  ]);
  return lists.flat().sort((a, b) => a.from.getTime() - b.from.getTime() || (a.id < b.id ? -1 : 1));
}

/** The condition that the actor may see an idea. */
export function seesIdea(actor: Person, ideaId: SQLWrapper): SQL {
  const keys = sql.join(
    actor.keys.map((key) => sql`${key}`),
    sql`, `,
  );
  return sql`exists (select 1 from ${ideaAudience} seen where seen.idea_id = ${ideaId} and seen.audience in (${keys}))`;
}

/** The condition that the actor is in the team of an idea now. */
export function inTeamOf(actor: Person, ideaId: SQLWrapper): SQL {
  return sql`exists (select 1 from ${ideaMembers} mine where mine.idea_id = ${ideaId} and mine.person_id = ${actor.personId} and mine.until_at is null)`;
}

/** The condition that the actor is the coach of a talk, on a campus where they still coach. */
export function isItsCoach(actor: Person): SQL | undefined {
  const campusIds = actor.roles.filter(({ role }) => role === "coach").map(({ scopeId }) => scopeId);
  return and(eq(coachingSessions.coachId, actor.personId), inArray(coachingSessions.campusId, campusIds.length > 0 ? campusIds : [""]));
}

async function talks({ db, actor }: NoticeView, { from, until }: Stretch): Promise<AgendaItem[]> {
  const comes = sql`exists (select 1 from ${sessionPeople} me where me.session_id = ${coachingSessions.id} and me.person_id = ${actor.personId} and me.state in ('coming', 'present'))`;
  const rows = await db
    .select({ talk: coachingSessions, title: ideas.title, zone: campuses.zone, campus: campuses.name })
    .from(coachingSessions)
    .innerJoin(campuses, eq(campuses.id, coachingSessions.campusId))
    .leftJoin(ideas, and(eq(ideas.id, coachingSessions.ideaId), seesIdea(actor, ideas.id)))
    .where(
      and(
        eq(coachingSessions.kind, "one_to_one"),
        ne(coachingSessions.state, "cancelled"),
        gte(coachingSessions.from, from),
        lt(coachingSessions.from, until),
        or(isItsCoach(actor), and(comes, or(isNull(coachingSessions.ideaId), inTeamOf(actor, coachingSessions.ideaId)))),
      ),
    )
    .orderBy(asc(coachingSessions.from), asc(coachingSessions.id))
    .limit(AGENDA_MAX);
  return rows.map(({ talk, title, zone, campus }) => ({
    id: talk.id,
    kind: "talk",
    from: talk.from,
    until: talk.until,
    day: null,
    zone,
    title: title ?? talk.title,
    place: [talk.place, campus].filter(Boolean).join(", "),
    path: `/coaching/session/${talk.id}`,
  }));
}

/** Sessions for several people that the actor leads, or has a seat at. */
async function meetings({ db, actor }: NoticeView, { from, until }: Stretch): Promise<AgendaItem[]> {
  const comes = sql`exists (select 1 from ${sessionSeats} me where me.session_id = ${groupSessions.sessionId} and me.person_id = ${actor.personId} and me.state in ('coming', 'present'))`;
  const rows = await db
    .select({ session: coachingSessions, zone: campuses.zone, campus: campuses.name, room: resources.name })
    .from(groupSessions)
    .innerJoin(coachingSessions, eq(coachingSessions.id, groupSessions.sessionId))
    .innerJoin(campuses, eq(campuses.id, coachingSessions.campusId))
    .leftJoin(resources, eq(resources.id, coachingSessions.resourceId))
    .where(
      and(
        ne(coachingSessions.state, "cancelled"),
        gte(coachingSessions.from, from),
        lt(coachingSessions.from, until),
        or(isItsCoach(actor), comes),
      ),
    )
    .orderBy(asc(coachingSessions.from), asc(coachingSessions.id))
    .limit(AGENDA_MAX);
  return rows.map(({ session, zone, campus, room }) => ({
    id: session.id,
    kind: "session",
    from: session.from,
    until: session.until,
    day: null,
    zone,
    title: session.title,
    place: [room?.[actor.locale] ?? session.place, campus].filter(Boolean).join(", "),
    path: `/sessions/${session.id}`,
  }));
}

async function booked({ db, actor }: NoticeView, { from, until }: Stretch): Promise<AgendaItem[]> {
  const ofTeam = and(eq(bookings.forKind, "idea"), inTeamOf(actor, bookings.forId));
  const rows = await db
    .select({ booking: bookings, name: resources.name, space: spaces.name, zone: campuses.zone, slug: campuses.slug })
    .from(bookings)
    .innerJoin(resources, eq(resources.id, bookings.resourceId))
    .innerJoin(spaces, eq(spaces.id, resources.spaceId))
    .innerJoin(campuses, eq(campuses.id, bookings.campusId))
    .where(
      and(
        eq(bookings.state, "confirmed"),
        gte(bookings.from, from),
        lt(bookings.from, until),
        or(eq(bookings.bookedBy, actor.personId), ofTeam),
      ),
    )
    .orderBy(asc(bookings.from), asc(bookings.id))
    .limit(AGENDA_MAX);
  return rows.map(({ booking, name, space, zone, slug }) => ({
    id: booking.id,
    kind: "booking",
    from: booking.from,
    until: booking.until,
    day: null,
    zone,
    title: name[actor.locale],
    place: space[actor.locale],
    path: `/lab/${slug}/booking/${booking.id}`,
  }));
}

async function promised({ db, actor }: NoticeView, { from, until }: Stretch): Promise<AgendaItem[]> {
  const rows = await db
    .select({ action: actions, zone: campuses.zone })
    .from(actions)
    .innerJoin(ideas, eq(ideas.id, actions.ideaId))
    .innerJoin(campuses, eq(campuses.id, ideas.homeCampusId))
    .where(
      and(
        eq(actions.ownerId, actor.personId),
        isNull(actions.doneAt),
        isNull(actions.removedAt),
        gte(actions.dueDay, from.toISOString().slice(0, 10)),
        lt(actions.dueDay, until.toISOString().slice(0, 10)),
        seesIdea(actor, actions.ideaId),
      ),
    )
    .orderBy(asc(actions.dueDay), asc(actions.id))
    .limit(AGENDA_MAX);
  return rows.map(({ action, zone }) => ({
    id: action.id,
    kind: "action",
    from: endOfDay(action.dueDay),
    until: null,
    day: action.dueDay,
    zone,
    title: action.words,
    place: "",
    path: `/ideas/${action.ideaId}`,
  }));
}

/** Sorts a day among moments; it is shown as a day. */
const endOfDay = (day: string): Date => new Date(`${day}T12:00:00Z`);

async function ends({ db, actor }: NoticeView, { from, until }: Stretch): Promise<AgendaItem[]> {
  const judged = actor.roles.filter(({ role }) => role === "juror").map(({ scopeId }) => scopeId);
  const takesPart = sql`exists (select 1 from ${entries} mine where mine.edition_id = ${editions.id} and mine.state <> 'withdrawn' and ${inTeamOf(actor, sql`mine.idea_id`)})`;
  const rows = await db
    .select({ phase: phases, name: editions.name, slug: editions.slug, zone: campuses.zone })
    .from(phases)
    .innerJoin(editions, eq(editions.id, phases.editionId))
    .innerJoin(campuses, eq(campuses.id, editions.campusId))
    .where(
      and(
        gte(phases.until, from),
        lt(phases.until, until),
        or(
          and(eq(phases.kind, "open"), takesPart),
          and(eq(phases.kind, "judging"), inArray(editions.id, judged.length > 0 ? judged : [""])),
        ),
      ),
    )
    .orderBy(asc(phases.until), asc(phases.id))
    .limit(AGENDA_MAX);
  return rows.map(({ phase, name, slug, zone }) => ({
    id: phase.id,
    kind: phase.kind === "judging" ? "scores_close" : "entries_close",
    from: phase.until,
    until: null,
    day: null,
    zone,
    title: name[actor.locale],
    place: "",
    path: `/awards/${slug}`,
  }));
}
