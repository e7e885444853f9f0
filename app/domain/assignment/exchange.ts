import type { Choice, Grid } from "./problem";
import { FREE } from "./problem";

/** A choice with what exchanges need to know of it; exchanges change it in place. */
interface Standing {
  readonly choice: Choice;
  /** The sum of the affinities of each item, the load of each person, and whose items they are. */
  readonly sums: Float64Array;
  readonly load: Int32Array;
  readonly given: number[][];
}
interface Change {
  readonly item: number;
  readonly from: number;
  readonly to: number;
}

function standingOf(grid: Grid, choice: Choice): Standing {
  const people = grid.persons.length;
  const standing: Standing = {
    choice: Uint8Array.from(choice),
    sums: new Float64Array(grid.items.length),
    load: new Int32Array(people),
    given: grid.persons.map(() => []),
  };
  choice.forEach((chosen, cell) => {
    if (chosen !== 1) return;
    const [i, j] = [Math.floor(cell / people), cell % people];
    standing.sums[i] = (standing.sums[i] ?? 0) + (grid.value[cell] ?? 0);
    standing.load[j] = (standing.load[j] ?? 0) + 1;
    standing.given[j]?.push(i);
  });
  return standing;
}

function apply(grid: Grid, { choice, sums, load, given }: Standing, changes: readonly Change[]): void {
  const people = grid.persons.length;
  for (const { item, from, to } of changes) {
    choice[item * people + from] = 0;
    choice[item * people + to] = 1;
    sums[item] = (sums[item] ?? 0) + (grid.value[item * people + to] ?? 0) - (grid.value[item * people + from] ?? 0);
    load[from] = (load[from] ?? 0) - 1;
    load[to] = (load[to] ?? 0) + 1;
    given[from] = (given[from] ?? []).filter((one) => one !== item);
    given[to]?.push(item);
  }
}

/** How good an exchange is, by what it adds to an item and to the other one it trades with (none: null). Only what is above 0 is done. */
type Merit = (item: number, added: number, other: number | null, otherAdded: number) => number;

/** The best exchange for an item: it takes another person who has room, or trades one with another item. Fixed and forbidden cells stay. */
function bestExchange(grid: Grid, { choice, load, given }: Standing, item: number, merit: Merit): Change[] | null {
  const people = grid.persons.length;
  const at = (i: number, j: number): number => grid.value[i * people + j] ?? 0;
  const free = (i: number, j: number): boolean => grid.state[i * people + j] === FREE;
  let [most, best] = [0, null as Change[] | null];
  for (let from = 0; from < people; from += 1) {
    if (choice[item * people + from] !== 1 || !free(item, from)) continue;
    for (let to = 0; to < people; to += 1) {
      if (choice[item * people + to] === 1 || !free(item, to)) continue;
      const added = at(item, to) - at(item, from);
      if ((load[to] ?? 0) < (grid.most[to] ?? 0) && (load[from] ?? 0) > (grid.least[from] ?? 0)) {
        const worth = merit(item, added, null, 0);
        if (worth > most) [most, best] = [worth, [{ item, from, to }]];
      }
      for (const other of given[to] ?? []) {
        if (choice[other * people + from] === 1 || !free(other, from) || !free(other, to)) continue;
        const worth = merit(item, added, other, at(other, from) - at(other, to));
        if (worth <= most) continue;
        most = worth;
        best = [
          { item, from, to },
          { item: other, from: to, to: from },
        ];
      }
    }
  }
  return best;
}

const DUST = 1e-12;
const LIFTS = 20_000;

/** Lifts the worst item, and the worst again, up to a goal, as long as no item that pays for it ends lower than it stood. */
function lift(grid: Grid, standing: Standing, goal: number): void {
  const { sums } = standing;
  for (let done = 0; done < LIFTS; done += 1) {
    const worst = sums.reduce((at, one, i) => (one < (sums[at] ?? Infinity) ? i : at), 0);
    const here = sums[worst] ?? 0;
    if (here >= goal) return;
    const dust = DUST * Math.max(1, Math.abs(here));
    const merit: Merit = (item, added, other, otherAdded) =>
      Math.min((sums[item] ?? 0) + added, other === null ? Infinity : (sums[other] ?? 0) + otherAdded) - here - dust;
    const exchange = bestExchange(grid, standing, worst, merit);
    if (!exchange) return;
    apply(grid, standing, exchange);
  }
}

/** Raises the sum of all by exchanges that leave no item below a floor, item by item. Tells whether it did. */
function enrich(grid: Grid, standing: Standing, floor: number): boolean {
  const { sums } = standing;
  const dust = DUST * sums.reduce((sum, one) => Math.max(sum, Math.abs(one)), 1);
  const above = (item: number, added: number): boolean => added >= 0 || (sums[item] ?? 0) + added >= floor;
  const merit: Merit = (item, added, other, otherAdded) =>
    above(item, added) && (other === null || above(other, otherAdded)) ? added + otherAdded - dust : 0;
  let done = false;
  for (const item of grid.items.keys()) {
    const exchange = bestExchange(grid, standing, item, merit);
    if (!exchange) continue;
    apply(grid, standing, exchange);
    done = true;
  }
  return done;
}

const SWEEPS = 12;
const TURNS = 12;

/**
 * A choice with a high floor, and a large sum for it, found by exchanges from another choice: by turns the worst are lifted and the others
 * enriched, until lifting stops or the floor is at the goal. Quick, near the best, and nothing is proved. Fixed cells stay, loads stay within bounds.
 */
export function lifted(grid: Grid, choice: Choice, goal = Infinity): Choice {
  const standing = standingOf(grid, choice);
  if (grid.items.length === 0) return standing.choice;
  const floorNow = (): number => standing.sums.reduce((least, one) => Math.min(least, one));
  for (let turn = 0; turn < TURNS; turn += 1) {
    const before = floorNow();
    lift(grid, standing, goal);
    const floor = Math.min(goal, floorNow());
    for (let sweep = 0; sweep < SWEEPS && enrich(grid, standing, floor); sweep += 1);
    if (floor >= goal || (turn > 0 && floor <= before)) break;
  }
  return standing.choice;
}
