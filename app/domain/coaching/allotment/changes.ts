import type { AllotResult, PairChange } from "./allotment";
import type { Facts } from "./facts";
import { pairKey } from "./facts";

/** Facts of ideas that wait no more: those with a coach are told apart from those that are gone. */
export type HasCoach = ReadonlySet<string>;

/** Which pairs of a result cannot be any more, and why, by idea. Room is counted over all pairs together, in their order. Pure. */
export function changesOf(facts: Facts, result: Pick<AllotResult, "pairs">, coached: HasCoach): Map<string, PairChange> {
  const waiting = new Set(facts.ideas.map(({ idea }) => idea.id));
  const coaches = new Map(facts.coaches.map((coach) => [coach.id, coach]));
  const added = new Map<string, number>();
  const changes = new Map<string, PairChange>();
  for (const { ideaId, coachId } of result.pairs) {
    const coach = coaches.get(coachId);
    const change = !waiting.has(ideaId)
      ? coached.has(ideaId)
        ? "has_coach"
        : "idea_gone"
      : !coach
        ? "coach_gone"
        : facts.barred.has(pairKey(ideaId, coachId))
          ? "barred"
          : null;
    if (change !== null) changes.set(ideaId, change);
    if (change !== null || !coach || coach.carried.includes(ideaId)) continue;
    const count = (added.get(coachId) ?? 0) + 1;
    if (coach.carried.length + count > coach.capacity) changes.set(ideaId, "coach_full");
    else added.set(coachId, count);
  }
  return changes;
}
