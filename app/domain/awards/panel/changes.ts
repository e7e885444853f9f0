import type { PlanFacts, Standing } from "./facts";
import { begunPairs, isSoft, pairKey } from "./facts";
import type { PlanChange, Planned } from "./plan";

/** What a plan would do to what stands, and what in it cannot be any more. */
export interface PlanDiff {
  /** Pairs of the plan that stand already, that come, and what stands and goes. */
  readonly kept: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly Standing[];
  /** Pairs that cannot be any more, by `pairKey`. */
  readonly broken: ReadonlyMap<string, PlanChange>;
  /** Entries that came, and begun work that the plan does not know of: it has to be computed anew. */
  readonly unknown: number;
}

/** Compares a plan with what stands now. Pure. */
export function diffOf(facts: PlanFacts, { pairs, entryIds }: Planned): PlanDiff {
  const entries = new Set(facts.entries.map(({ id }) => id));
  const jurors = new Set(facts.members.map(({ id }) => id));
  const begun = new Set(begunPairs(facts).map(pairKey));
  const open = new Map(facts.standing.filter(({ state }) => state === "open").map((one) => [pairKey(one), one]));
  const planned = new Set(pairs.map(pairKey));
  const broken = new Map<string, PlanChange>();
  for (const pair of pairs) {
    const key = pairKey(pair);
    if (begun.has(key)) continue;
    const bar = facts.bars.get(key);
    if (!entries.has(pair.entryId)) broken.set(key, "entry_gone");
    else if (!jurors.has(pair.jurorId)) broken.set(key, "juror_gone");
    else if (bar !== undefined && !isSoft(bar)) broken.set(key, "barred");
  }
  const newEntries = facts.entries.filter(({ id }) => !entryIds.includes(id)).length;
  return {
    kept: [...planned].filter((key) => open.has(key)),
    added: [...planned].filter((key) => !open.has(key)),
    removed: [...open].filter(([key]) => !planned.has(key)).map(([, one]) => one),
    broken,
    unknown: newEntries + [...begun].filter((key) => !planned.has(key)).length,
  };
}
