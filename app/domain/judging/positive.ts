/** The lower triangle L of A = L Lᵀ (Cholesky), for a positive definite matrix of which the lower half is read. */
export function factorOf(matrix: readonly Float64Array[]): Float64Array[] {
  const factor = matrix.map((row, i) => row.slice(0, i + 1));
  for (let i = 0; i < factor.length; i += 2) {
    const own = factor[i] as Float64Array;
    const next = factor[i + 1];
    // Four columns of two rows at a time: eight sums that do not wait for each other.
    let j = 0;
    if (next) for (; j + 3 < i; j += 4) fourOff(own, next, factor, j);
    finish(own, factor, i, j);
    if (next) finish(next, factor, i + 1, j);
  }
  return factor;
}

/** Row i of L from column j on, what stands before it being known. */
function finish(own: Float64Array, factor: readonly Float64Array[], i: number, from: number): void {
  for (let j = from; j < i; j += 1) {
    const other = factor[j] as Float64Array;
    own[j] = ((own[j] as number) - dot(own, other, j)) / (other[j] as number);
  }
  own[i] = Math.sqrt(Math.max((own[i] as number) - dot(own, own, i), Number.MIN_VALUE));
}

/** Columns j to j + 3 of two rows of A become those of L. */
function fourOff(own: Float64Array, next: Float64Array, factor: readonly Float64Array[], j: number): void {
  const a = factor[j] as Float64Array;
  const b = factor[j + 1] as Float64Array;
  const c = factor[j + 2] as Float64Array;
  const d = factor[j + 3] as Float64Array;
  let p = own[j] as number;
  let q = own[j + 1] as number;
  let r = own[j + 2] as number;
  let s = own[j + 3] as number;
  let t = next[j] as number;
  let u = next[j + 1] as number;
  let v = next[j + 2] as number;
  let w = next[j + 3] as number;
  for (let k = 0; k < j; k += 1) {
    const x = own[k] as number;
    const y = next[k] as number;
    const e = a[k] as number;
    const f = b[k] as number;
    const g = c[k] as number;
    const h = d[k] as number;
    p -= x * e;
    q -= x * f;
    r -= x * g;
    s -= x * h;
    t -= y * e;
    u -= y * f;
    v -= y * g;
    w -= y * h;
  }
  own[j] = p;
  own[j + 1] = q;
  own[j + 2] = r;
  own[j + 3] = s;
  next[j] = t;
  next[j + 1] = u;
  next[j + 2] = v;
  next[j + 3] = w;
  corner(own, factor, j);
  corner(next, factor, j);
}

/** What columns j to j + 3 of a row still owe each other. */
function corner(own: Float64Array, factor: readonly Float64Array[], j: number): void {
  for (let at = j; at < j + 4; at += 1) {
    const other = factor[at] as Float64Array;
    let sum = own[at] as number;
    for (let k = j; k < at; k += 1) sum -= (own[k] as number) * (other[k] as number);
    own[at] = sum / (other[at] as number);
  }
}

function dot(a: Float64Array, b: Float64Array, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k += 1) sum += (a[k] as number) * (b[k] as number);
  return sum;
}

/** Solves Lᵀ x = z in place. */
export function solveBack(factor: readonly Float64Array[], z: Float64Array): void {
  for (let i = factor.length - 1; i >= 0; i -= 1) {
    const row = factor[i];
    if (!row) continue;
    const x = (z[i] ?? 0) / (row[i] ?? 1);
    z[i] = x;
    for (let j = 0; j < i; j += 1) z[j] = (z[j] ?? 0) - (row[j] ?? 0) * x;
  }
}

/** The columns of L below the diagonal, each from its last row up, then what stands on the diagonal: as `solveColumns` reads them. */
export function columnsOf(factor: readonly Float64Array[]): Float64Array[] {
  const n = factor.length;
  return factor.map((row, j) => {
    const column = new Float64Array(n - j);
    for (let i = n - 1; i > j; i -= 1) column[n - 1 - i] = factor[i]?.[j] ?? 0;
    column[n - 1 - j] = row[j] ?? 1;
    return column;
  });
}

type Four = [Float64Array, Float64Array, Float64Array, Float64Array];
const foursOf = (lists: readonly Float64Array[]): Four[] =>
  Array.from({ length: lists.length >> 2 }, (_, four) => lists.slice(4 * four, 4 * four + 4) as Four);

/**
 * Solves Lᵀ x = z in place for many z, four at a time (their number is a multiple of four); the same numbers to the last bit as
 * `solveBack`. What lies before place `least` is not asked for and left undone.
 */
export function solveColumns(columns: readonly Float64Array[], lists: readonly Float64Array[], least = 0): void {
  const fours = foursOf(lists);
  // A few columns for all lists: what is read of the matrix is still near for the next four.
  for (let top = columns.length - 1; top >= least; top -= NEAR) {
    const end = Math.max(least, top - NEAR + 1);
    for (const four of fours) {
      let j = top;
      for (; j > end; j -= 2) backTwo(columns, four, j);
      if (j === end) backOne(columns, four, j);
    }
  }
}

const NEAR = 16;

/** One column from four lists; what stands below is known already. */
function backOne(columns: readonly Float64Array[], [a, b, c, d]: Four, j: number): void {
  const n = columns.length;
  const column = columns[j] as Float64Array;
  let p = a[j] as number;
  let q = b[j] as number;
  let r = c[j] as number;
  let s = d[j] as number;
  for (let k = 0, i = n - 1; i > j; k += 1, i -= 1) {
    const l = column[k] as number;
    p -= l * (a[i] as number);
    q -= l * (b[i] as number);
    r -= l * (c[i] as number);
    s -= l * (d[i] as number);
  }
  const pivot = column[n - 1 - j] as number;
  a[j] = p / pivot;
  b[j] = q / pivot;
  c[j] = r / pivot;
  d[j] = s / pivot;
}

/** Columns j and j − 1 from four lists in one go: each number read serves twice. */
function backTwo(columns: readonly Float64Array[], [a, b, c, d]: Four, j: number): void {
  const n = columns.length;
  const [column, before] = [columns[j] as Float64Array, columns[j - 1] as Float64Array];
  let p = a[j] as number;
  let q = b[j] as number;
  let r = c[j] as number;
  let s = d[j] as number;
  let t = a[j - 1] as number;
  let u = b[j - 1] as number;
  let v = c[j - 1] as number;
  let w = d[j - 1] as number;
  for (let k = 0, i = n - 1; i > j; k += 1, i -= 1) {
    const l = column[k] as number;
    const m = before[k] as number;
    const e = a[i] as number;
    const f = b[i] as number;
    const g = c[i] as number;
    const h = d[i] as number;
    p -= l * e;
    t -= m * e;
    q -= l * f;
    u -= m * f;
    r -= l * g;
    v -= m * g;
    s -= l * h;
    w -= m * h;
  }
  const pivot = column[n - 1 - j] as number;
  const link = before[n - 1 - j] as number;
  const next = before[n - j] as number;
  p = p / pivot;
  q = q / pivot;
  r = r / pivot;
  s = s / pivot;
  a[j] = p;
  b[j] = q;
  c[j] = r;
  d[j] = s;
  a[j - 1] = (t - link * p) / next;
  b[j - 1] = (u - link * q) / next;
  c[j - 1] = (v - link * r) / next;
  d[j - 1] = (w - link * s) / next;
}

/** Solves L Lᵀ x = right. */
export function solve(factor: readonly Float64Array[], right: Float64Array): Float64Array {
  const x = Float64Array.from(right);
  factor.forEach((row, i) => (x[i] = ((x[i] ?? 0) - dot(row, x, i)) / (row[i] ?? 1)));
  solveBack(factor, x);
  return x;
}

/** The inverse of L Lᵀ: some columns at a time, and of each only what stands on the diagonal and below it. */
export function inverseOf(factor: readonly Float64Array[]): Float64Array[] {
  const n = factor.length;
  const columns = columnsOf(factor);
  const inverse = factor.map(() => new Float64Array(n));
  const lists = Array.from({ length: 2 * NEAR }, () => new Float64Array(n));
  for (let at = 0; at < n; at += lists.length) {
    lists.forEach((list, one) => {
      list.fill(0, at);
      if (at + one < n) list[at + one] = 1;
    });
    forward(factor, lists, at);
    solveColumns(columns, lists, at);
    for (let i = at; i < n; i += 1) {
      const row = inverse[i] as Float64Array;
      for (let one = 0; one < lists.length && at + one <= i; one += 1) row[at + one] = (lists[one] as Float64Array)[i] as number;
    }
  }
  for (let i = 0; i < n; i += 1) {
    const row = inverse[i] as Float64Array;
    for (let j = 0; j < i; j += 1) (inverse[j] as Float64Array)[i] = row[j] as number;
  }
  return inverse;
}

/** Solves L x = z in place for lists (a multiple of four) that have nothing before place `from`. */
function forward(factor: readonly Float64Array[], lists: readonly Float64Array[], from: number): void {
  const fours = foursOf(lists);
  const n = factor.length;
  for (let top = from; top < n; top += NEAR) {
    const end = Math.min(n, top + NEAR);
    for (const four of fours) {
      let i = top;
      for (; i + 1 < end; i += 2) forwardTwo(factor, four, i, from);
      if (i < end) forwardOne(factor, four, i, from);
    }
  }
}

function forwardOne(factor: readonly Float64Array[], four: Four, i: number, from: number): void {
  const row = factor[i] as Float64Array;
  for (const list of four) {
    let sum = list[i] as number;
    for (let k = from; k < i; k += 1) sum -= (row[k] as number) * (list[k] as number);
    list[i] = sum / (row[i] as number);
  }
}

/** Rows i and i + 1 from four lists in one go. */
function forwardTwo(factor: readonly Float64Array[], [a, b, c, d]: Four, i: number, from: number): void {
  const row = factor[i] as Float64Array;
  const next = factor[i + 1] as Float64Array;
  let p = a[i] as number;
  let q = b[i] as number;
  let r = c[i] as number;
  let s = d[i] as number;
  let t = a[i + 1] as number;
  let u = b[i + 1] as number;
  let v = c[i + 1] as number;
  let w = d[i + 1] as number;
  for (let k = from; k < i; k += 1) {
    const l = row[k] as number;
    const m = next[k] as number;
    const e = a[k] as number;
    const f = b[k] as number;
    const g = c[k] as number;
    const h = d[k] as number;
    p -= l * e;
    t -= m * e;
    q -= l * f;
    u -= m * f;
    r -= l * g;
    v -= m * g;
    s -= l * h;
    w -= m * h;
  }
  const pivot = row[i] as number;
  const link = next[i] as number;
  const other = next[i + 1] as number;
  p /= pivot;
  q /= pivot;
  r /= pivot;
  s /= pivot;
  a[i] = p;
  b[i] = q;
  c[i] = r;
  d[i] = s;
  a[i + 1] = (t - link * p) / other;
  b[i + 1] = (u - link * q) / other;
  c[i + 1] = (v - link * r) / other;
  d[i + 1] = (w - link * s) / other;
}
