import { and, eq, inArray, isNull } from "drizzle-orm";
import { reports } from "#db/schema/across";
import { assignments, editions, entries, rounds } from "#db/schema/awards";
import { allotments, coachRelations } from "#db/schema/allotment";
import { campuses } from "#db/schema/campus";
import { actions, coachingSessions } from "#db/schema/coaching";
import { companyRegistrations } from "#db/schema/companies";
import { ideaMembers, ideas, teamInvitations } from "#db/schema/ideas";
import { roleGrants } from "#db/schema/identity";
import { rooms } from "#db/schema/rooms";
import { bookings, resources } from "#db/schema/scheduling";
import type { Person, Role } from "../kernel/actor";
import type { Db } from "../kernel/store";
import type { NoticeSubject } from "./notice";
import { roomTitle } from "./room-sides";

/** What a notice says of its subject, beside the idea it belongs to. */
export interface Subject {
  readonly title?: string;
  readonly slug?: string | null;
  readonly at?: Date | null;
  readonly zone?: string | null;
  readonly role?: Role;
}

type Found = (Subject & { readonly id: string })[];
type Find = (db: Db, actor: Person, ids: string[]) => Promise<Found>;

/** How to look up the subjects of each kind. Ideas, comments and interests are told by their idea alone. */
const FIND: Readonly<Partial<Record<NoticeSubject, Find>>> = {
  team_invitation: async (db, actor, ids) => {
    const current = and(eq(ideaMembers.ideaId, ideas.id), eq(ideaMembers.personId, actor.personId), isNull(ideaMembers.until));
    const rows = await db
      .select({ id: teamInvitations.id, title: ideas.title, state: teamInvitations.state, membership: ideaMembers.role })
      .from(teamInvitations)
      .innerJoin(ideas, eq(ideas.id, teamInvitations.ideaId))
      .leftJoin(ideaMembers, current)
      .where(and(inArray(teamInvitations.id, ids), eq(ideas.status, "active")));
    // An invitation that is over opens nothing any more, not even a title; one that was accepted, as long as they are in the team.
    return rows.filter(({ state, membership }) => state === "open" || (state === "accepted" && membership !== null));
  },
  role_grant: async (db, _actor, ids) => {
    const rows = await db
      .select({ id: roleGrants.id, role: roleGrants.role, scope: roleGrants.scopeKind, campus: campuses.name })
      .from(roleGrants)
      .leftJoin(campuses, eq(campuses.id, roleGrants.scopeId))
      .where(inArray(roleGrants.id, ids));
    return rows.map(({ id, role, scope, campus }) => ({ id, role, title: scope === "edition" ? "T2-awards" : (campus ?? "Broeikas") }));
  },
  person: (_db, _actor, ids) => Promise.resolve(ids.map((id) => ({ id, title: "Broeikas" }))),
  report: (db, _actor, ids) =>
    db
      .select({ id: reports.id, title: campuses.name, slug: campuses.slug, at: reports.dueAt, zone: campuses.zone })
      .from(reports)
      .innerJoin(campuses, eq(campuses.id, reports.campusId))
      .where(inArray(reports.id, ids)),
  company: (db, _actor, ids) =>
    db
      .select({ id: companyRegistrations.id, title: companyRegistrations.name })
      .from(companyRegistrations)
      .where(inArray(companyRegistrations.id, ids)),
  room: async (db, actor, ids) => {
    const rows = await db
      .select({ id: rooms.id, title: roomTitle(actor) })
      .from(rooms)
      .where(inArray(rooms.id, ids));
    return rows.map(({ id, title }) => ({ id, title: title ?? "" }));
  },
  session: (db, _actor, ids) =>
    db
      .select({ id: coachingSessions.id, title: coachingSessions.title, at: coachingSessions.from, zone: campuses.zone })
      .from(coachingSessions)
      .innerJoin(campuses, eq(campuses.id, coachingSessions.campusId))
      .where(inArray(coachingSessions.id, ids)),
  group_session: (db, _actor, ids) =>
    db
      .select({ id: coachingSessions.id, title: coachingSessions.title, at: coachingSessions.from, zone: campuses.zone })
      .from(coachingSessions)
      .innerJoin(campuses, eq(campuses.id, coachingSessions.campusId))
      .where(inArray(coachingSessions.id, ids)),
  action: (db, actor, ids) =>
    db
      .select({ id: actions.id, title: actions.words })
      .from(actions)
      .where(and(inArray(actions.id, ids), eq(actions.ownerId, actor.personId))),
  // Named by its campus: the title comes with the idea, for a coach who may see it.
  coach_relation: (db, _actor, ids) =>
    db
      .select({ id: coachRelations.id, title: campuses.name })
      .from(coachRelations)
      .innerJoin(ideas, eq(ideas.id, coachRelations.ideaId))
      .innerJoin(campuses, eq(campuses.id, ideas.homeCampusId))
      .where(inArray(coachRelations.id, ids)),
  allotment: (db, _actor, ids) =>
    db
      .select({ id: allotments.id, title: campuses.name, slug: campuses.slug, at: allotments.dueAt, zone: campuses.zone })
      .from(allotments)
      .innerJoin(campuses, eq(campuses.id, allotments.campusId))
      .where(inArray(allotments.id, ids)),
  booking: async (db, actor, ids) => {
    const rows = await db
      .select({ id: bookings.id, name: resources.name, slug: campuses.slug, at: bookings.from, zone: campuses.zone })
      .from(bookings)
      .innerJoin(resources, eq(resources.id, bookings.resourceId))
      .innerJoin(campuses, eq(campuses.id, bookings.campusId))
      .where(inArray(bookings.id, ids));
    return rows.map(({ name, ...row }) => ({ ...row, title: name[actor.locale] }));
  },
  entry: async (db, actor, ids) => {
    const rows = await db
      .select({ id: entries.id, name: editions.name, slug: editions.slug })
      .from(entries)
      .innerJoin(editions, eq(editions.id, entries.editionId))
      .where(inArray(entries.id, ids));
    return rows.map(({ name, ...row }) => ({ ...row, title: name[actor.locale] }));
  },
  assignment: async (db, actor, ids) => {
    const rows = await db
      .select({ id: assignments.id, name: editions.name, slug: editions.slug })
      .from(assignments)
      .innerJoin(rounds, eq(rounds.id, assignments.roundId))
      .innerJoin(editions, eq(editions.id, rounds.editionId))
      .where(and(inArray(assignments.id, ids), eq(assignments.jurorId, actor.personId)));
    return rows.map(({ name, ...row }) => ({ ...row, title: name[actor.locale] }));
  },
  edition: async (db, actor, ids) => {
    const rows = await db
      .select({ id: editions.id, name: editions.name, slug: editions.slug })
      .from(editions)
      .where(inArray(editions.id, ids));
    return rows.map(({ name, ...row }) => ({ ...row, title: name[actor.locale] }));
  },
};

/** What notices say of these subjects, by "kind:id": one statement a kind, whatever the number. Subjects that are gone are missing. */
export async function subjectsOf(
  db: Db,
  actor: Person,
  wanted: readonly { readonly kind: NoticeSubject; readonly id: string }[],
): Promise<ReadonlyMap<string, Subject>> {
  const kinds = [...new Set(wanted.map(({ kind }) => kind))];
  const lists = await Promise.all(
    kinds.map(async (kind) => {
      const ids = wanted.filter((one) => one.kind === kind).map(({ id }) => id);
      const found = (await FIND[kind]?.(db, actor, [...new Set(ids)])) ?? [];
      return found.map((subject) => [`${kind}:${subject.id}`, subject] as const);
    }),
  );
  return new Map(lists.flat());
}
