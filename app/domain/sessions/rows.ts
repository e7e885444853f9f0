import { and, eq, ne } from "drizzle-orm";
import { campuses } from "#db/schema/campus";
import { coachingSessions } from "#db/schema/coaching";
import { groupSessions, sessionSeats } from "#db/schema/sessions";
import { demand, isId } from "../ideas/visible";
import type { Actor } from "../kernel/actor";
import { DomainError } from "../kernel/errors";
import type { Db } from "../kernel/store";
import { canRunSession, canSeeSessions } from "./policy";

export type GroupRow = typeof groupSessions.$inferSelect;
export type BaseRow = typeof coachingSessions.$inferSelect;
export type SeatRow = typeof sessionSeats.$inferSelect;

/** A session for several people, with the zone of its campus. */
export interface ActedSession {
  readonly session: BaseRow;
  readonly group: GroupRow;
  readonly campus: { readonly id: string; readonly name: string; readonly slug: string; readonly zone: string };
  /** May change, run and report it. */
  readonly runs: boolean;
}

/** The session, for jobs and for whoever was checked already; null when it is none. One statement. */
export async function sessionById(db: Db, sessionId: string): Promise<Omit<ActedSession, "runs"> | null> {
  if (!isId(sessionId)) return null;
  const [row] = await db
    .select({
      session: coachingSessions,
      group: groupSessions,
      campus: { id: campuses.id, name: campuses.name, slug: campuses.slug, zone: campuses.zone },
    })
    .from(groupSessions)
    .innerJoin(coachingSessions, eq(coachingSessions.id, groupSessions.sessionId))
    .innerJoin(campuses, eq(campuses.id, coachingSessions.campusId))
    .where(and(eq(groupSessions.sessionId, sessionId), ne(coachingSessions.kind, "one_to_one")));
  return row ?? null;
}

/** The session the actor looks at or acts on. Refuses with "not_found" when it is missing or not on a campus of theirs. */
export async function sessionToActOn(db: Db, actor: Actor, sessionId: string): Promise<ActedSession> {
  const row = await sessionById(db, sessionId);
  if (!row || !(canSeeSessions(actor, row.campus.id) || canRunSession(actor, row.campus.id))) throw new DomainError("not_found");
  return { ...row, runs: canRunSession(actor, row.campus.id) };
}

/** As `sessionToActOn`, for who runs it; others who see it are refused with "forbidden". */
export async function sessionToRun(db: Db, actor: Actor, sessionId: string): Promise<ActedSession> {
  const acted = await sessionToActOn(db, actor, sessionId);
  demand(actor, acted.runs);
  return acted;
}

/** The seat of a person; null when they never registered. */
export async function seatOf(db: Db, sessionId: string, personId: string): Promise<SeatRow | null> {
  const [seat] = await db
    .select()
    .from(sessionSeats)
    .where(and(eq(sessionSeats.sessionId, sessionId), eq(sessionSeats.personId, personId)));
  return seat ?? null;
}

/** Refuses with "conflict" when a session was cancelled or is over. */
export function demandPlanned({ session, group }: Pick<ActedSession, "session" | "group">): void {
  if (session.state !== "planned" || group.run === "over") throw new DomainError("conflict", { state: session.state });
}
