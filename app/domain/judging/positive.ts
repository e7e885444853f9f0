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
