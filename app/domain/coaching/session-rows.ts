import { and, asc, eq, gt, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { coachRelations } from "#db/schema/allotment";
import { coachCapacity, coachingSessions, sessionPeople } from "#db/schema/coaching";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { people, roleGrants } from "#db/schema/identity";
import { isMinor } from "../identity/person";
import { isId } from "../ideas/visible";
import type { Actor } from "../kernel/actor";
import { DomainError, found } from "../kernel/errors";
import type { Db } from "../kernel/store";
import { after } from "../kernel/time";
import { CAPACITY_DEFAULT, CARRIED_FOR } from "./coaching";
import type { SessionFacts } from "./policy";
import { canSeeSession } from "./policy";

export type SessionRow = typeof coachingSessions.$inferSelect;

/** Somebody who takes part, or is in the team of the idea. */
export interface Partaker {
  readonly personId: string;
  readonly name: string;
  readonly ageBand: string;
  readonly inTeam: boolean;
  readonly presence: string | null;
}

/** A session as somebody acts on it. */
export interface ActedSession {
  readonly session: SessionRow;
  readonly facts: SessionFacts;
  /** The team now, and everybody else who was asked; by when they joined. */
  readonly partakers: readonly Partaker[];
}

/** The session the actor wants to see or act on, in three statements. Refuses with "not_found" when it is missing or not theirs to see. */
export async function sessionToActOn(db: Db, actor: Actor, sessionId: string): Promise<ActedSession> {
  if (!isId(sessionId)) throw new DomainError("not_found");
  const [row] = await db.select().from(coachingSessions).where(eq(coachingSessions.id, sessionId));
  const session = found(row);
  // Sessions for several people have pages and rules of their own.
  if (session.kind !== "one_to_one") throw new DomainError("not_found");
  const partakers = await partakersOf(db, session);
  const facts: SessionFacts = {
    campusId: session.campusId,
    coachId: session.coachId,
    state: session.state,
    inTeam: partakers.some((one) => one.inTeam && one.personId === actor.personId),
    withMinor: partakers.some((one) => isMinor(one.ageBand)),
  };
  if (!canSeeSession(actor, facts)) throw new DomainError("not_found");
  return { session, facts, partakers };
}

async function partakersOf(db: Db, session: Pick<SessionRow, "id" | "ideaId">): Promise<Partaker[]> {
  const columns = { personId: people.id, name: people.name, ageBand: people.ageBand };
  const team = await db
    .select(columns)
    .from(ideaMembers)
    .innerJoin(people, eq(people.id, ideaMembers.personId))
    .where(and(eq(ideaMembers.ideaId, session.ideaId ?? ""), isNull(ideaMembers.until)))
    .orderBy(asc(ideaMembers.from), asc(ideaMembers.id));
  const asked = await db
    .select({ ...columns, presence: sessionPeople.state })
    .from(sessionPeople)
    .innerJoin(people, eq(people.id, sessionPeople.personId))
    .where(eq(sessionPeople.sessionId, session.id))
    .orderBy(asc(sessionPeople.at), asc(sessionPeople.id));
  const presence = new Map(asked.map((one) => [one.personId, one.presence]));
  const members = team.map((one): Partaker => ({ ...one, inTeam: true, presence: presence.get(one.personId) ?? null }));
  const others = asked.filter((one) => !team.some(({ personId }) => personId === one.personId));
  return [...members, ...others.map((one): Partaker => ({ ...one, inTeam: false }))];
}

/** A coach of a campus who can act now. Refuses with "not_found". */
export async function coachOfCampus(db: Db, coachId: string, campusId: string, now: Date): Promise<{ id: string; name: string }> {
  if (!isId(coachId)) throw new DomainError("not_found");
  const [coach] = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .innerJoin(roleGrants, eq(roleGrants.personId, people.id))
    .where(
      and(
        eq(people.id, coachId),
        isNull(people.suspendedAt),
        isNull(people.erasedAt),
        eq(roleGrants.role, "coach"),
        eq(roleGrants.scopeKind, "campus"),
        eq(roleGrants.scopeId, campusId),
        sql`${roleGrants.from} <= ${now.getTime()}`,
        or(isNull(roleGrants.until), gt(roleGrants.until, now)),
      ),
    )
    .limit(1);
  return found(coach);
}

/** Ideas a coach carries at `now`, and how many they can. */
export interface Load {
  readonly carried: readonly string[];
  readonly capacity: number;
}

/** What each coach carries, in three statements: ideas they talk about, and active ideas they are the coach of. */
export async function loadsOf(db: Db, coachIds: readonly string[], now: Date): Promise<Map<string, Load>> {
  if (coachIds.length === 0) return new Map();
  const capacities = await db
    .select()
    .from(coachCapacity)
    .where(inArray(coachCapacity.coachId, [...coachIds]));
  const talks = await db
    .selectDistinct({ coachId: coachingSessions.coachId, ideaId: coachingSessions.ideaId })
    .from(coachingSessions)
    .where(
      and(
        inArray(coachingSessions.coachId, [...coachIds]),
        eq(coachingSessions.kind, "one_to_one"),
        ne(coachingSessions.state, "cancelled"),
        gt(coachingSessions.until, after(now, -CARRIED_FOR)),
      ),
    );
  const relations = await db
    .select({ coachId: coachRelations.coachId, ideaId: coachRelations.ideaId })
    .from(coachRelations)
    .innerJoin(ideas, and(eq(ideas.id, coachRelations.ideaId), eq(ideas.status, "active")))
    .where(and(inArray(coachRelations.coachId, [...coachIds]), isNull(coachRelations.until)));
  const rows = [...talks, ...relations];
  return new Map(
    coachIds.map((id) => [
      id,
      {
        carried: [...new Set(rows.flatMap((row) => (row.coachId === id && row.ideaId !== null ? [row.ideaId] : [])))],
        capacity: capacities.find((row) => row.coachId === id)?.ideas ?? CAPACITY_DEFAULT,
      },
    ]),
  );
}
