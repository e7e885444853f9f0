export interface FlowInput {
  /** Each left side (an entry) takes `need` different right sides (jurors) along its edges. */
  readonly lefts: readonly { readonly need: number; readonly edges: readonly { readonly right: number; readonly cost: number }[] }[];
  /** What each right side carries already. */
  readonly loads: readonly number[];
  /** Cost of the next one for a right side that carries `n`; it must not fall with n. */
  readonly step: (n: number) => number;
}

/**
 * The cheapest way to give every left side its number of right sides, found by shortest augmenting paths: each path adds one
 * unit, and may move earlier ones. Returns the right sides of each left, rising. Assumes that each left has enough edges.
 */
export function cheapestFlow({ lefts, loads, step }: FlowInput): number[][] {
  const taken = lefts.map(() => new Set<number>());
  const carried = [...loads];
  for (const [start, { need }] of lefts.entries()) {
    for (let unit = 0; unit < need; unit += 1) augment({ lefts, taken, carried, step }, start);
  }
  return taken.map((rights) => [...rights].sort((a, b) => a - b));
}

interface State {
  readonly lefts: FlowInput["lefts"];
  readonly taken: readonly Set<number>[];
  readonly carried: number[];
  readonly step: FlowInput["step"];
}

/** Bellman and Ford over the residual graph: from a left to a right by a free edge, back by a taken one. */
function augment({ lefts, taken, carried, step }: State, start: number): void {
  const toLeft = lefts.map((_, i) => (i === start ? 0 : Infinity));
  const toRight = carried.map(() => Infinity);
  const rightFrom = new Map<number, number>();
  const leftFrom = new Map<number, number>();
  for (let again = true; again;) {
    again = false;
    for (const [left, { edges }] of lefts.entries()) {
      const here = toLeft[left] ?? Infinity;
      if (here === Infinity) continue;
      for (const { right, cost } of edges) {
        if (taken[left]?.has(right) || here + cost >= (toRight[right] ?? Infinity)) continue;
        toRight[right] = here + cost;
        rightFrom.set(right, left);
        again = true;
      }
    }
    for (const [left, { edges }] of lefts.entries()) {
      for (const { right, cost } of edges) {
        if (!taken[left]?.has(right) || (toRight[right] ?? Infinity) - cost >= (toLeft[left] ?? Infinity)) continue;
        toLeft[left] = (toRight[right] ?? Infinity) - cost;
        leftFrom.set(left, right);
        again = true;
      }
    }
  }
  const total = (right: number): number => (toRight[right] ?? Infinity) + step(carried[right] ?? 0);
  const end = carried.map((_, right) => right).reduce((best, right) => (total(right) < total(best) ? right : best), 0);
  if (total(end) === Infinity) throw new RangeError("a left side has too few edges");
  carried[end] = (carried[end] ?? 0) + 1;
  for (let right: number | undefined = end; right !== undefined;) {
    const left: number = rightFrom.get(right) ?? start;
    taken[left]?.add(right);
    const freed: number | undefined = left === start ? undefined : leftFrom.get(left);
    if (freed !== undefined) taken[left]?.delete(freed);
    right = freed;
  }
}
