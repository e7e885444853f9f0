/** A vector of unit length with few features: their numbers in rising order, and the weight of each. */
export interface Sparse {
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
  /** How long it was before it was brought to length 1. */
  readonly length: number;
}

export const NOTHING: Sparse = { ids: new Uint32Array(), weights: new Float32Array(), length: 0 };

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** The number of a feature: FNV-1a over its UTF-16 units, so that no table of everybody's words is kept. */
export function featureId(feature: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < feature.length; at += 1) hash = Math.imul(hash ^ feature.charCodeAt(at), FNV_PRIME);
  return hash >>> 0;
}

/** Features with their weights as a vector of length 1; an empty one stays empty. */
export function sparse(features: ReadonlyMap<string, number>): Sparse {
  const byId = new Map<number, number>();
  for (const [feature, weight] of features) {
    const id = featureId(feature);
    byId.set(id, (byId.get(id) ?? 0) + weight);
  }
  const ids = Uint32Array.from(byId.keys()).sort();
  let squares = 0;
  for (const weight of byId.values()) squares += weight * weight;
  const length = Math.sqrt(squares) || 1;
  return { ids, weights: Float32Array.from(ids, (id) => (byId.get(id) ?? 0) / length), length };
}

/** The inner product of two vectors: for those of length 1 the cosine of the angle between them. */
export function dot(a: Sparse, b: Sparse): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length;) {
    const [left, right] = [a.ids[i] as number, b.ids[j] as number];
    if (left === right) sum += (a.weights[i] as number) * (b.weights[j] as number);
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return sum;
}
