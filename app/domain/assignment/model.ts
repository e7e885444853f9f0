import type { Choice, Grid } from "./problem";
import { FIXED, FORBIDDEN, FREE } from "./problem";

/** A linear model to minimise, columns first: cost·x, with bounds on columns and on rows. */
export interface LinearModel {
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Where the entries of each column begin, with the end of the last one; the row and the value of each entry. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
  /** How many columns, from the first, must be whole; none leaves a linear program. */
  readonly whole: number;
}

export interface Solved {
  /** "stopped" by the clock: `x`, if any, is the best found. */
  readonly status: "optimal" | "infeasible" | "stopped";
  readonly x: Float64Array | null;
  /** No solution costs less. */
  readonly bound: number;
  /** What a unit of each column and row would change; only of a linear program. */
  readonly colDual: Float64Array | null;
  readonly rowDual: Float64Array | null;
}

export interface SolveOptions {
  /** Stops after this many seconds. */
  readonly seconds?: number;
  /** A solution to begin from. */
  readonly start?: Float64Array;
  /** Solutions this close to the bound count as optimal. */
  readonly gap?: number;
}

/** Solves a model. Rejects when the solver breaks down. */
export type Solve = (model: LinearModel, options?: SolveOptions) => Promise<Solved>;

/** What the domain needs from outside to find an optimum. The clock is in milliseconds. */
export interface Tools {
  readonly solve: Solve;
  readonly clock: () => number;
}

/** A grid ready for the solver: the cells that may be chosen, with affinities brought to 0..1 by a shift and a scale. */
export interface Frame {
  readonly grid: Grid;
  readonly cells: Int32Array;
  readonly worth: Float64Array;
  readonly shift: number;
  readonly scale: number;
}

/** Prepares a grid for the solver. */
export function frameOf(grid: Grid): Frame {
  const cells = Int32Array.from([...grid.state.keys()].filter((cell) => grid.state[cell] !== FORBIDDEN));
  let [least, most] = [Infinity, -Infinity];
  for (const cell of cells) {
    least = Math.min(least, grid.value[cell] ?? 0);
    most = Math.max(most, grid.value[cell] ?? 0);
  }
  const scale = most > least ? most - least : 1;
  const shift = cells.length > 0 ? least : 0;
  return { grid, cells, shift, scale, worth: Float64Array.from(cells, (cell) => ((grid.value[cell] ?? 0) - shift) / scale) };
}

/**
 * A frame with only the cells worth looking at: those of a choice, and of each item the `kept` with the highest affinity and the
 * `kept` with the highest affinity above the price of the person. What is best there need not be best of all.
 */
export function narrowed(frame: Frame, choice: Choice, price: Float64Array, kept: number): Frame {
  const { grid } = frame;
  const people = grid.persons.length;
  const state = grid.state.map((one, cell) => (choice[cell] === 1 ? one : FORBIDDEN));
  for (const item of grid.items.keys()) {
    const open = [...grid.persons.keys()].filter((j) => grid.state[item * people + j] !== FORBIDDEN);
    const worth = (j: number): number => grid.value[item * people + j] ?? 0;
    const dear = (j: number): number => worth(j) - (price[j] ?? 0);
    const best = open.sort((a, b) => worth(b) - worth(a)).slice(0, kept);
    for (const j of [...best, ...open.sort((a, b) => dear(b) - dear(a)).slice(0, kept)]) {
      state[item * people + j] = grid.state[item * people + j] ?? FREE;
    }
  }
  return frameOf({ ...grid, state });
}

export interface ModelOptions {
  /** Every item's affinities must sum to this at least. */
  readonly floor?: number;
  /** Whole columns; without a floor the linear program is whole by itself. */
  readonly whole?: boolean;
  /** The floor is a variable of its own between these bounds, and the only thing that counts. */
  readonly raise?: { readonly from: number; readonly to: number };
  /** A cost of choosing each cell of the frame, instead of the affinity. */
  readonly cost?: Float64Array;
}

/** The model of an assignment: a row an item, a row a person, and with a floor one more row an item. */
export function modelOf(frame: Frame, { floor, whole = false, raise, cost }: ModelOptions = {}): LinearModel {
  const { grid, cells, worth, scale } = frame;
  const [items, people] = [grid.items.length, grid.persons.length];
  const floored = floor !== undefined || raise !== undefined;
  const extra = raise ? 1 : 0;
  const entries = cells.length * 3 + extra * items;
  const [rows, values] = [new Int32Array(entries), new Float64Array(entries)];
  const starts = new Int32Array(cells.length + extra + 1);
  let at = 0;
  const put = (row: number, value: number): void => {
    rows[at] = row;
    values[at] = value;
    at += 1;
  };
  cells.forEach((cell, col) => {
    const item = Math.floor(cell / people);
    put(item, 1);
    put(items + (cell % people), 1);
    if (floored && worth[col] !== 0) put(items + people + item, worth[col] ?? 0);
    starts[col + 1] = at;
  });
  if (raise) {
    for (let i = 0; i < items; i += 1) put(items + people + i, -1);
    starts[cells.length + 1] = at;
  }
  const lower = Float64Array.from(cells, (cell) => (grid.state[cell] === FIXED ? 1 : 0));
  const upper = new Float64Array(cells.length).fill(1);
  const floors = floored ? Array.from(grid.wanted, (wanted) => ((floor ?? 0) - wanted * frame.shift) / scale) : [];
  return {
    cost: raise ? append(new Float64Array(cells.length), -1) : (cost ?? worth.map((one) => -one)),
    lower: raise ? append(lower, raise.from / scale) : lower,
    upper: raise ? append(upper, raise.to / scale) : upper,
    rowLower: Float64Array.from([...grid.wanted, ...grid.least, ...floors]),
    rowUpper: Float64Array.from([...grid.wanted, ...grid.most, ...floors.map(() => Infinity)]),
    starts,
    rows: rows.slice(0, at),
    values: values.slice(0, at),
    whole: whole || floored ? cells.length : 0,
  };
}

/** The numbers with one more at the end. */
export function append(numbers: Float64Array, last: number): Float64Array {
  const longer = new Float64Array(numbers.length + 1);
  longer.set(numbers);
  longer[numbers.length] = last;
  return longer;
}

/** Reads a solution of a frame's model back as a choice. */
export function choiceOf({ grid, cells }: Frame, x: Float64Array): Choice {
  const choice = new Uint8Array(grid.state.length);
  cells.forEach((cell, col) => {
    if ((x[col] ?? 0) > 0.5) choice[cell] = 1;
  });
  return choice;
}

/** A choice as the solution of a frame's model, to begin from. */
export function startOf({ cells }: Frame, choice: Choice): Float64Array {
  return Float64Array.from(cells, (cell) => choice[cell] ?? 0);
}

/** What all affinities of an assignment sum to when the solver's cost is `cost`. */
export function sumAt({ grid, shift, scale }: Frame, cost: number): number {
  return grid.wanted.reduce((sum, wanted) => sum + wanted, 0) * shift - cost * scale;
}

/** Tells whether a choice gives every item its number, every person a load within bounds, and touches no forbidden or fixed cell. */
export function isWhole(grid: Grid, choice: Choice): boolean {
  const people = grid.persons.length;
  const [given, load] = [new Int32Array(grid.items.length), new Int32Array(people)];
  for (let cell = 0; cell < choice.length; cell += 1) {
    const state = grid.state[cell] ?? FREE;
    if (choice[cell] === 1 ? state === FORBIDDEN : state === FIXED) return false;
    if (choice[cell] !== 1) continue;
    given[Math.floor(cell / people)] = (given[Math.floor(cell / people)] ?? 0) + 1;
    load[cell % people] = (load[cell % people] ?? 0) + 1;
  }
  const within = load.every((count, j) => count >= (grid.least[j] ?? 0) && count <= (grid.most[j] ?? 0));
  return within && given.every((count, i) => count === grid.wanted[i]);
}
