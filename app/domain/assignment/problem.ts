/** Something that needs people: an entry that needs jurors, an idea that needs a coach. */
export interface Item {
  readonly id: string;
  /** How many different people it needs. */
  readonly wanted: number;
}

/** Somebody who is given items: at least `least` and at most `most`. */
export interface Person {
  readonly id: string;
  readonly least: number;
  readonly most: number;
}

export interface Pair {
  readonly item: string;
  readonly person: string;
}

/** How well a pair fits, in any range; a pair that is not named has 0. */
export interface Affinity extends Pair {
  readonly value: number;
}

export interface Problem {
  readonly items: readonly Item[];
  readonly persons: readonly Person[];
  readonly affinities: readonly Affinity[];
  /** Pairs that may never meet. */
  readonly forbidden: readonly Pair[];
  /** Pairs that stay whatever comes: work that has begun, or that somebody chose by hand. */
  readonly fixed: readonly Pair[];
}

export const FREE = 0;
export const FORBIDDEN = 1;
export const FIXED = 2;

/**
 * A problem as tables. Items and persons stand in the order of their ids, so that the order of the input never matters.
 * A cell is a pair: item × number of persons + person.
 */
export interface Grid {
  readonly items: readonly string[];
  readonly persons: readonly string[];
  readonly wanted: Int32Array;
  readonly least: Int32Array;
  readonly most: Int32Array;
  readonly value: Float64Array;
  readonly state: Uint8Array;
}

/** Which cells are chosen: 1 or 0. */
export type Choice = Uint8Array;

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function places(ids: readonly string[], kind: string): Map<string, number> {
  const at = new Map(ids.map((id, place) => [id, place]));
  if (at.size !== ids.length) throw new RangeError(`two ${kind} have one id`);
  return at;
}

/** Lays a problem out as tables. Throws RangeError for an id that is double or unknown and for numbers that are none. */
export function gridOf(problem: Problem): Grid {
  const items = [...problem.items].sort(byId);
  const persons = [...problem.persons].sort(byId);
  const itemAt = places(
    items.map(({ id }) => id),
    "items",
  );
  const personAt = places(
    persons.map(({ id }) => id),
    "persons",
  );
  const cellOf = ({ item, person }: Pair): number => {
    const i = itemAt.get(item);
    const j = personAt.get(person);
    if (i === undefined || j === undefined) throw new RangeError(`the pair ${item}, ${person} is of nobody`);
    return i * persons.length + j;
  };
  const value = new Float64Array(items.length * persons.length);
  const state = new Uint8Array(value.length);
  for (const one of problem.affinities) {
    if (!Number.isFinite(one.value)) throw new RangeError(`the affinity of ${one.item}, ${one.person} is not a number`);
    value[cellOf(one)] = one.value;
  }
  for (const pair of problem.fixed) state[cellOf(pair)] = FIXED;
  const counts = [...items.map(({ wanted }) => wanted), ...persons.flatMap(({ least, most }) => [least, most])];
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0)) throw new RangeError("a count is not a whole number");
  const clash = problem.forbidden.find((pair) => state[cellOf(pair)] === FIXED);
  if (clash) throw new RangeError(`the pair ${clash.item}, ${clash.person} is both fixed and forbidden`);
  for (const pair of problem.forbidden) state[cellOf(pair)] = FORBIDDEN;
  return {
    items: items.map(({ id }) => id),
    persons: persons.map(({ id }) => id),
    wanted: Int32Array.from(items, ({ wanted }) => wanted),
    least: Int32Array.from(persons, ({ least }) => least),
    most: Int32Array.from(persons, ({ most }) => most),
    value,
    state,
  };
}

/** The sum of the affinities of a choice for each item. */
export function itemSums(grid: Grid, choice: Choice): Float64Array {
  const people = grid.persons.length;
  return Float64Array.from(grid.items, (_, i) => {
    let sum = 0;
    for (let j = 0; j < people; j += 1) if (choice[i * people + j] === 1) sum += grid.value[i * people + j] ?? 0;
    return sum;
  });
}

/** The sum of the affinities of a choice, and that of its worst item (0 when there are no items). */
export function worthOf(grid: Grid, choice: Choice): { sum: number; floor: number } {
  const sums = itemSums(grid, choice);
  return { sum: sums.reduce((all, one) => all + one, 0), floor: sums.length === 0 ? 0 : sums.reduce((a, b) => Math.min(a, b)) };
}

/** How many items each person has. */
export function loadsOf(grid: Grid, choice: Choice): Int32Array {
  const loads = new Int32Array(grid.persons.length);
  choice.forEach((chosen, cell) => {
    if (chosen === 1) loads[cell % loads.length] = (loads[cell % loads.length] ?? 0) + 1;
  });
  return loads;
}

/**
 * The step that every affinity is a whole number of (0.25 for quarters), or 0 when there is none worth the name.
 * Sums of affinities then are whole numbers of it too, which tells when a bound is sharp.
 */
export function stepOf(grid: Grid): number {
  const distinct = new Set<number>();
  for (let cell = 0; cell < grid.value.length; cell += 1) {
    if (grid.state[cell] !== FORBIDDEN) distinct.add(Math.abs(grid.value[cell] ?? 0));
    if (distinct.size > 2_000) return 0;
  }
  const top = Math.max(0, ...distinct);
  let step = 0;
  for (const one of distinct) {
    let [a, b] = [step, one];
    while (b > top * 1e-9) [a, b] = [b, Math.abs(a - Math.round(a / b) * b)];
    step = a;
  }
  return step > top * 1e-4 && [...distinct].every((one) => Math.abs(one / step - Math.round(one / step)) < 1e-6) ? step : 0;
}
