import { panelOf } from "./design";
import type { Fit } from "./fit";
import { factorOf, solve } from "./positive";

/**
 * Makes the function that tells the adjusted scores of the entries of a part, by place in the design, when the sheets of one of its jurors
 * are left out, at the same λ. An entry nobody else judged has NaN. Nothing is fitted anew: leaving sheets S out is giving each the
 * score it is then expected to have, t_S − δ with P_SS δ = (P t)_S, where P t is what neither entries nor jurors explain.
 */
export function leavingOut(fit: Fit, values: readonly number[], part: number): (juror: number) => Float64Array {
  const { design, inverses, adjusted, effect } = fit;
  const { jurors, entries } = design.parts[part] ?? { jurors: [], entries: [] };
  const inverse = inverses[part] ?? [];
  const place = new Int32Array(design.jurors.length);
  jurors.forEach((j, at) => (place[j] = at));
  const sheetsOf = jurors.map((): Own[] => []);
  const alone = new Map<number, number>();
  for (const i of entries) {
    const from = design.start[i] ?? 0;
    const panel = panelOf(design, i).map((j) => place[j] ?? 0);
    if (panel.length === 1) alone.set(i, panel[0] ?? 0);
    else panel.forEach((at, s) => sheetsOf[at]?.push({ i, panel, score: values[design.source[from + s] ?? 0] ?? 0 }));
  }
  /** What the jurors of an entry share, in the mean, with each juror. */
  const leans = new Map<number, Float64Array>();
  const leanOf = ({ i, panel }: Own): Float64Array => {
    const lean = leans.get(i) ?? meanOf(inverse, panel);
    leans.set(i, lean);
    return lean;
  };
  return (juror) => {
    const out = place[juror] ?? 0;
    const own = sheetsOf[out] ?? [];
    const lean = own.map(leanOf);
    const shared = inverse[out] ?? new Float64Array(jurors.length);
    const more = own.map(({ i, score }) => score - (adjusted[i] ?? 0) - (effect[juror] ?? 0));
    const lessBy = own.length === 0 ? new Float64Array(0) : solve(factorOf(leftOver(own, lean, shared, out)), Float64Array.from(more));
    const moved = shared.map((one) => -one * lessBy.reduce((sum, by) => sum + by, 0));
    lean.forEach((row, a) => addTimes(moved, row, lessBy[a] ?? 0));
    const left = new Float64Array(design.entries.length).fill(NaN);
    for (const i of entries) {
      if (alone.get(i) === out) continue;
      const panel = panelOf(design, i);
      let sum = 0;
      for (const j of panel) sum += moved[place[j] as number] as number;
      left[i] = (adjusted[i] ?? 0) - sum / panel.length;
    }
    own.forEach(({ i, panel }, a) => (left[i] = (left[i] ?? 0) - (lessBy[a] ?? 0) / panel.length));
    return left;
  };
}

/** A sheet of a juror on an entry that others judged too: the entry, the places of its jurors, the score. */
interface Own {
  readonly i: number;
  readonly panel: Int32Array;
  readonly score: number;
}

/** P_SS of the sheets of one juror, below the diagonal and on it. */
function leftOver(own: readonly Own[], lean: readonly Float64Array[], shared: Float64Array, out: number): Float64Array[] {
  return own.map(({ panel }, a) => {
    const row = new Float64Array(own.length);
    const here = (lean[a] as Float64Array)[out] ?? 0;
    for (let b = 0; b <= a; b += 1) {
      const other = lean[b] as Float64Array;
      let cross = 0;
      for (const at of panel) cross += other[at] as number;
      row[b] = here + (other[out] ?? 0) - (shared[out] ?? 0) - cross / panel.length;
    }
    row[a] = (row[a] ?? 0) + 1 - 1 / panel.length;
    return row;
  });
}

function meanOf(rows: readonly Float64Array[], places: Int32Array): Float64Array {
  const mean = new Float64Array(rows.length);
  for (const at of places) addTimes(mean, rows[at] ?? mean, 1 / places.length);
  return mean;
}

function addTimes(sum: Float64Array, row: Float64Array, times: number): void {
  for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] as number) + times * (row[at] as number);
}
