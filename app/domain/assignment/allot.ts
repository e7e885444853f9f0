import { DomainError } from "../kernel/errors";
import { bestSum } from "./best-sum";
import { fullest } from "./feasible";
import type { Tools } from "./model";
import { frameOf } from "./model";
import { gridOf } from "./problem";

export interface CoachPair {
  readonly idea: string;
  readonly coach: string;
}

export interface AllotInput {
  readonly ideas: readonly string[];
  readonly coaches: readonly string[];
  /** How well a coach fits an idea, in any range; a pair that is not named has 0. */
  readonly scores: readonly (CoachPair & { readonly score: number })[];
  /** How many more ideas each coach takes; a coach who is not named takes none. */
  readonly capacities: ReadonlyMap<string, number>;
  /** Pairs that may not be. */
  readonly conflicts: readonly CoachPair[];
  /** Pairs chosen by hand: they stay, and count in the capacities. */
  readonly pins: readonly CoachPair[];
}

/**
 * Why an idea got its coach: chosen by hand, nobody else may and can, no coach suits it better, or the coaches who suit it
 * better are needed more by others.
 */
export const ALLOT_REASONS = ["pinned", "only_choice", "best", "shared"] as const;
export type AllotReason = (typeof ALLOT_REASONS)[number];
/** Why an idea got no coach: a conflict with each who has room at all, or all who may are full. */
export const UNPLACED_REASONS = ["conflicts", "full"] as const;
export type UnplacedReason = (typeof UNPLACED_REASONS)[number];

export interface Allotted extends CoachPair {
  readonly score: number;
  readonly reason: AllotReason;
  /** How many coaches who may take this idea and have room at all suit it better. */
  readonly better: number;
}

export interface Allotment {
  readonly pairs: readonly Allotted[];
  readonly unplaced: readonly { readonly idea: string; readonly reason: UnplacedReason }[];
  /** The lowest score among the pairs, pins aside; null without any. */
  readonly floor: number | null;
  /** The sum of all scores; no allotment with as many ideas and this floor has more than `bound`. */
  readonly total: number;
  readonly bound: number;
}

const SECONDS = 60;
/** Stands for no coach: no id begins like this. */
const NOBODY = "\u0000nobody";

/** What the steps share: ideas to place (pins aside), coaches, what is allowed and how it scores. */
interface Round {
  readonly ideas: readonly string[];
  readonly coaches: readonly string[];
  readonly room: Int32Array;
  readonly may: (idea: number, coach: number) => boolean;
  readonly score: (idea: number, coach: number) => number;
}

/**
 * Gives all waiting ideas of a campus a coach at once: as many ideas as capacities and conflicts let, then the worst served
 * as well as can be, then the largest sum. Exact, and the same whatever the order of the input. Refuses with "conflict" (a pin
 * against a conflict, or two pins for one idea) or "coach_full" (more pins than a coach has room for).
 */
export async function allot(input: AllotInput, tools: Pick<Tools, "solve">): Promise<Allotment> {
  const pinOf = pinsOf(input);
  const round = roundOf(input, pinOf);
  const placed = bottleneck(round);
  const chosen = placed.count === 0 ? [] : await largest(round, placed, tools);
  const scores = new Map(input.scores.map((one) => [key(one), one.score]));
  const told = <T extends CoachPair & { readonly score: number }>(pair: T) => ({ ...pair, better: betterThan(input, scores, pair) });
  const pins = [...pinOf].map(([idea, coach]) => ({
    idea,
    coach,
    score: scores.get(key({ idea, coach })) ?? 0,
    reason: "pinned" as const,
  }));
  const pairs: Allotted[] = [...pins.map(told), ...chosen.map((pair) => explained(round, told(pair)))];
  const has = new Set(pairs.map(({ idea }) => idea));
  const total = pairs.reduce((sum, { score }) => sum + score, 0);
  return {
    pairs: pairs.sort((one, other) => (one.idea < other.idea ? -1 : 1)),
    unplaced: round.ideas.flatMap((idea, i) => (has.has(idea) ? [] : [{ idea, reason: whyNot(round, i) }])),
    floor: chosen.length === 0 ? null : Math.min(...chosen.map(({ score }) => score)),
    total,
    bound: total,
  };
}

const key = ({ idea, coach }: CoachPair): string => `${idea}\u0000${coach}`;

function pinsOf({ pins, conflicts, capacities }: AllotInput): Map<string, string> {
  const refused = new Set(conflicts.map(key));
  const pinOf = new Map<string, string>();
  const load = new Map<string, number>();
  for (const pin of pins) {
    const earlier = pinOf.get(pin.idea);
    if (earlier === pin.coach) continue;
    if (earlier !== undefined || refused.has(key(pin))) throw new DomainError("conflict");
    pinOf.set(pin.idea, pin.coach);
    load.set(pin.coach, (load.get(pin.coach) ?? 0) + 1);
  }
  for (const [coach, count] of load) if (count > (capacities.get(coach) ?? 0)) throw new DomainError("coach_full");
  return pinOf;
}

function roundOf({ ideas, coaches, scores, capacities, conflicts }: AllotInput, pinOf: ReadonlyMap<string, string>): Round {
  const refused = new Set(conflicts.map(key));
  const scoreOf = new Map(scores.map((one) => [key(one), one.score]));
  const waiting = ideas.filter((idea) => !pinOf.has(idea)).sort();
  const all = [...coaches].sort();
  const pinned = [...pinOf.values()];
  const room = all.map((coach) => (capacities.get(coach) ?? 0) - pinned.filter((one) => one === coach).length);
  const pairs = waiting.flatMap((idea) => all.map((coach) => key({ idea, coach })));
  const may = Uint8Array.from(pairs, (pair, at) => (refused.has(pair) || (room[at % all.length] ?? 0) <= 0 ? 0 : 1));
  const score = Float64Array.from(pairs, (pair) => scoreOf.get(pair) ?? 0);
  return {
    ideas: waiting,
    coaches: all,
    room: Int32Array.from(room),
    may: (i, j) => may[i * all.length + j] === 1,
    score: (i, j) => score[i * all.length + j] ?? 0,
  };
}

interface Bottleneck {
  readonly count: number;
  readonly floor: number;
}

/** How many ideas can be placed, and the highest score that as many can all have: halving over the scores, a flow each time. */
function bottleneck({ ideas, coaches, room, may, score }: Round): Bottleneck {
  const one = new Int32Array(ideas.length).fill(1);
  const placed = (floor: number): number =>
    fullest(one, room, (i, j) => may(i, j) && score(i, j) >= floor).sent.reduce((sum, sent) => sum + sent, 0);
  const count = placed(-Infinity);
  const heights = [...new Set(ideas.flatMap((_, i) => coaches.flatMap((__, j) => (may(i, j) ? [score(i, j)] : []))))].sort((a, b) => a - b);
  let [low, high] = [0, heights.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (placed(heights[middle] ?? 0) === count) low = middle;
    else high = middle - 1;
  }
  return { count, floor: heights[low] ?? 0 };
}

/** The largest sum with so many ideas placed, each at the floor or above: a linear program in which "nobody" takes the others. */
async function largest(round: Round, { count, floor }: Bottleneck, { solve }: Pick<Tools, "solve">) {
  const { ideas, coaches, room, may, score } = round;
  const nobody = ideas.length - count;
  const cells = ideas.flatMap((idea, i) => coaches.map((coach, j) => ({ item: idea, person: coach, value: score(i, j), open: may(i, j) })));
  const open = ({ value, open: allowed }: (typeof cells)[number]): boolean => allowed && value >= floor;
  const grid = gridOf({
    items: ideas.map((id) => ({ id, wanted: 1 })),
    persons: [...coaches.map((id, j) => ({ id, least: 0, most: Math.max(0, room[j] ?? 0) })), { id: NOBODY, least: nobody, most: nobody }],
    affinities: cells,
    forbidden: [...cells.filter((cell) => !open(cell)), ...(nobody === 0 ? ideas.map((item) => ({ item, person: NOBODY })) : [])],
    fixed: [],
  });
  const best = await bestSum(frameOf(grid), { solve, clock: () => 0 }, SECONDS);
  if (!best) throw new Error(`no allotment was found in ${SECONDS} seconds`);
  const place = new Map(grid.persons.map((id, at) => [id, at]));
  // Ideas and items stand in the same order: that of their ids.
  return cells.flatMap(({ item, person, value }, cell) => {
    const at = Math.floor(cell / coaches.length) * grid.persons.length + (place.get(person) ?? 0);
    return best.choice[at] === 1 ? [{ idea: item, coach: person, score: value }] : [];
  });
}

function betterThan(
  { coaches, capacities, conflicts }: AllotInput,
  scores: ReadonlyMap<string, number>,
  pair: CoachPair & { score: number },
): number {
  const refused = new Set(conflicts.filter(({ idea }) => idea === pair.idea).map(({ coach }) => coach));
  const can = coaches.filter((coach) => (capacities.get(coach) ?? 0) > 0 && !refused.has(coach));
  return can.filter((coach) => (scores.get(key({ idea: pair.idea, coach })) ?? 0) > pair.score).length;
}

function explained<T extends CoachPair & { readonly better: number }>(
  { ideas, coaches, may }: Round,
  pair: T,
): T & { reason: AllotReason } {
  const i = ideas.indexOf(pair.idea);
  const only = coaches.filter((_, j) => may(i, j)).length === 1;
  return { ...pair, reason: only ? "only_choice" : pair.better === 0 ? "best" : "shared" };
}

function whyNot({ coaches, room, may }: Round, i: number): UnplacedReason {
  const somebody = coaches.some((_, j) => may(i, j));
  return somebody || room.every((one) => one <= 0) ? "full" : "conflicts";
}
