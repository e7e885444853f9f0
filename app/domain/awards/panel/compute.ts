import type { Optimum, Outcome, Wish } from "../../assignment/optimise";
import type { Problem } from "../../assignment/problem";
import type { PlanFacts } from "./facts";
import { begunPairs, isSoft, pairKey } from "./facts";
import type { Fits } from "./fit";
import { roomIn } from "./members";
import type { AssignReason, Bar, PlanChoice, PlanGoal, PlannedPair, PlanResult } from "./plan";

/** Finds the optimum; comes in as an argument, since it runs in a thread of its own. */
export type Solve = (problem: Problem, wish: Wish) => Promise<Outcome>;

export interface PlanWish {
  readonly goal: PlanGoal;
  readonly seed: string;
  readonly least: number | null;
  readonly most: number | null;
  readonly choices: readonly PlanChoice[];
}

interface Range {
  readonly least: number;
  readonly most: number;
}
interface Problems extends Range {
  readonly problem: Problem;
  readonly outcome: Outcome;
  /** Pairs that are advised against were let in, since there was no plan without. */
  readonly lenient: boolean;
}

/** Above this number of pairs more even loads with the same worth are not looked for. */
const EVEN_PAIRS = 20_000;
/** What a pair that is advised against costs: more than any affinity brings. */
const AGAINST = 101;
const SECONDS = 240;

/**
 * Finds the plan: every entry its jurors, no bar crossed, what has begun or was chosen by hand kept; first the worst served entry (for
 * the goal "floor"), then the sum, then loads as even as these two let them be, then jurors tied together firmly. Pairs that are
 * advised against are used only when there is no plan without them.
 */
export async function computeResult(facts: PlanFacts, fits: Fits, wish: PlanWish, solve: Solve): Promise<PlanResult> {
  const attempt = async (range: Range, lenient: boolean): Promise<Problems> => {
    const problem = problemOf(facts, fits, wish, range, lenient);
    return { ...range, problem, lenient, outcome: await solve(problem, { goal: wish.goal, seed: wish.seed, seconds: SECONDS }) };
  };
  const widest: Range = { least: wish.least ?? 0, most: wish.most ?? Math.max(1, facts.entries.length) };
  const first = await firstFeasible(facts, wish, widest, attempt);
  if (!first.outcome.ok) return { ok: false, stuck: stuckOf(first.outcome.blocked) };
  const best = await evened(facts, first, first.outcome, attempt);
  return resultOf(facts, fits, wish, best);
}

type Attempt = (range: Range, lenient: boolean) => Promise<Problems>;

/** The loads the organiser named; without, those that lie one around the mean, and wider where that cannot be. */
async function firstFeasible(facts: PlanFacts, wish: PlanWish, widest: Range, attempt: Attempt): Promise<Problems> {
  const mean = meanLoad(facts);
  let last: Problems | null = null;
  for (const lenient of [false, true]) {
    for (const slack of [1, 2, 4, Infinity]) {
      const range = {
        least: wish.least ?? Math.max(0, Math.floor(mean) - slack),
        most: wish.most ?? Math.min(widest.most, Math.ceil(mean) + slack),
      };
      last = await attempt(range, lenient);
      if (last.outcome.ok) return last;
      if (wish.least !== null && wish.most !== null) break;
    }
  }
  return last ?? attempt(widest, true);
}

function meanLoad({ edition, entries, members }: PlanFacts): number {
  const there = members.filter((member) => roomIn(member.most ?? Infinity, member) > 0).length;
  return (entries.length * edition.jurorsPerEntry) / Math.max(1, there);
}

/** Among plans of the same worth one with loads closer together. */
async function evened(
  facts: PlanFacts,
  first: Problems,
  { floor, objective }: Optimum,
  attempt: Attempt,
): Promise<Problems & { outcome: Optimum }> {
  const found = first as Problems & { outcome: Optimum };
  if (facts.entries.length * facts.members.length > EVEN_PAIRS) return found;
  const mean = meanLoad(facts);
  for (const slack of [0, 1]) {
    const range = {
      least: Math.max(first.least, Math.floor(mean) - slack),
      most: Math.min(first.most, Math.ceil(mean) + slack),
    };
    if (range.least > range.most || (range.least === first.least && range.most === first.most)) continue;
    const tighter = await attempt(range, first.lenient);
    const { outcome } = tighter;
    if (outcome.ok && outcome.objective >= objective - 1e-6 && outcome.floor >= floor - 1e-6) return { ...tighter, ...range, outcome };
  }
  return found;
}

/** Pins that can still be: of an entry and a juror that are there, with nothing hard between them. */
function livePins(facts: PlanFacts, choices: readonly PlanChoice[]): PlanChoice[] {
  const entries = new Set(facts.entries.map(({ id }) => id));
  const jurors = new Set(facts.members.map(({ id }) => id));
  return choices.filter((one) => {
    const bar = facts.bars.get(pairKey(one));
    return one.kind === "pin" && entries.has(one.entryId) && jurors.has(one.jurorId) && (bar === undefined || isSoft(bar));
  });
}

/** What keeps a pair apart in this plan. */
function barOf(facts: PlanFacts, choices: readonly PlanChoice[]): (pair: { entryId: string; jurorId: string }) => Bar | null {
  const ruledOut = new Set(choices.filter(({ kind }) => kind === "forbid").map(pairKey));
  return (pair) => {
    const bar = facts.bars.get(pairKey(pair)) ?? null;
    if (bar !== null && !isSoft(bar)) return bar;
    return ruledOut.has(pairKey(pair)) ? "forbidden" : bar;
  };
}

/** The problem as the solver takes it. Whoever is no juror any more keeps what they began, and nothing else. */
export function problemOf(facts: PlanFacts, fits: Fits, { choices }: Pick<PlanWish, "choices">, range: Range, lenient: boolean): Problem {
  const { entries, members, edition } = facts;
  const fixed = new Map([...begunPairs(facts), ...livePins(facts, choices)].map((one) => [pairKey(one), one]));
  const count = (test: (pair: { entryId: string; jurorId: string }) => boolean): number => [...fixed.values()].filter(test).length;
  const former = [...new Set([...fixed.values()].map(({ jurorId }) => jurorId))].filter((id) => !members.some((one) => one.id === id));
  const bar = barOf(facts, choices);
  const pairs = entries.flatMap((entry) =>
    [...members.map(({ id }) => id), ...former].map((jurorId) => {
      const pair = { entryId: entry.id, jurorId };
      const why = former.includes(jurorId) ? ("forbidden" as const) : bar(pair);
      const open = fixed.has(pairKey(pair)) || why === null || (lenient && isSoft(why));
      const value = (fits.get(pairKey(pair))?.value ?? 0) - (isSoft(why) ? AGAINST : 0);
      return { item: entry.id, person: jurorId, value, open };
    }),
  );
  return {
    items: entries.map(({ id }) => ({
      id,
      wanted: Math.max(
        edition.jurorsPerEntry,
        count(({ entryId }) => entryId === id),
      ),
    })),
    persons: [
      ...members.map((member) => {
        const own = count(({ jurorId }) => jurorId === member.id);
        const most = Math.max(own, Math.min(range.most, roomIn(member.most ?? range.most, member)));
        const may = pairs.filter(({ person, open }) => person === member.id && open).length;
        return { id: member.id, least: Math.min(range.least, most, may), most };
      }),
      ...former.map((id) => {
        const own = count(({ jurorId }) => jurorId === id);
        return { id, least: own, most: own };
      }),
    ],
    affinities: pairs.map(({ item, person, value }) => ({ item, person, value })),
    forbidden: pairs.filter(({ open }) => !open).map(({ item, person }) => ({ item, person })),
    fixed: [...fixed.values()].map(({ entryId, jurorId }) => ({ item: entryId, person: jurorId })),
  };
}

function stuckOf({ code, items, persons, need, room }: Extract<Outcome, { ok: false }>["blocked"]) {
  return { code, entryIds: items, jurorIds: persons, need, room };
}

function resultOf(
  facts: PlanFacts,
  fits: Fits,
  wish: PlanWish,
  { problem, outcome, least, most }: Problems & { outcome: Optimum },
): PlanResult {
  const { entries, members } = facts;
  const closed = new Set(problem.forbidden.map(({ item, person }) => pairKey({ entryId: item, jurorId: person })));
  const begun = new Set(begunPairs(facts).map(pairKey));
  const pinned = new Set(livePins(facts, wish.choices).map(pairKey));
  const bar = barOf(facts, wish.choices);
  const none = { value: 0, parts: { text: 0, theme: 0 } };
  const pairs = outcome.pairs.map(({ item, person }): PlannedPair => {
    const pair = { entryId: item, jurorId: person };
    const fit = fits.get(pairKey(pair)) ?? none;
    const may = members.filter(({ id }) => !closed.has(pairKey({ entryId: item, jurorId: id })));
    const better = may.filter(({ id }) => (fits.get(pairKey({ entryId: item, jurorId: id }))?.value ?? 0) > fit.value).length;
    const wanted = problem.items.find(({ id }) => id === item)?.wanted ?? 0;
    const why = bar(pair);
    const reason: AssignReason = begun.has(pairKey(pair))
      ? "kept"
      : pinned.has(pairKey(pair))
        ? "pinned"
        : may.length <= wanted
          ? "only_choice"
          : better < wanted
            ? "best"
            : "shared";
    return { ...pair, ...fit, reason, better, may: may.length, against: why === "soft" || why === "rather_not" ? why : null };
  });
  const at = (jurorId: string) => (entryId: string) => pairKey({ entryId, jurorId });
  return {
    ok: true,
    pairs,
    entryIds: entries.map(({ id }) => id),
    jurorIds: members.map(({ id }) => id),
    fits: entries.map(({ id }) => members.map((member) => fits.get(at(member.id)(id))?.value ?? 0)),
    bars: entries.map(({ id }) => members.map((member) => bar({ entryId: id, jurorId: member.id }))),
    least,
    most,
    floor: outcome.floor,
    floorBound: outcome.floorBound,
    total: outcome.objective,
    bound: outcome.bound,
    optimal: outcome.optimal,
    lambda2: outcome.lambda2,
    groups: outcome.groups,
  };
}
