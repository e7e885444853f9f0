/** Pairs of which the best may be taken: each of `n` people in at most `degree` pairs, at most `limit` pairs in all. */
export interface Pairing {
  readonly n: number;
  /** n × n, symmetric. */
  readonly weight: Float64Array;
  /** n × n, symmetric: 1 where the pair is allowed. */
  readonly may: Uint8Array;
  readonly degree: number;
  readonly limit: number;
}

/** Prices that prove a bound: any prices of 0 or more do, these make it the least. */
export interface Prices {
  readonly bound: number;
  /** What a place of each person is worth. */
  readonly person: Float64Array;
  /** What any pair costs, because their number is limited. */
  readonly pair: number;
}

/** Above this many people the prices are taken from each one's best partners: proven all the same, and weaker. */
const EXACT_PEOPLE_MAX = 400;

/**
 * An upper bound on the sum of the pairs taken, from the dual of the linear programme
 * max Σ w x, Σ_j x_ij ≤ degree, Σ x ≤ limit, 0 ≤ x ≤ 1. That programme is a transport from the people to themselves
 * at half weight, solved by cheapest augmenting paths; the bound is then summed anew from the prices alone, so that it
 * holds whatever rounding did to them.
 */
export function priceOf(pairing: Pairing): Prices {
  const { n } = pairing;
  if (n > EXACT_PEOPLE_MAX) return pricedBy(pairing, nthBest(pairing), 0);
  const transport = new Transport(pairing);
  transport.run();
  const person = new Float64Array(n);
  for (let i = 0; i < n; i += 1) person[i] = (transport.leftPrice(i) + transport.rightPrice(i)) / 2;
  return pricedBy(pairing, person, transport.pairPrice());
}

/** Half of each one's weight with the first partner that no longer fits. */
function nthBest({ n, weight, may, degree }: Pairing): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => {
    const row = [...weight.subarray(i * n, i * n + n)].filter((_one, j) => may[i * n + j] === 1).sort((a, b) => b - a);
    return Math.max(0, (row[degree] ?? 0) / 2);
  });
}

function pricedBy({ n, weight, may, degree, limit }: Pairing, person: Float64Array, pair: number): Prices {
  let bound = pair * limit;
  for (let i = 0; i < n; i += 1) {
    const own = person[i] ?? 0;
    bound += own * degree;
    for (let j = i + 1; j < n; j += 1) {
      const at = i * n + j;
      if (may[at] === 1) bound += Math.max(0, (weight[at] ?? 0) - own - (person[j] ?? 0) - pair);
    }
  }
  return { bound, person, pair };
}

/** The transport from people (left) to people (right), each pair of them at most once in each direction. */
class Transport {
  private readonly n: number;
  private readonly cost: Float64Array;
  private readonly used: Uint8Array;
  private readonly room: Int32Array;
  /** Of left 0..n-1, right n..2n-1 and the sink. */
  private readonly potential: Float64Array;
  private readonly distance: Float64Array;
  private readonly from: Int32Array;
  private readonly done: Uint8Array;

  constructor(private readonly pairing: Pairing) {
    const { n, weight, may, degree } = pairing;
    this.n = n;
    this.cost = Float64Array.from(weight, (one, at) => (may[at] === 1 ? -one : Infinity));
    this.used = new Uint8Array(n * n);
    this.room = new Int32Array(2 * n).fill(degree);
    this.potential = new Float64Array(2 * n + 1);
    this.distance = new Float64Array(2 * n + 1);
    this.from = new Int32Array(2 * n + 1);
    this.done = new Uint8Array(2 * n + 1);
    let least = 0;
    for (let j = 0; j < n; j += 1) {
      let low = 0;
      for (let i = 0; i < n; i += 1) low = Math.min(low, this.cost[i * n + j] ?? 0);
      this.potential[n + j] = low;
      least = Math.min(least, low);
    }
    this.potential[2 * n] = least;
  }

  leftPrice(i: number): number {
    return Math.max(0, this.potential[i] ?? 0);
  }
  rightPrice(j: number): number {
    return Math.max(0, Math.min(0, this.potential[2 * this.n] ?? 0) - (this.potential[this.n + j] ?? 0));
  }
  pairPrice(): number {
    return Math.max(0, -(this.potential[2 * this.n] ?? 0));
  }

  /** Sends one unit after the other along the cheapest path, as long as that gains something. */
  run(): void {
    const sink = 2 * this.n;
    for (let flow = 0; flow < 2 * this.pairing.limit; flow += 1) {
      if (!this.reach() || (this.potential[sink] ?? 0) >= 0) return;
      let node = this.from[sink] ?? -1;
      this.room[node] = (this.room[node] ?? 0) - 1;
      while (node >= 0) {
        const before = this.from[node] ?? -1;
        if (node >= this.n) this.used[before * this.n + node - this.n] = 1;
        else if (before >= 0) this.used[node * this.n + before - this.n] = 0;
        else this.room[node] = (this.room[node] ?? 0) - 1;
        node = before;
      }
    }
  }

  /** Renews the potentials by Dijkstra over reduced costs; false when the sink cannot be reached. */
  private reach(): boolean {
    const { n, potential, distance } = this;
    const sink = 2 * n;
    const last = this.spread();
    const reached = (distance[sink] ?? Infinity) < Infinity;
    // Nothing leads to what is not reached, so its potential may rise: here until another pair is worth nothing.
    const end = reached ? last : Math.max(last, -(potential[sink] ?? 0));
    for (let one = 0; one <= sink; one += 1) potential[one] = (potential[one] ?? 0) + Math.min(distance[one] ?? Infinity, end);
    return reached;
  }

  // A distance never falls below the last final one, whatever rounding did, so that paths stay free of circles.
  /** The distances from people with room, up to the sink's; returns the last one that is final. */
  private spread(): number {
    const { n, potential, distance, done, from, room } = this;
    const sink = 2 * n;
    distance.fill(Infinity);
    done.fill(0);
    for (let i = 0; i < n; i += 1) {
      from[i] = -1;
      if ((room[i] ?? 0) > 0) distance[i] = Math.max(0, -(potential[i] ?? 0));
    }
    let last = 0;
    for (;;) {
      let node = -1;
      let least = Infinity;
      for (let one = 0; one <= sink; one += 1) {
        const far = distance[one] ?? Infinity;
        if (done[one] === 0 && far < least) {
          least = far;
          node = one;
        }
      }
      if (node < 0) return last;
      last = least;
      if (node === sink) return last;
      done[node] = 1;
      if (node < n) this.relaxLeft(node, least);
      else this.relaxRight(node, least);
    }
  }

  private relaxLeft(i: number, far: number): void {
    const { n, potential, distance, from, cost, used } = this;
    const base = far + (potential[i] ?? 0);
    for (let j = 0; j < n; j += 1) {
      if (used[i * n + j] === 1) continue;
      const next = Math.max(far, base + (cost[i * n + j] ?? Infinity) - (potential[n + j] ?? 0));
      if (next < (distance[n + j] ?? 0)) {
        distance[n + j] = next;
        from[n + j] = i;
      }
    }
  }

  private relaxRight(node: number, far: number): void {
    const { n, potential, distance, from, cost, used, room } = this;
    const j = node - n;
    const base = far + (potential[node] ?? 0);
    for (let i = 0; i < n; i += 1) {
      if (used[i * n + j] === 0) continue;
      const next = Math.max(far, base - (cost[i * n + j] ?? 0) - (potential[i] ?? 0));
      if (next < (distance[i] ?? 0)) {
        distance[i] = next;
        from[i] = node;
      }
    }
    const next = Math.max(far, base - (potential[2 * n] ?? 0));
    if ((room[node] ?? 0) > 0 && next < (distance[2 * n] ?? 0)) {
      distance[2 * n] = next;
      from[2 * n] = node;
    }
  }
}
