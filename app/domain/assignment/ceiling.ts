import type { Frame } from "./model";
import type { Grid } from "./problem";
import { FIXED, FORBIDDEN } from "./problem";

/** The value of each item when it alone could choose: no floor is higher than the least of them, which some assignment of that item has. */
export function bestAlone(grid: Grid): number {
  const people = grid.persons.length;
  const sums = grid.items.map((_, i) => {
    const row = [...grid.persons.keys()].filter((j) => grid.state[i * people + j] !== FORBIDDEN);
    const fixed = row.filter((j) => grid.state[i * people + j] === FIXED);
    const free = row.filter((j) => grid.state[i * people + j] !== FIXED).map((j) => grid.value[i * people + j] ?? 0);
    const best = free.sort((a, b) => b - a).slice(0, Math.max(0, (grid.wanted[i] ?? 0) - fixed.length));
    return [...best, ...fixed.map((j) => grid.value[i * people + j] ?? 0)].reduce((sum, one) => sum + one, 0);
  });
  return sums.length === 0 ? 0 : Math.min(...sums);
}

interface Prices {
  /** How much each item weighs; they average 1. */
  readonly weight: Float64Array;
  /** What a place with each person costs. */
  readonly price: Float64Array;
}

/**
 * No assignment has a higher floor than this. For any weights of the items (that average 1) the floor is at most the weighted mean of
 * their sums, and for any prices of the people that mean is at most what items choose for themselves when they pay. Weights
 * and prices move towards the least such bound, by turns in which every item chooses; each turn's bound holds.
 */
export function floorCeiling({ grid, scale }: Frame, turns: number): number {
  const [items, people] = [grid.items.length, grid.persons.length];
  const prices: Prices = { weight: new Float64Array(items).fill(1), price: new Float64Array(people) };
  let least = Infinity;
  for (let turn = 0; turn < turns && items > 0; turn += 1) {
    const { bound, sums, load } = chosenAt(grid, prices, scale);
    least = Math.min(least, bound);
    const pace = 1 / Math.sqrt(turn + 1);
    const mean = sums.reduce((all, one) => all + one, 0) / items;
    let weights = 0;
    for (let i = 0; i < items; i += 1) {
      const moved = (prices.weight[i] ?? 1) * Math.exp(-pace * Math.max(-3, Math.min(3, (sums[i] ?? 0) - mean)));
      prices.weight[i] = moved;
      weights += moved;
    }
    for (let i = 0; i < items; i += 1) prices.weight[i] = ((prices.weight[i] ?? 1) * items) / weights;
    for (let j = 0; j < people; j += 1) {
      const price = prices.price[j] ?? 0;
      const room = price > 0 ? (grid.most[j] ?? 0) : price < 0 ? (grid.least[j] ?? 0) : between(load[j] ?? 0, grid.least[j], grid.most[j]);
      prices.price[j] = price + (0.5 * pace * ((load[j] ?? 0) - room)) / Math.max(1, grid.most[j] ?? 1);
    }
  }
  return least * scale;
}

const between = (count: number, least = 0, most = 0): number => Math.min(most, Math.max(least, count));

/** Every item takes its fixed people and, of the others, those whose worth is most above their price. */
function chosenAt(grid: Grid, { weight, price }: Prices, scale: number): { bound: number; sums: Float64Array; load: Int32Array } {
  const [items, people] = [grid.items.length, grid.persons.length];
  const sums = new Float64Array(items);
  const load = new Int32Array(people);
  let bound = price.reduce((all, one, j) => all + one * (one > 0 ? (grid.most[j] ?? 0) : (grid.least[j] ?? 0)), 0);
  for (let i = 0; i < items; i += 1) {
    const top: { j: number; net: number }[] = [];
    for (let j = 0; j < people; j += 1) {
      const state = grid.state[i * people + j];
      if (state === FORBIDDEN) continue;
      const net = state === FIXED ? Infinity : ((weight[i] ?? 0) * (grid.value[i * people + j] ?? 0)) / scale - (price[j] ?? 0);
      if (top.length === grid.wanted[i] && net <= (top.at(-1)?.net ?? 0)) continue;
      let at = top.length;
      while (at > 0 && (top[at - 1]?.net ?? 0) < net) at -= 1;
      top.splice(at, 0, { j, net });
      if (top.length > (grid.wanted[i] ?? 0)) top.pop();
    }
    for (const { j } of top) {
      const worth = (grid.value[i * people + j] ?? 0) / scale;
      bound += (weight[i] ?? 0) * worth - (price[j] ?? 0);
      sums[i] = (sums[i] ?? 0) + worth;
      load[j] = (load[j] ?? 0) + 1;
    }
  }
  return { bound: bound / items, sums, load };
}
