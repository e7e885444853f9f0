import { and, asc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { organisationMembers, organisations } from "#db/schema/campus";
import { coachingSessions, sessionPeople } from "#db/schema/coaching";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import { roomSides, rooms } from "#db/schema/rooms";
import { sessionSeats } from "#db/schema/sessions";
import { isId } from "../ideas/visible";
import type { Actor } from "../kernel/actor";
import { DomainError } from "../kernel/errors";
import type { Db } from "../kernel/store";
import type { RoomFacts } from "./policy";
import { canSeeRoom } from "./policy";
import type { SideKind } from "./room";

export type RoomRow = typeof rooms.$inferSelect;

/** Somebody on a side of a room, now. */
export interface Partaker {
  readonly personId: string;
  readonly name: string;
  readonly ageBand: string;
  readonly position: number;
}
export interface Side {
  readonly kind: SideKind;
  readonly subjectId: string;
  readonly position: number;
  readonly campusId: string | null;
}

/** A room as somebody reads it or acts in it. */
export interface ActedRoom {
  readonly room: RoomRow;
  readonly sides: readonly Side[];
  /** Everybody on a side now; a person on two sides stands there twice. */
  readonly partakers: readonly Partaker[];
  readonly facts: RoomFacts;
}

/** The room the actor wants to read or act in, in two to five statements. Refuses with "not_found" when it is missing or not theirs to see. */
export async function roomToActOn(db: Db, actor: Actor, roomId: string, now: Date): Promise<ActedRoom> {
  if (!isId(roomId) || actor.personId === null) throw new DomainError("not_found");
  const rows = await db
    .select({
      room: rooms,
      side: roomSides,
      ideaCampus: ideas.homeCampusId,
      organisationCampus: organisations.campusId,
      session: { campusId: coachingSessions.campusId, coachId: coachingSessions.coachId },
    })
    .from(rooms)
    .innerJoin(roomSides, eq(roomSides.roomId, rooms.id))
    .leftJoin(ideas, and(eq(roomSides.kind, "idea"), eq(ideas.id, roomSides.subjectId)))
    .leftJoin(organisations, and(eq(roomSides.kind, "organisation"), eq(organisations.id, roomSides.subjectId)))
    .leftJoin(coachingSessions, and(eq(roomSides.kind, "session"), eq(coachingSessions.id, roomSides.subjectId)))
    .where(eq(rooms.id, roomId))
    .orderBy(asc(roomSides.position));
  const [first] = rows;
  if (!first) throw new DomainError("not_found");
  const sides = rows.map(({ side, ideaCampus, organisationCampus, session }) => ({
    kind: side.kind,
    subjectId: side.subjectId,
    position: side.position,
    campusId: ideaCampus ?? organisationCampus ?? session?.campusId ?? null,
  }));
  const partakers = await partakersOf(db, sides, now);
  const facts: RoomFacts = {
    campusIds: [...new Set([first.room.campusId, ...sides.flatMap(({ campusId }) => campusId ?? [])])],
    mine: [...new Set(partakers.filter(({ personId }) => personId === actor.personId).map(({ position }) => position))],
    leads: rows.some(({ session }) => session !== null && session.coachId === actor.personId),
    closed: first.room.closedAt !== null,
  };
  if (!canSeeRoom(actor, facts)) throw new DomainError("not_found");
  return { room: first.room, sides, partakers, facts };
}

const PERSON = { personId: people.id, name: people.name, ageBand: people.ageBand };
type Found = { personId: string; name: string; ageBand: string; subjectId: string };
type Find = (db: Db, ids: string[], now: Date) => Promise<Found[]>;

/** Who is on a side, by its kind: one statement each. */
const FIND: Readonly<Record<SideKind, Find>> = {
  idea: (db, ids) =>
    db
      .select({ ...PERSON, subjectId: ideaMembers.ideaId })
      .from(ideaMembers)
      .innerJoin(people, eq(people.id, ideaMembers.personId))
      .where(and(inArray(ideaMembers.ideaId, ids), isNull(ideaMembers.until)))
      .orderBy(asc(ideaMembers.from), asc(ideaMembers.id)),
  person: (db, ids) =>
    db
      .select({ ...PERSON, subjectId: people.id })
      .from(people)
      .where(inArray(people.id, ids)),
  organisation: (db, ids, now) =>
    db
      .select({ ...PERSON, subjectId: organisationMembers.organisationId })
      .from(organisationMembers)
      .innerJoin(people, eq(people.id, organisationMembers.personId))
      .where(
        and(inArray(organisationMembers.organisationId, ids), or(isNull(organisationMembers.until), gt(organisationMembers.until, now))),
      )
      .orderBy(asc(organisationMembers.from), asc(organisationMembers.id)),
  session: async (db, ids) => {
    const asked = await db
      .select({ ...PERSON, subjectId: sessionPeople.sessionId })
      .from(sessionPeople)
      .innerJoin(people, eq(people.id, sessionPeople.personId))
      .where(
        and(inArray(sessionPeople.sessionId, ids), inArray(sessionPeople.state, ["invited", "coming", "present"]), isNull(people.erasedAt)),
      )
      .orderBy(asc(sessionPeople.at), asc(sessionPeople.id));
    const coaches = await db
      .select({ ...PERSON, subjectId: coachingSessions.id })
      .from(coachingSessions)
      .innerJoin(people, eq(people.id, coachingSessions.coachId))
      .where(and(inArray(coachingSessions.id, ids), isNull(people.erasedAt)));
    const seated = await db
      .select({ ...PERSON, subjectId: sessionSeats.sessionId })
      .from(sessionSeats)
      .innerJoin(people, eq(people.id, sessionSeats.personId))
      .where(and(inArray(sessionSeats.sessionId, ids), eq(sessionSeats.state, "present"), isNull(people.erasedAt)))
      .orderBy(asc(sessionSeats.checkedInAt), asc(sessionSeats.id));
    const once = new Map([...asked, ...coaches, ...seated].map((one) => [`${one.subjectId} ${one.personId}`, one]));
    return [...once.values()];
  },
};

/** The ideas a room is about: those of its sides, and those that people who are at its session brought. At most one statement. */
export async function ideasOf(db: Db, sides: readonly Pick<Side, "kind" | "subjectId">[]): Promise<string[]> {
  const ids = (kind: SideKind): string[] => sides.filter((side) => side.kind === kind).map(({ subjectId }) => subjectId);
  const sessionIds = ids("session");
  if (sessionIds.length === 0) return ids("idea");
  const brought = await db
    .selectDistinct({ ideaId: sessionSeats.ideaId })
    .from(sessionSeats)
    .where(and(inArray(sessionSeats.sessionId, sessionIds), eq(sessionSeats.state, "present")));
  return [...new Set([...ids("idea"), ...brought.flatMap(({ ideaId }) => ideaId ?? [])])];
}

/** Everybody on these sides now, in their order. */
export async function partakersOf(db: Db, sides: readonly Pick<Side, "kind" | "subjectId" | "position">[], now: Date): Promise<Partaker[]> {
  const kinds = [...new Set(sides.map(({ kind }) => kind))];
  const lists = await Promise.all(
    kinds.map(async (kind) => {
      const ofKind = sides.filter((side) => side.kind === kind);
      const found = await FIND[kind](
        db,
        ofKind.map(({ subjectId }) => subjectId),
        now,
      );
      return found.flatMap(({ subjectId, personId, name, ageBand }) =>
        ofKind.filter((side) => side.subjectId === subjectId).map(({ position }) => ({ personId, name, ageBand, position })),
      );
    }),
  );
  return lists.flat().sort((a, b) => a.position - b.position);
}
