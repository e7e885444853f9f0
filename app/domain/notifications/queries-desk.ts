import type { SQLWrapper } from "drizzle-orm";
import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, lte, sql } from "drizzle-orm";
import { reports } from "#db/schema/across";
import { assignments, editions, phases, rounds, sheets } from "#db/schema/awards";
import { coachingSessions } from "#db/schema/coaching";
import { ideas, teamInvitations } from "#db/schema/ideas";
import { invites, people } from "#db/schema/identity";
import { bookings, resources } from "#db/schema/scheduling";
import { allCampuses } from "../campus/queries";
import { hasRole } from "../kernel/actor";
import { DomainError } from "../kernel/errors";
import { after, days } from "../kernel/time";
import type { DeskRow } from "./desk";
import { openAllotments } from "./desk-allotments";
import { openClasses } from "./desk-classes";
import { copiesToMake } from "./desk-copies";
import { waitingCompanies } from "./desk-companies";
import { dueGrafts, dueInterests } from "./desk-answers";
import { seesIdea } from "./queries-agenda";
import type { NoticeView } from "./queries-notices";

const SHOWN = 100;
/** Answers that are due within this time are on the desk. */
const SOON = days(3);

type Found = Omit<DeskRow, "campus" | "late" | "count" | "role" | "phase"> & { campusId: string } & Partial<
    Pick<DeskRow, "count" | "role" | "phase">
  >;
type Source = (view: NoticeView, campusIds: string[], now: Date) => Promise<Found[]>;

/**
 * Everything pending on the campuses the actor runs, first due first: thirteen statements, whatever waits. "not_found" for
 * everybody else; a title the actor has no right to see is left out, even here.
 */
export async function deskOf(view: NoticeView, now: Date): Promise<DeskRow[]> {
  const run = (await allCampuses(view.db)).filter(({ id }) => hasRole(view.actor, "organiser", id));
  if (run.length === 0) throw new DomainError("not_found");
  const campusIds = run.map(({ id }) => id);
  const lists = await Promise.all(SOURCES.map((source) => source(view, campusIds, now)));
  const rows = lists.flat().flatMap(({ campusId, ...row }): DeskRow[] => {
    const campus = run.find(({ id }) => id === campusId);
    if (!campus) return [];
    const { name, slug, zone } = campus;
    const path = row.path.replace(":campus", slug);
    return [{ count: 1, role: null, phase: null, ...row, path, campus: { name, slug, zone }, late: row.dueAt.getTime() <= now.getTime() }];
  });
  return rows.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1));
}

const nameOf = (personId: SQLWrapper) => sql<string | null>`(select p.name from ${people} p where p.id = ${personId})`;

const openReports: Source = async ({ db }, campusIds) => {
  const rows = await db
    .select()
    .from(reports)
    .where(and(isNull(reports.closedAt), inArray(reports.campusId, campusIds)))
    .orderBy(asc(reports.dueAt), asc(reports.id))
    .limit(SHOWN);
  return rows.map(({ id, campusId, createdAt, dueAt }) => ({
    id,
    kind: "report",
    campusId,
    title: "",
    owner: null,
    since: createdAt,
    dueAt,
    path: "/campus/:campus/reports",
  }));
};

const openRoleInvites: Source = async ({ db }, campusIds, now) => {
  const rows = await db
    .select()
    .from(invites)
    .where(
      and(
        eq(invites.scopeKind, "campus"),
        inArray(invites.scopeId, campusIds),
        isNull(invites.listId),
        isNull(invites.acceptedAt),
        isNull(invites.withdrawnAt),
        gt(invites.dueAt, now),
      ),
    )
    .orderBy(asc(invites.dueAt), asc(invites.id))
    .limit(SHOWN);
  return rows.map(({ id, scopeId, email, role, createdAt, dueAt }) => ({
    id,
    kind: "role_invite",
    campusId: scopeId,
    title: email,
    owner: email,
    role,
    since: createdAt,
    dueAt,
    path: "/campus/:campus/people",
  }));
};

const dueTeamInvitations: Source = async ({ db, actor }, campusIds, now) => {
  const rows = await db
    .select({ invitation: teamInvitations, idea: ideas, seen: sql<number>`case when ${seesIdea(actor, ideas.id)} then 1 else 0 end` })
    .from(teamInvitations)
    .innerJoin(ideas, eq(ideas.id, teamInvitations.ideaId))
    .where(
      and(
        eq(teamInvitations.state, "open"),
        inArray(ideas.homeCampusId, campusIds),
        gt(teamInvitations.dueAt, now),
        lte(teamInvitations.dueAt, after(now, SOON)),
      ),
    )
    .orderBy(asc(teamInvitations.dueAt), asc(teamInvitations.id))
    .limit(SHOWN);
  return rows.flatMap(({ invitation, idea, seen }): Found[] =>
    // An invitation to an idea the organiser may not see does not exist for them.
    Number(seen) === 0
      ? []
      : [
          {
            id: invitation.id,
            kind: "team_invitation",
            campusId: idea.homeCampusId,
            title: idea.title,
            owner: null,
            since: invitation.createdAt,
            dueAt: invitation.dueAt,
            path: `/ideas/${idea.id}`,
          },
        ],
  );
};

const talksToClose: Source = async ({ db, actor }, campusIds, now) => {
  const rows = await db
    .select({ talk: coachingSessions, title: ideas.title, coach: people.name })
    .from(coachingSessions)
    .innerJoin(people, eq(people.id, coachingSessions.coachId))
    .leftJoin(ideas, and(eq(ideas.id, coachingSessions.ideaId), seesIdea(actor, ideas.id)))
    .where(and(eq(coachingSessions.state, "planned"), lte(coachingSessions.until, now), inArray(coachingSessions.campusId, campusIds)))
    .orderBy(asc(coachingSessions.until), asc(coachingSessions.id))
    .limit(SHOWN);
  return rows.map(({ talk, title, coach }) => ({
    id: talk.id,
    kind: "talk_to_close",
    campusId: talk.campusId,
    title: title ?? talk.title,
    owner: coach,
    since: talk.until,
    dueAt: talk.until,
    path: talk.kind === "one_to_one" ? `/coaching/session/${talk.id}` : `/sessions/${talk.id}/manage`,
  }));
};

const bookingsClosed: Source = async ({ db, actor }, campusIds, now) => {
  const rows = await db
    .select({ booking: bookings, name: resources.name, owner: nameOf(bookings.bookedBy) })
    .from(bookings)
    .innerJoin(resources, eq(resources.id, bookings.resourceId))
    .where(
      and(
        eq(bookings.state, "confirmed"),
        inArray(bookings.campusId, campusIds),
        gt(bookings.from, now),
        isNotNull(resources.closedUntil),
        lt(bookings.from, resources.closedUntil),
      ),
    )
    .orderBy(asc(bookings.from), asc(bookings.id))
    .limit(SHOWN);
  return rows.map(({ booking, name, owner }) => ({
    id: booking.id,
    kind: "booking_closed",
    campusId: booking.campusId,
    title: name[actor.locale],
    owner,
    since: booking.createdAt,
    dueAt: booking.from,
    path: `/lab/:campus/booking/${booking.id}`,
  }));
};

const sheetsMissing: Source = async ({ db, actor }, campusIds, now) => {
  const rows = await db
    .select({
      campusId: editions.campusId,
      editionId: editions.id,
      name: editions.name,
      slug: editions.slug,
      jurorId: assignments.jurorId,
      owner: people.name,
      from: phases.from,
      until: phases.until,
      missing: sql`count(*)`.mapWith(Number),
    })
    .from(assignments)
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .innerJoin(editions, eq(editions.id, rounds.editionId))
    .innerJoin(phases, and(eq(phases.editionId, editions.id), eq(phases.kind, "judging"), lte(phases.from, now), gt(phases.until, now)))
    .innerJoin(people, eq(people.id, assignments.jurorId))
    .leftJoin(sheets, and(eq(sheets.assignmentId, assignments.id), isNotNull(sheets.submittedAt)))
    .where(and(eq(assignments.state, "open"), isNull(sheets.id), inArray(editions.campusId, campusIds)))
    .groupBy(
      editions.campusId,
      editions.id,
      editions.name,
      editions.slug,
      assignments.jurorId,
      people.name,
      people.nameKey,
      phases.from,
      phases.until,
    )
    .orderBy(asc(phases.until), asc(people.nameKey), asc(assignments.jurorId))
    .limit(SHOWN);
  return rows.map(({ campusId, editionId, name, slug, jurorId, owner, from, until, missing }) => ({
    id: `${editionId}:${jurorId}`,
    kind: "sheets_missing",
    campusId,
    title: name[actor.locale],
    owner,
    since: from,
    dueAt: until,
    count: missing,
    path: `/awards/${slug}`,
  }));
};

const nextPhases: Source = async ({ db, actor }, campusIds, now) => {
  const rows = await db
    .select({ phase: phases, campusId: editions.campusId, name: editions.name, slug: editions.slug })
    .from(phases)
    .innerJoin(editions, eq(editions.id, phases.editionId))
    .where(and(inArray(editions.campusId, campusIds), lte(phases.from, now), gt(phases.until, now)))
    .orderBy(asc(phases.until), asc(phases.id))
    .limit(SHOWN);
  return rows
    .filter(({ phase }) => phase.kind !== "published" && phase.kind !== "archived")
    .map(({ phase, campusId, name, slug }) => ({
      id: phase.id,
      kind: "next_phase",
      campusId,
      title: name[actor.locale],
      owner: null,
      since: phase.from,
      dueAt: phase.until,
      phase: phase.kind,
      path: `/awards/${slug}`,
    }));
};

const SOURCES: readonly Source[] = [
  openReports,
  openRoleInvites,
  openClasses,
  waitingCompanies,
  dueTeamInvitations,
  dueInterests,
  dueGrafts,
  openAllotments,
  talksToClose,
  bookingsClosed,
  sheetsMissing,
  copiesToMake,
  nextPhases,
];
