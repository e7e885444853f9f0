/** The lower triangle L of A = L Lᵀ (Cholesky), for a positive definite matrix. */
export function factorOf(matrix: readonly Float64Array[]): Float64Array[] {
  const factor: Float64Array[] = [];
  matrix.forEach((row, i) => {
    const own = new Float64Array(i + 1);
    for (let j = 0; j < i; j += 1) {
      const other = factor[j] ?? own;
      own[j] = ((row[j] ?? 0) - dot(own, other, j)) / (other[j] ?? 1);
    }
    own[i] = Math.sqrt(Math.max((row[i] ?? 0) - dot(own, own, i), Number.MIN_VALUE));
    factor.push(own);
  });
  return factor;
}

function dot(a: Float64Array, b: Float64Array, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k += 1) sum += (a[k] ?? 0) * (b[k] ?? 0);
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

/** Solves Lᵀ x = z in place for many z, four at a time (their number is a multiple of four); the same numbers to the last bit as `solveBack`. */
export function solveColumns(columns: readonly Float64Array[], lists: readonly Float64Array[]): void {
  const n = columns.length;
  for (let four = 0; four + 3 < lists.length; four += 4) {
    const [a, b, c, d] = lists.slice(four, four + 4) as [Float64Array, Float64Array, Float64Array, Float64Array];
    for (let j = n - 1; j >= 0; j -= 1) {
      const column = columns[j] as Float64Array;
      let [p, q, r, s] = [a[j] as number, b[j] as number, c[j] as number, d[j] as number];
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
  }
}

/** Solves L Lᵀ x = right. */
export function solve(factor: readonly Float64Array[], right: Float64Array): Float64Array {
  const x = Float64Array.from(right);
  factor.forEach((row, i) => (x[i] = ((x[i] ?? 0) - dot(row, x, i)) / (row[i] ?? 1)));
  solveBack(factor, x);
  return x;
}

/** The inverse of L Lᵀ. */
export function inverseOf(factor: readonly Float64Array[]): Float64Array[] {
  const n = factor.length;
  return factor.map((_, at) => {
    const x = new Float64Array(n);
    for (let i = at; i < n; i += 1) {
      const row = factor[i];
      if (row) x[i] = ((i === at ? 1 : 0) - dot(row, x, i)) / (row[i] ?? 1);
    }
    solveBack(factor, x);
    return x;
  });
}
