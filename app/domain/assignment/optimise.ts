import type { BestFloor } from "./best-floor";
import { bestFloor, isHeavy } from "./best-floor";
import type { BestSum } from "./best-sum";
import { bestSum, firmestSum } from "./best-sum";
import { chanceOf } from "./chance";
import type { Ties } from "./connect";
import { tiesOf } from "./connect";
import { lifted } from "./exchange";
import type { Blocked } from "./feasible";
import { blockedBy } from "./feasible";
import type { Frame, Tools } from "./model";
import { choiceOf, frameOf, isWhole, modelOf } from "./model";
import type { Affinity, Choice, Problem } from "./problem";
import { gridOf, loadsOf, stepOf, worthOf } from "./problem";
import { firmer, tightened } from "./tighten";

/** What is made as large as can be: the sum of all affinities, or first that of the worst item. */
export const GOALS = ["sum", "floor"] as const;
export type Goal = (typeof GOALS)[number];

export interface Wish {
  readonly goal: Goal;
  /** Decides among equals: the same seed gives the same assignment. */
  readonly seed: string;
  /** Stop looking for proof after this many seconds; 200 when left out. */
  readonly seconds?: number;
}

/** A floor, and the largest sum that goes with it. */
export interface TradeOff {
  readonly floor: number;
  readonly objective: number;
}

export interface Optimum {
  readonly ok: true;
  readonly goal: Goal;
  readonly seed: string;
  /** The pairs with their affinities, by item and person. */
  readonly pairs: readonly Affinity[];
  /** The sum of all affinities, and no assignment (with this floor) has more than `bound`. */
  readonly objective: number;
  readonly bound: number;
  /** The sum of the affinities of the worst item; no assignment has a higher one than `floorBound`, which is sought for the goal "floor" only. */
  readonly floor: number;
  readonly floorBound: number | null;
  /** Both bounds are reached. */
  readonly optimal: boolean;
  readonly loads: readonly { readonly person: string; readonly load: number }[];
  /** How firmly the people are tied together, and the groups that share no item: scores of two groups cannot be compared. */
  readonly lambda2: number;
  readonly groups: readonly (readonly string[])[];
  /** What lower floors would give, when the floor costs more than 2 % of the largest sum; else empty. */
  readonly tradeOffs: readonly TradeOff[];
  readonly seconds: number;
}
export type Outcome = Optimum | { readonly ok: false; readonly blocked: Blocked };

const SECONDS = 200;
/** The largest sum, without which there is nothing, may take this long at least. */
const SECONDS_FOR_SUM = 60;
/** Assignments taken by chance from among the optima. */
const TRIES = 8;
/** With more cells than this a solve with a floor takes seconds, and exchanges alone have to do. */
const CELLS_FOR_CHANCE = 20_000;
const NOISE = 1e-3;
const DEAR = 0.98;
const TRADE_OFFS = 4;

/**
 * Finds the best assignment: every item gets the people it wants, every person a load within bounds, no forbidden pair, every
 * fixed one. Among the best it takes one that ties people together firmly. Says why when there is none. Throws RangeError
 * for a problem that makes no sense (an unknown id, a pair both fixed and forbidden); rejects when the solver breaks down.
 */
export async function optimise(problem: Problem, wish: Wish, tools: Tools): Promise<Outcome> {
  const since = tools.clock();
  const spent = (): number => (tools.clock() - since) / 1_000;
  const grid = gridOf(problem);
  const blocked = blockedBy(grid);
  if (blocked) return { ok: false, blocked };
  const frame = frameOf(grid);
  const limit = wish.seconds ?? SECONDS;
  const largest = await bestSum(frame, tools, Math.max(limit, SECONDS_FOR_SUM));
  if (!largest) throw new Error("no assignment was found in time");
  const left = (): number => Math.max(1, limit - spent());
  const high = wish.goal === "floor" ? await bestFloor(frame, largest, tools, left()) : null;
  const choice = await firmest(frame, largest, high, wish.seed, tools);
  const tradeOffs = high ? await tradeOffsOf(frame, largest, high, tools, left()) : [];
  return { ...told(frame, choice, largest, high), goal: wish.goal, seed: wish.seed, tradeOffs, seconds: spent() };
}

function told(frame: Frame, choice: Choice, largest: BestSum, high: BestFloor | null) {
  const { grid } = frame;
  const people = grid.persons.length;
  const { sum, floor } = worthOf(grid, choice);
  const ties = tiesOf(grid, choice);
  const loads = loadsOf(grid, choice);
  return {
    ok: true as const,
    pairs: [...choice.keys()]
      .filter((cell) => choice[cell] === 1)
      .map((cell) => ({
        item: grid.items[Math.floor(cell / people)] ?? "",
        person: grid.persons[cell % people] ?? "",
        value: grid.value[cell] ?? 0,
      })),
    objective: sum,
    bound: Math.max(sum, high?.bound ?? largest.bound),
    floor,
    floorBound: high && Math.max(floor, high.ceiling),
    optimal: high?.optimal ?? largest.solved.status === "optimal",
    loads: grid.persons.map((person, j) => ({ person, load: loads[j] ?? 0 })),
    lambda2: ties.lambda2,
    groups: ties.groups.map((group) => group.map((j) => grid.persons[j] ?? "")),
  };
}

/** Of the best assignments one that ties people together firmly: taken by chance, then by exchanges. */
async function firmest(frame: Frame, largest: BestSum, high: BestFloor | null, seed: string, tools: Tools): Promise<Choice> {
  const { grid } = frame;
  // One person an item ties nobody together, whatever is chosen.
  if (grid.wanted.every((wanted) => wanted < 2)) return (high ?? largest).choice;
  const taken = high ? await firmestFloor(frame, high, seed, tools) : await firmestSum(frame, largest, tools, seed, TRIES);
  return tightened(grid, taken, high ? high.floor : -Infinity).choice;
}

/** Solves with a little noise, too little to give up the optimum. Only where affinities are steps: without steps optima are alone. */
async function firmestFloor(frame: Frame, high: BestFloor, seed: string, { solve }: Tools): Promise<Choice> {
  const step = stepOf(frame.grid);
  if (!high.optimal || step === 0 || frame.cells.length > CELLS_FOR_CHANCE) return high.choice;
  const places = frame.grid.wanted.reduce((sum, wanted) => sum + wanted, 0);
  const noise = Math.min(NOISE, (0.9 * step) / frame.scale / Math.max(1, places));
  let found: { choice: Choice; ties: Ties } = { choice: high.choice, ties: tiesOf(frame.grid, high.choice) };
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const chance = chanceOf(`${seed} ${attempt}`);
    const model = modelOf(frame, { floor: high.floor, cost: frame.worth.map((one) => -one - noise * chance()) });
    // Any solution whose sum is the optimum will do: how much noise it gathers is no matter.
    const { x } = await solve(model, { gap: noise * places * 0.2, seconds: 10 });
    const choice = x && choiceOf(frame, x);
    if (!choice || !isWhole(frame.grid, choice)) continue;
    const worth = worthOf(frame.grid, choice);
    if (worth.sum < high.sum - step / 2 || worth.floor < high.floor) continue;
    const ties = tiesOf(frame.grid, choice);
    if (firmer(ties, found.ties)) found = { choice, ties };
  }
  return found.choice;
}

/** What floors between that of the largest sum and the highest cost, when the highest is dear. */
async function tradeOffsOf(frame: Frame, largest: BestSum, best: BestFloor, tools: Tools, seconds: number): Promise<TradeOff[]> {
  const { grid } = frame;
  if (best.sum >= largest.sum - (1 - DEAR) * Math.abs(largest.sum)) return [];
  const until = tools.clock() + seconds * 1_000;
  const first = worthOf(grid, largest.choice).floor;
  const found: TradeOff[] = [
    { floor: first, objective: largest.sum },
    { floor: best.floor, objective: best.sum },
  ];
  for (let at = 1; at <= TRADE_OFFS && tools.clock() < until; at += 1) {
    const floor = first + ((best.floor - first) * at) / (TRADE_OFFS + 1);
    const limit = Math.max(1, (until - tools.clock()) / 1_000 / TRADE_OFFS);
    const choice = isHeavy(frame) ? lifted(grid, largest.choice, floor) : await largestAt(frame, floor, tools, limit);
    if (!choice) continue;
    const worth = worthOf(grid, choice);
    found.push({ floor: worth.floor, objective: worth.sum });
  }
  // A point says nothing when another has a floor as high and a sum as large.
  const curve = found.sort((a, b) => b.floor - a.floor || b.objective - a.objective);
  return curve.filter((one, at) => curve.slice(0, at).every(({ objective }) => objective < one.objective)).reverse();
}

async function largestAt(frame: Frame, floor: number, { solve }: Tools, seconds: number): Promise<Choice | null> {
  const { x } = await solve(modelOf(frame, { floor }), { seconds });
  const choice = x && choiceOf(frame, x);
  return choice && isWhole(frame.grid, choice) ? choice : null;
}
