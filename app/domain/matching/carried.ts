import { and, eq, gt, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { coachRelations } from "#db/schema/allotment";
import { coachCapacity, coachingSessions } from "#db/schema/coaching";
import { ideas } from "#db/schema/ideas";
import { interests } from "#db/schema/matching";
import { DomainError } from "../kernel/errors";
import type { Db } from "../kernel/store";
import { after, days } from "../kernel/time";

/** Ideas that a coach or expert can carry who never said how many. */
export const CAPACITY_USUAL = 6;
const CARRIED_FOR = days(60);

/** The ideas each carries: those they talk about lately or soon, those they are the coach of, and those whose team they said yes to. One statement. */
export async function ideasCarried(db: Db, ids: readonly string[], now: Date): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const talks = db
    .select({ personId: coachingSessions.coachId, ideaId: sql<string>`${coachingSessions.ideaId}`.as("idea_id") })
    .from(coachingSessions)
    .where(
      and(
        inArray(coachingSessions.coachId, [...ids]),
        isNotNull(coachingSessions.ideaId),
        eq(coachingSessions.kind, "one_to_one"),
        ne(coachingSessions.state, "cancelled"),
        gt(coachingSessions.until, after(now, -CARRIED_FOR)),
      ),
    );
  const relations = db
    .select({ personId: coachRelations.coachId, ideaId: sql<string>`${coachRelations.ideaId}`.as("idea_id") })
    .from(coachRelations)
    .innerJoin(ideas, and(eq(ideas.id, coachRelations.ideaId), eq(ideas.status, "active")))
    .where(and(inArray(coachRelations.coachId, [...ids]), isNull(coachRelations.until)));
  const agreed = db
    .select({ personId: interests.toId, ideaId: sql<string>`${interests.fromIdeaId}`.as("idea_id") })
    .from(interests)
    .where(and(eq(interests.toKind, "person"), inArray(interests.toId, [...ids]), eq(interests.state, "accepted")));
  const carried = new Map<string, Set<string>>();
  for (const { personId, ideaId } of await talks.union(relations).union(agreed)) {
    const own = carried.get(personId) ?? new Set();
    carried.set(personId, own.add(ideaId));
  }
  return carried;
}

/** Refuses with "coach_full" when a coach or expert carries as many ideas as they said they can, and this is not one of them. */
export async function demandRoomFor(db: Db, personId: string, ideaId: string, now: Date): Promise<void> {
  const [said] = await db.select({ ideas: coachCapacity.ideas }).from(coachCapacity).where(eq(coachCapacity.coachId, personId));
  const carried = (await ideasCarried(db, [personId], now)).get(personId) ?? new Set();
  if (!carried.has(ideaId) && carried.size >= (said?.ideas ?? CAPACITY_USUAL)) throw new DomainError("coach_full", { count: carried.size });
}
