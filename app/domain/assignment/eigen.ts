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
 * Householder's reduction of a symmetric matrix, of which the lower half is read and used up: Qᵀ A Q has only a diagonal and what
 * stands beside it. A vector given along becomes Qᵀ times itself. It goes from the last row up, so that everything read lies together.
 */
export function tridiagonal(a: Float64Array[], along?: Float64Array): { diagonal: number[]; beside: number[] } {
  const n = a.length;
  const beside = new Array<number>(Math.max(0, n - 1)).fill(0);
  const [v, w] = [new Float64Array(n), new Float64Array(n)];
  for (let k = n - 1; k > 0; k -= 1) {
    const row = a[k] as Float64Array;
    let norm = 0;
    for (let i = 0; i < k; i += 1) norm += (row[i] as number) ** 2;
    norm = Math.sqrt(norm);
    const first = row[k - 1] as number;
    const alpha = first > 0 ? -norm : norm;
    beside[k - 1] = alpha;
    for (let i = 0; i < k; i += 1) v[i] = row[i] as number;
    v[k - 1] = first - alpha;
    let length = 0;
    for (let i = 0; i < k; i += 1) length += (v[i] as number) ** 2;
    if (length === 0) continue;
    reflect(a, v, w, length, k);
    if (along) mirror(along, v, length, k);
  }
  return { diagonal: a.map((row, i) => row[i] ?? 0), beside };
}

/** Mirrors the first `size` rows and columns on both sides by v: A − v wᵀ − w vᵀ, below the diagonal and on it. */
function reflect(a: readonly Float64Array[], v: Float64Array, w: Float64Array, length: number, size: number): void {
  w.fill(0, 0, size);
  for (let i = 0; i < size; i += 4) {
    const rows = Math.min(4, size - i);
    if (rows === 4) timesFour(a, v, w, i);
    for (let one = 0; one < rows; one += 1) timesOne(a, v, w, i + one, rows === 4 ? i : 0);
  }
  let along = 0;
  for (let i = 0; i < size; i += 1) {
    w[i] = (2 * (w[i] as number)) / length;
    along += ((v[i] as number) * (w[i] as number)) / length;
  }
  for (let i = 0; i < size; i += 1) w[i] = (w[i] as number) - along * (v[i] as number);
  for (let i = 0; i < size; i += 2) {
    const row = a[i] as Float64Array;
    const one = v[i] as number;
    const other = w[i] as number;
    const next = i + 1 < size ? (a[i + 1] as Float64Array) : row;
    const nextOne = i + 1 < size ? (v[i + 1] as number) : 0;
    const nextOther = i + 1 < size ? (w[i + 1] as number) : 0;
    for (let j = 0; j <= i; j += 1) {
      const here = v[j] as number;
      const there = w[j] as number;
      row[j] = (row[j] as number) - one * there - other * here;
      // Of the last of an odd number nothing more is taken: nextOne and nextOther are 0.
      next[j] = (next[j] as number) - nextOne * there - nextOther * here;
    }
    if (i + 1 < size) next[i + 1] = (next[i + 1] as number) - 2 * nextOne * nextOther;
  }
}

/** Adds what row i of a symmetric matrix gives to w = A v, from column `from` up to the diagonal. */
function timesOne(a: readonly Float64Array[], v: Float64Array, w: Float64Array, i: number, from: number): void {
  const row = a[i] as Float64Array;
  const own = v[i] as number;
  let sum = (row[i] as number) * own;
  for (let j = from; j < i; j += 1) {
    const here = row[j] as number;
    sum += here * (v[j] as number);
    w[j] = (w[j] as number) + here * own;
  }
  w[i] = (w[i] as number) + sum;
}

/** The same for the rows i to i + 3 and the columns before i: four sums that do not wait for each other. */
function timesFour(a: readonly Float64Array[], v: Float64Array, w: Float64Array, i: number): void {
  const one = a[i] as Float64Array;
  const two = a[i + 1] as Float64Array;
  const three = a[i + 2] as Float64Array;
  const four = a[i + 3] as Float64Array;
  const own = v[i] as number;
  const second = v[i + 1] as number;
  const third = v[i + 2] as number;
  const fourth = v[i + 3] as number;
  let p = 0;
  let q = 0;
  let r = 0;
  let s = 0;
  for (let j = 0; j < i; j += 1) {
    const x = v[j] as number;
    const e = one[j] as number;
    const f = two[j] as number;
    const g = three[j] as number;
    const h = four[j] as number;
    p += e * x;
    q += f * x;
    r += g * x;
    s += h * x;
    w[j] = (w[j] as number) + e * own + f * second + g * third + h * fourth;
  }
  w[i] = (w[i] as number) + p;
  w[i + 1] = (w[i + 1] as number) + q;
  w[i + 2] = (w[i + 2] as number) + r;
  w[i + 3] = (w[i + 3] as number) + s;
}

function mirror(x: Float64Array, v: Float64Array, length: number, size: number): void {
  let share = 0;
  for (let i = 0; i < size; i += 1) share += (v[i] as number) * (x[i] as number);
  share = (2 * share) / length;
  for (let i = 0; i < size; i += 1) x[i] = (x[i] as number) - share * (v[i] as number);
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
