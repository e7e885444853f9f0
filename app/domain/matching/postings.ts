import type { Sparse } from "./sparse";

/** Vectors by feature: which of them have it, and how much. Made once for many questions. */
export interface Postings {
  readonly count: number;
  /** Place of each feature in `starts`. */
  readonly slots: ReadonlyMap<number, number>;
  /** Where the entries of a feature begin; those of the next end them. */
  readonly starts: Uint32Array;
  readonly owners: Uint32Array;
  readonly weights: Float32Array;
}

/** Turns vectors round: two passes over their features. */
export function postingsOf(vectors: readonly Sparse[]): Postings {
  const slots = new Map<number, number>();
  const sizes: number[] = [];
  for (const { ids } of vectors) {
    for (const id of ids) {
      const slot = slots.get(id) ?? slots.size;
      slots.set(id, slot);
      sizes[slot] = (sizes[slot] ?? 0) + 1;
    }
  }
  const starts = new Uint32Array(sizes.length + 1);
  sizes.forEach((size, slot) => (starts[slot + 1] = (starts[slot] as number) + size));
  const next = starts.slice();
  const owners = new Uint32Array(starts[sizes.length] as number);
  const weights = new Float32Array(owners.length);
  vectors.forEach((vector, owner) => {
    vector.ids.forEach((id, at) => {
      const slot = slots.get(id) as number;
      const place = next[slot] as number;
      owners[place] = owner;
      weights[place] = vector.weights[at] as number;
      next[slot] = place + 1;
    });
  });
  return { count: vectors.length, slots, starts, owners, weights };
}

/** The inner products of a vector with all of them: what `dot` says of each, by touching only the features it has. `sums` are zeros to write them in. */
export function dots(postings: Postings, vector: Sparse, sums = new Float64Array(postings.count)): Float64Array {
  const { slots, starts, owners, weights } = postings;
  for (let at = 0; at < vector.ids.length; at += 1) {
    const slot = slots.get(vector.ids[at] as number);
    if (slot === undefined) continue;
    const weight = vector.weights[at] as number;
    const end = starts[slot + 1] as number;
    for (let place = starts[slot] as number; place < end; place += 1) {
      const owner = owners[place] as number;
      sums[owner] = (sums[owner] as number) + weight * (weights[place] as number);
    }
  }
  return sums;
}
