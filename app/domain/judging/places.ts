/** More moves than this an entry, and a crowd stands so close together that sorting as usual is quicker. */
const MOVES = 16;

/**
 * Makes the function that writes the place of each value, from 0 for the largest; of equal values the first comes first. Values
 * fall into as many buckets as there are of them, and what shares a bucket is sorted by hand: that takes as long as there are values,
 * and nothing is allotted on the way.
 */
export function placer(size: number): (values: Float64Array, places: Uint16Array) => void {
  const buckets = size;
  const starts = new Int32Array(buckets + 1);
  const bucket = new Int32Array(size);
  const order = new Int32Array(size);
  const sorted = new Float64Array(size);
  return (values, places) => {
    let [low, high] = [Infinity, -Infinity];
    for (let at = 0; at < size; at += 1) {
      const value = values[at] as number;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    const scale = high > low ? (buckets - 1) / (high - low) : 0;
    starts.fill(0);
    for (let at = 0; at < size; at += 1) {
      const own = ((high - (values[at] as number)) * scale) | 0;
      bucket[at] = own;
      starts[own + 1] = (starts[own + 1] as number) + 1;
    }
    for (let own = 1; own < buckets; own += 1) starts[own] = (starts[own] as number) + (starts[own - 1] as number);
    for (let at = 0; at < size; at += 1) {
      const own = bucket[at] as number;
      const place = starts[own] as number;
      order[place] = at;
      sorted[place] = values[at] as number;
      starts[own] = place + 1;
    }
    if (!settle(order, sorted)) order.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
    for (let place = 0; place < size; place += 1) places[order[place] as number] = place;
  };
}

/** Sorts what is nearly in order; gives up, and says so, where it is not. */
function settle(order: Int32Array, sorted: Float64Array): boolean {
  let moves = MOVES * order.length;
  for (let place = 1; place < order.length; place += 1) {
    const value = sorted[place] as number;
    let to = place;
    if ((sorted[to - 1] as number) >= value) continue;
    const own = order[place] as number;
    while (to > 0 && (sorted[to - 1] as number) < value) {
      order[to] = order[to - 1] as number;
      sorted[to] = sorted[to - 1] as number;
      to -= 1;
      moves -= 1;
    }
    order[to] = own;
    sorted[to] = value;
    if (moves < 0) return false;
  }
  return true;
}
