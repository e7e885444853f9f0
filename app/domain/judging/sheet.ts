/** A complete sheet: what a juror gives an entry, for each criterion in the order of the weights. */
export interface Sheet {
  readonly entry: string;
  readonly juror: string;
  readonly scores: readonly number[];
}

/** The weighted mean of scores; with weights that are all 0, the plain mean, and 0 of nothing. */
export function weightedMean(scores: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return scores.reduce((sum, score, c) => sum + score * (weights[c] ?? 0), 0) / total;
}

/** The middle value, or the mean of the two in the middle. Throws RangeError of nothing. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new RangeError("the median of nothing");
  return (low + high) / 2;
}

/** How many of the sorted values lie below one, or below and at it. */
export function firstAbove(sorted: ArrayLike<number>, value: number, equalToo: boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const here = sorted[middle] ?? 0;
    if (here < value || (equalToo && here === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
