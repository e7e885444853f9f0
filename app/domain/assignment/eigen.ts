/** The second smallest eigenvalue of a symmetric matrix: Householder to three diagonals, then Sturm's count and halving. */
export function secondSmallest(matrix: readonly Float64Array[]): number {
  const { diagonal, beside } = tridiagonal(matrix.map((row) => Float64Array.from(row)));
  const below = (value: number): number => {
    let count = 0;
    let pivot = 1;
    diagonal.forEach((here, at) => {
      const next = at === 0 ? 0 : (beside[at - 1] ?? 0);
      pivot = here - value - (next * next) / (pivot === 0 ? 1e-300 : pivot);
      if (pivot < 0) count += 1;
    });
    return count;
  };
  const reach = diagonal.map((here, at) => Math.abs(here) + Math.abs(beside[at] ?? 0) + Math.abs(beside[at - 1] ?? 0));
  let [low, high] = [-1, Math.max(...reach) + 1];
  for (let halving = 0; halving < 80; halving += 1) {
    const middle = (low + high) / 2;
    if (below(middle) >= 2) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/**
 * Householder's reduction of a symmetric matrix, which is used up: Qᵀ A Q has only a diagonal and what stands beside it. A vector
 * given along becomes Qᵀ times itself.
 */
export function tridiagonal(a: Float64Array[], along?: Float64Array): { diagonal: number[]; beside: number[] } {
  const n = a.length;
  const cell = (i: number, j: number): number => a[i]?.[j] ?? 0;
  const beside: number[] = [];
  for (let k = 0; k + 1 < n; k += 1) {
    let norm = 0;
    for (let i = k + 1; i < n; i += 1) norm += cell(i, k) ** 2;
    norm = Math.sqrt(norm);
    const first = cell(k + 1, k);
    const alpha = first > 0 ? -norm : norm;
    beside.push(alpha);
    const v = new Float64Array(n);
    for (let i = k + 1; i < n; i += 1) v[i] = cell(i, k);
    v[k + 1] = first - alpha;
    const length = v.reduce((sum, one) => sum + one * one, 0);
    if (length === 0) continue;
    reflect(a, v, length, k + 1);
    if (along) mirror(along, v, length);
  }
  return { diagonal: a.map((row, i) => row[i] ?? 0), beside };
}

/** Mirrors the block from `from` on both sides by v: A − v wᵀ − w vᵀ. */
function reflect(a: Float64Array[], v: Float64Array, length: number, from: number): void {
  const n = a.length;
  const p = new Float64Array(n);
  let along = 0;
  for (let i = from; i < n; i += 1) {
    const row = a[i] ?? p;
    let sum = 0;
    for (let j = from; j < n; j += 1) sum += (row[j] ?? 0) * (v[j] ?? 0);
    p[i] = (2 * sum) / length;
    along += ((v[i] ?? 0) * (p[i] ?? 0)) / length;
  }
  for (let i = from; i < n; i += 1) p[i] = (p[i] ?? 0) - along * (v[i] ?? 0);
  for (let i = from; i < n; i += 1) {
    const row = a[i];
    if (!row) continue;
    for (let j = from; j < n; j += 1) row[j] = (row[j] ?? 0) - (v[i] ?? 0) * (p[j] ?? 0) - (p[i] ?? 0) * (v[j] ?? 0);
  }
}

function mirror(x: Float64Array, v: Float64Array, length: number): void {
  const share = (2 * v.reduce((sum, one, i) => sum + one * (x[i] ?? 0), 0)) / length;
  v.forEach((one, i) => (x[i] = (x[i] ?? 0) - share * one));
}

/** The vector that belongs to an eigenvalue of a symmetric matrix, of length 1: inverse iteration beside the eigenvalue. */
export function vectorAt(matrix: readonly Float64Array[], eigenvalue: number): Float64Array {
  const n = matrix.length;
  const beside = eigenvalue * (1 + 1e-7) + 1e-9;
  const a = matrix.map((row, i) => Float64Array.from(row, (one, j) => (i === j ? one - beside : one)));
  const order = eliminate(a);
  // Nothing special about these numbers, except that no eigenvector is likely to stand at right angles to them.
  let vector = Float64Array.from({ length: n }, (_, i) => Math.sin(i * 12.9898 + 1));
  for (let round = 0; round < 4; round += 1) {
    vector = solveIn(a, order, vector);
    const mean = vector.reduce((sum, one) => sum + one, 0) / n;
    vector = vector.map((one) => one - mean);
    const length = Math.sqrt(vector.reduce((sum, one) => sum + one * one, 0)) || 1;
    vector = vector.map((one) => one / length);
  }
  return vector;
}

/** Gauss with row exchanges, in place: factors below the diagonal. Returns the order of the rows. */
function eliminate(a: Float64Array[]): Int32Array {
  const n = a.length;
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let k = 0; k < n; k += 1) {
    let pivot = k;
    for (let i = k + 1; i < n; i += 1) if (Math.abs(a[i]?.[k] ?? 0) > Math.abs(a[pivot]?.[k] ?? 0)) pivot = i;
    const [top, here] = [a[pivot], a[k]];
    if (!top || !here) continue;
    [a[k], a[pivot]] = [top, here];
    [order[k], order[pivot]] = [order[pivot] ?? 0, order[k] ?? 0];
    if (top[k] === 0) top[k] = 1e-12;
    for (let i = k + 1; i < n; i += 1) subtract(a[i], top, k);
  }
  return order;
}

function subtract(row: Float64Array | undefined, top: Float64Array, k: number): void {
  if (!row) return;
  const factor = (row[k] ?? 0) / (top[k] ?? 1);
  row[k] = factor;
  for (let j = k + 1; j < row.length; j += 1) row[j] = (row[j] ?? 0) - factor * (top[j] ?? 0);
}

function solveIn(a: readonly Float64Array[], order: Int32Array, right: Float64Array): Float64Array<ArrayBuffer> {
  const n = a.length;
  const x = Float64Array.from(order, (place) => right[place] ?? 0);
  for (let i = 0; i < n; i += 1) for (let j = 0; j < i; j += 1) x[i] = (x[i] ?? 0) - (a[i]?.[j] ?? 0) * (x[j] ?? 0);
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let j = i + 1; j < n; j += 1) x[i] = (x[i] ?? 0) - (a[i]?.[j] ?? 0) * (x[j] ?? 0);
    x[i] = (x[i] ?? 0) / (a[i]?.[i] ?? 1);
  }
  return x;
}
