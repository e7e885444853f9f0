import type { Ties } from "./connect";
import { standOf, tiesOf } from "./connect";
import type { Choice, Grid } from "./problem";
import { FREE, itemSums, loadsOf } from "./problem";

/** A round looks at every exchange: the more cells there are, the fewer rounds. */
const ROUNDS = 40;
const CELLS_IN_ALL = 800_000;
/** Exchanges tried in earnest each round, the most promising ones. */
const TRIED = 6;

/** Tells whether a first measure is better: fewer groups, then tied more firmly. */
export function firmer(one: Ties, than: Ties): boolean {
  if (one.groups.length !== than.groups.length) return one.groups.length < than.groups.length;
  return one.lambda2 > than.lambda2 + 1e-9;
}

/**
 * Ties the people of a choice together more firmly by exchanges that cost nothing: two items trade a person, or one item takes
 * another person, with the same sum, loads within bounds and no item below `floor`. Fixed cells stay. The same in gives the same out.
 */
export function tightened(grid: Grid, choice: Choice, floor: number): { choice: Choice; ties: Ties } {
  let best = { choice, ties: tiesOf(grid, choice) };
  if (grid.wanted.every((wanted) => wanted < 2)) return best;
  const rounds = Math.min(ROUNDS, Math.ceil(CELLS_IN_ALL / Math.max(1, choice.length)));
  for (let round = 0; round < rounds; round += 1) {
    const tried = exchanges(grid, best.choice, standOf(grid, best.choice, best.ties), floor)
      .map((cells) => {
        const next = Uint8Array.from(best.choice);
        for (const cell of cells) next[cell] = 1 - (next[cell] ?? 0);
        return { choice: next, ties: tiesOf(grid, next) };
      })
      .reduce((a, b) => (firmer(b.ties, a.ties) ? b : a), best);
    if (tried === best) break;
    best = tried;
  }
  return best;
}

/** A person of an item replaced by another: what it changes in sum and, along the weakest line, in ties. */
interface Move {
  readonly item: number;
  readonly from: number;
  readonly to: number;
  readonly worth: number;
  readonly gain: number;
}

/** The cells to turn over in the most promising exchanges, best first. */
function exchanges(grid: Grid, choice: Choice, stand: Float64Array, floor: number): number[][] {
  const people = grid.persons.length;
  const loads = loadsOf(grid, choice);
  const slack = 1e-12 * grid.value.reduce((most, one) => Math.max(most, Math.abs(one)), 1);
  const cells = ({ item, from, to }: Move): number[] => [item * people + from, item * people + to];
  const kept: { gain: number; cells: number[] }[] = [];
  const offer = (gain: number, made: () => number[]): void => {
    if (gain <= 1e-9 || (kept.length === TRIED && gain <= (kept[TRIED - 1]?.gain ?? 0))) return;
    kept.push({ gain, cells: made() });
    kept.sort((a, b) => b.gain - a.gain);
    kept.length = Math.min(kept.length, TRIED);
  };
  const byRoute = new Map<number, Move[]>();
  for (const move of moves(grid, choice, stand, floor)) {
    const free = (loads[move.from] ?? 0) > (grid.least[move.from] ?? 0) && (loads[move.to] ?? 0) < (grid.most[move.to] ?? 0);
    if (free && Math.abs(move.worth) <= slack) offer(move.gain, () => cells(move));
    for (const back of byRoute.get(move.to * people + move.from) ?? []) {
      if (back.item !== move.item && Math.abs(back.worth + move.worth) <= slack) {
        offer(move.gain + back.gain, () => [...cells(move), ...cells(back)]);
      }
    }
    const route = move.from * people + move.to;
    const same = byRoute.get(route);
    if (same) same.push(move);
    else byRoute.set(route, [move]);
  }
  return kept.map((one) => one.cells);
}

function* moves(grid: Grid, choice: Choice, stand: Float64Array, floor: number): Generator<Move> {
  const people = grid.persons.length;
  const sums = itemSums(grid, choice);
  for (const item of grid.items.keys()) {
    const row = item * people;
    const own = [...grid.persons.keys()].filter((j) => choice[row + j] === 1);
    const middle = own.reduce((sum, j) => sum + (stand[j] ?? 0), 0);
    for (const from of own) {
      if (grid.state[row + from] !== FREE) continue;
      for (let to = 0; to < people; to += 1) {
        if (choice[row + to] === 1 || grid.state[row + to] !== FREE) continue;
        const worth = (grid.value[row + to] ?? 0) - (grid.value[row + from] ?? 0);
        if ((sums[item] ?? 0) + worth < floor) continue;
        const [a, b] = [stand[from] ?? 0, stand[to] ?? 0];
        const gain = b * b - a * a - ((middle - a + b) ** 2 - middle ** 2) / own.length;
        yield { item, from, to, worth, gain };
      }
    }
  }
}
