import { and, asc, eq, inArray } from "drizzle-orm";
import { people, profiles } from "#db/schema/identity";
import { sessionSeats } from "#db/schema/sessions";
import { DomainError } from "../kernel/errors";
import type { Db } from "../kernel/store";
import type { RoundsInput, RoundsResult } from "../matching/rounds/rounds";
import { pairsOf } from "./pairs";
import type { ActedSession, GroupRow } from "./rows";

/** What a plan changes in the row of its session. */
export type PlanColumns = Pick<GroupRow, "plan" | "planNo" | "total" | "worst" | "bound" | "optimal">;

/** Who plans rounds: `planRounds` in this thread, or in another so that the server goes on answering. The same input gives the same plan. */
export type Planner = (input: RoundsInput<string>) => RoundsResult<string> | Promise<RoundsResult<string>>;

/** What a plan is made by, and when. */
export interface Making {
  readonly planner: Planner;
  readonly now: Date;
}

/** Who is there now, in a fixed order. */
export async function presentIn(db: Db, sessionId: string): Promise<string[]> {
  const rows = await db
    .select({ personId: sessionSeats.personId })
    .from(sessionSeats)
    .where(and(eq(sessionSeats.sessionId, sessionId), eq(sessionSeats.state, "present")))
    .orderBy(asc(sessionSeats.personId));
  return rows.map(({ personId }) => personId);
}

/**
 * Plans the rounds after the first `played` ones for who is there now; what was played stays and counts. Pure but for what it reads, so it
 * runs outside the transaction that keeps it. Refuses with "nobody_to_meet" when nobody can meet anybody any more.
 */
export async function makePlan(
  db: Db,
  { session, group }: Pick<ActedSession, "session" | "group">,
  played: number,
  { planner, now }: Making,
): Promise<PlanColumns> {
  const present = await presentIn(db, session.id);
  const kept = (group.plan?.rounds ?? []).slice(0, played);
  const everybody = [...new Set([...present, ...kept.flat(2), session.coachId])];
  const guests = await guestsOf(db, session.id, everybody);
  const seated = everybody.filter((personId) => personId !== session.coachId);
  const pairs = await pairsOf(
    db,
    seated.map((personId) => ({ personId, ideaId: guests.get(personId)?.ideaId ?? null })),
    now,
  );
  const result = await planner({
    people: everybody.map((id) => ({ id, languages: guests.get(id)?.languages ?? [] })),
    ...pairs,
    rounds: group.rounds,
    tableSize: group.tableSize,
    seed: session.id,
    kept,
    absent: seated.filter((id) => !present.includes(id)),
    rovers: [session.coachId],
  });
  if (!result.ok) throw new DomainError("nobody_to_meet", { count: result.present });
  const { rounds, pauses, visits, total, worst, bound, optimal } = result;
  return { plan: { rounds, pauses, visits, present }, planNo: group.planNo + 1, total, worst, bound, optimal };
}

/** Languages and ideas of people of a session; what is no seat has no idea. */
async function guestsOf(db: Db, sessionId: string, personIds: readonly string[]) {
  const rows = await db
    .select({ personId: people.id, locale: people.locale, langs: profiles.languages, ideaId: sessionSeats.ideaId })
    .from(people)
    .leftJoin(profiles, eq(profiles.personId, people.id))
    .leftJoin(sessionSeats, and(eq(sessionSeats.personId, people.id), eq(sessionSeats.sessionId, sessionId)))
    .where(inArray(people.id, [...personIds]));
  return new Map(
    rows.map(({ personId, locale, langs, ideaId }) => [personId, { ideaId, languages: [...new Set([locale, ...(langs ?? [])])] }]),
  );
}

/** Tells whether others are there now than when the plan was made. */
export function isOutdated(group: GroupRow, present: readonly string[]): boolean {
  const planned = group.plan?.present ?? [];
  return planned.length !== present.length || planned.some((personId, at) => personId !== present[at]);
}
