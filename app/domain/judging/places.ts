/** More moves than this an entry, and a crowd stands so close together that sorting as usual is quicker. */
const MOVES = 16;

/** What a placer works in: allotted once, because it is used thousands of times. */
interface Desk {
  /** Where each bucket begins. */
  readonly starts: Int32Array;
  readonly bucket: Int32Array;
  readonly order: Int32Array;
  readonly sorted: Float64Array;
}

/**
 * Makes the function that writes the place of each value, from 0 for the largest; of equal values the first comes first. Values
 * fall into twice as many buckets as there are of them, and what shares a bucket is sorted by hand: that takes as long as there are
 * values, and nothing is allotted on the way.
 */
export function placer(size: number): (values: Float64Array, places: Uint32Array) => void {
  const desk: Desk = {
    starts: new Int32Array(2 * size + 1),
    bucket: new Int32Array(size),
    order: new Int32Array(size),
    sorted: new Float64Array(size),
  };
  return (values, places) => {
    const { starts, bucket, order, sorted } = desk;
    intoBuckets(values, bucket, starts);
    scatter(values, desk);
    if (!settle(order, sorted)) order.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
    for (let place = 0; place < order.length; place += 1) places[order[place] as number] = place;
  };
}

/** The bucket of each value, and where each bucket begins. */
function intoBuckets(values: Float64Array, bucket: Int32Array, starts: Int32Array): void {
  let low = Infinity;
  let high = -Infinity;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const scale = high > low ? (starts.length - 2) / (high - low) : 0;
  starts.fill(0);
  for (let at = 0; at < values.length; at += 1) {
    const own = ((high - (values[at] as number)) * scale) | 0;
    bucket[at] = own;
    starts[own + 1] = (starts[own + 1] as number) + 1;
  }
  let sum = 0;
  for (let own = 0; own < starts.length; own += 1) {
    sum += starts[own] as number;
    starts[own] = sum;
  }
}

/** Writes values bucket by bucket; `starts` is used up. */
function scatter(values: Float64Array, { starts, bucket, order, sorted }: Desk): void {
  for (let at = 0; at < values.length; at += 1) {
    const own = bucket[at] as number;
    const place = starts[own] as number;
    order[place] = at;
    sorted[place] = values[at] as number;
    starts[own] = place + 1;
  }
}

/** Sorts what is nearly in order; gives up, and says so, where it is not. */
function settle(order: Int32Array, sorted: Float64Array): boolean {
  let moves = MOVES * order.length;
  let before = Infinity;
  for (let place = 0; place < order.length; place += 1) {
    const value = sorted[place] as number;
    if (before >= value) {
      before = value;
      continue;
    }
    const own = order[place] as number;
    let to = place;
    do {
      order[to] = order[to - 1] as number;
      sorted[to] = sorted[to - 1] as number;
      to -= 1;
      moves -= 1;
    } while (to > 0 && (sorted[to - 1] as number) < value);
    order[to] = own;
    sorted[to] = value;
    before = sorted[place] as number;
    if (moves < 0) return false;
  }
  return true;
}
