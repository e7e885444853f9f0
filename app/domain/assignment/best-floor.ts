import type { BestSum } from "./best-sum";
import { bestAlone, floorCeiling } from "./ceiling";
import { lifted } from "./exchange";
import type { Frame, Solved, Tools } from "./model";
import { append, choiceOf, isWhole, modelOf, narrowed, startOf, sumAt } from "./model";
import type { Choice } from "./problem";
import { stepOf, worthOf } from "./problem";

const SOLVES = 8;
const TURNS = 600;
/** Up to here a solve with a floor ends: 290 entries and 100 jurors in some 16 s. Above, with affinities finer than this, exchanges do it, and nothing is proved. */
const CELLS_FOR_PROOF = 30_000;
const STEPS_FOR_PROOF = 20;
/** Then the sum is sought among so many people an item. */
const KEPT = 12;
const SECONDS_FOR_SUM = 30;
/** Bounds this close (affinities run from 0 to 1) are one. */
const NEAR = 1e-7;

export interface BestFloor {
  readonly choice: Choice;
  readonly floor: number;
  /** No assignment has a higher floor. */
  readonly ceiling: number;
  readonly sum: number;
  /** No assignment with this floor sums to more. */
  readonly bound: number;
  /** The floor and the sum are proved, both. */
  readonly optimal: boolean;
}

/** What is known so far of the floor: reached by a choice, and never above the ceiling. */
interface Search {
  readonly frame: Frame;
  readonly tools: Tools;
  readonly step: number;
  /** When the last solve must be done, on the clock. */
  readonly until: number;
  choice: Choice;
  floor: number;
  ceiling: number;
  /** The sum is proved the largest at every floor from this one up to the choice's. */
  provedFrom: number;
  bound: number;
}

/**
 * The highest floor, then the largest sum with that floor. Begins from the largest sum; halves the gap between
 * what is reached and what is possible, with one solve each time. `seconds` limits it: what is not proved then is said.
 */
export async function bestFloor(frame: Frame, largest: BestSum, tools: Tools, seconds: number): Promise<BestFloor> {
  const { grid, scale } = frame;
  const step = stepOf(grid);
  const until = tools.clock() + seconds * 1_000;
  const from = largest.choice;
  const high = lifted(grid, from);
  const [start, reached] = [worthOf(grid, from), worthOf(grid, high)];
  const better = reached.floor > start.floor;
  const ceiling = Math.min(bestAlone(grid), whole(floorCeiling(frame, TURNS) + NEAR * scale, step));
  const search: Search = {
    frame,
    tools,
    step,
    until,
    choice: better ? high : from,
    floor: better ? reached.floor : start.floor,
    ceiling: Math.max(ceiling, reached.floor, start.floor),
    provedFrom: better ? Infinity : start.floor,
    bound: largest.bound,
  };
  if (isHeavy(frame)) await largerAtFloor(search, largest);
  else {
    await halve(search);
    await largestAtFloor(search);
  }
  const { sum, floor } = worthOf(grid, search.choice);
  const proved = search.provedFrom <= floor + NEAR * scale;
  const bound = proved ? sum : Math.max(sum, search.bound);
  return { choice: search.choice, floor, ceiling: search.ceiling, sum, bound, optimal: proved && !isOpen(search) };
}

/** Tells whether a solve with a floor is too much to ask. */
export function isHeavy({ grid, cells, scale }: Frame): boolean {
  if (cells.length <= CELLS_FOR_PROOF) return false;
  const step = stepOf(grid);
  return step === 0 || scale > STEPS_FOR_PROOF * step;
}

/** The highest multiple of the step that is not above a value; the value itself without a step. */
const whole = (value: number, step: number): number => (step > 0 ? Math.floor(value / step + 1e-6) * step : value);

const isOpen = ({ ceiling, floor, step, frame }: Search): boolean => ceiling - floor > (step > 0 ? step / 2 : NEAR * frame.scale);

/** Halves the gap between floor and ceiling until it is closed, the solves are used up, or the time is. */
async function halve(search: Search): Promise<void> {
  const { step, tools, until } = search;
  let top = search.ceiling;
  for (let solves = 0; solves < SOLVES && isOpen({ ...search, ceiling: top }) && tools.clock() < until; solves += 1) {
    const last = solves === SOLVES - 2 && step === 0;
    if (last) {
      await raise(search);
      return;
    }
    // The ceiling itself first: it is often reached, and then nothing is left to do.
    const target = solves === 0 ? top : step > 0 ? upper(search.floor, top, step) : (search.floor + top) / 2;
    const share = Math.max(1, (until - tools.clock()) / 1_000 / 4);
    const answer = await solveAt(search, target, share);
    if (answer === "infeasible") {
      top = step > 0 ? whole(target - step / 2, step) : target;
      search.ceiling = Math.min(search.ceiling, top);
    } else if (answer === "unknown") top = target;
  }
}

/** The multiple of the step in the middle of a gap, rounded up. */
const upper = (floor: number, top: number, step: number): number => whole(floor, step) + Math.ceil((top - floor) / step / 2 - 1e-6) * step;

/** Looks for the largest sum with a floor, and keeps it when it lifts what was reached. */
async function solveAt(search: Search, floor: number, seconds: number): Promise<"reached" | "infeasible" | "unknown"> {
  const { frame, tools, step } = search;
  const begin = search.floor >= floor ? { start: startOf(frame, search.choice) } : {};
  const gap = step > 0 ? { gap: (0.9 * step) / frame.scale } : {};
  const solved = await tools.solve(modelOf(frame, { floor }), { seconds, ...begin, ...gap });
  if (solved.status === "infeasible") return "infeasible";
  const choice = keep(frame, solved);
  if (!choice) return "unknown";
  const worth = worthOf(frame.grid, choice);
  const now = worthOf(frame.grid, search.choice);
  if (worth.floor < search.floor || (worth.floor === search.floor && worth.sum < now.sum)) return "unknown";
  search.choice = choice;
  search.floor = worth.floor;
  search.ceiling = Math.max(search.ceiling, worth.floor);
  const proved = solved.status === "optimal";
  search.provedFrom = proved ? Math.min(floor, worth.floor) : Infinity;
  search.bound = proved ? worth.sum : Math.min(search.bound, sumAt(frame, solved.bound));
  return "reached";
}

function keep(frame: Frame, { x }: Solved): Choice | null {
  const choice = x && choiceOf(frame, x);
  return choice && isWhole(frame.grid, choice) ? choice : null;
}

/** One solve in which the floor itself is the variable: closes the gap when affinities have no common step. */
async function raise(search: Search): Promise<void> {
  const { frame, tools, until } = search;
  const [from, to] = [search.floor, search.ceiling];
  const seconds = Math.max(1, (until - tools.clock()) / 2_000);
  const begin = append(startOf(frame, search.choice), from / frame.scale);
  const solved = await tools.solve(modelOf(frame, { raise: { from, to } }), { seconds, start: begin });
  if (solved.status === "infeasible") return;
  search.ceiling = Math.max(search.floor, Math.min(search.ceiling, -solved.bound * frame.scale));
  const choice = keep(frame, solved);
  if (!choice) return;
  const { floor } = worthOf(frame.grid, choice);
  if (floor <= search.floor) return;
  search.choice = choice;
  search.floor = floor;
  search.provedFrom = Infinity;
  if (search.ceiling - floor <= 10 * NEAR * frame.scale) search.ceiling = floor;
}

/** Unless it is proved already: the largest sum with the floor that was reached. */
async function largestAtFloor(search: Search): Promise<void> {
  const { tools, until } = search;
  if (search.provedFrom <= search.floor) return;
  await solveAt(search, search.floor, Math.max(2, (until - tools.clock()) / 1_000));
}

/** A larger sum with the floor that was reached, sought among the cells most worth it: quick, and no proof. */
async function largerAtFloor(search: Search, { solved }: BestSum): Promise<void> {
  const { grid, scale } = search.frame;
  if (search.provedFrom <= search.floor) return;
  const price = Float64Array.from(grid.persons, (_, j) => -(solved.rowDual?.[grid.items.length + j] ?? 0) * scale);
  const frame = narrowed(search.frame, search.choice, price, KEPT);
  const start = startOf(frame, search.choice);
  const seconds = Math.max(1, Math.min(SECONDS_FOR_SUM, (search.until - search.tools.clock()) / 2_000));
  const found = keep(
    frame,
    await search.tools.solve(modelOf(frame, { floor: search.floor }), { seconds, start, gap: start.length * 1e-6 }),
  );
  const [now, then] = [worthOf(grid, search.choice), found && worthOf(grid, found)];
  if (found && then && then.floor >= now.floor && then.sum > now.sum) search.choice = found;
}
