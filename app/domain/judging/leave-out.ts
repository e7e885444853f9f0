import type { Design } from "./design";
import { panelOf, tieMatrix } from "./design";
import type { Fit } from "./fit";
import { factorOf, solve } from "./positive";

/**
 * Makes the function that tells the adjusted scores of the entries of a part, by place in the design, when the sheets of one of its jurors
 * are left out, at the same λ. An entry nobody else judged has NaN. Of the matrix only what that juror touched is made anew.
 */
export function leavingOut({ design, lambda }: Fit, values: readonly number[], part: number): (juror: number) => Float64Array {
  const { jurors, entries } = design.parts[part] ?? { jurors: [], entries: [] };
  const ties = tieMatrix(design, jurors, entries, lambda);
  const place = new Map(jurors.map((j, at) => [j, at]));
  const value = (s: number): number => values[design.source[s] ?? 0] ?? 0;
  const means = new Float64Array(design.entries.length).fill(NaN);
  const more = new Float64Array(jurors.length);
  for (const i of entries) note(i, null);
  return (juror) => {
    const out = place.get(juror) ?? 0;
    const matrix = ties.map((row) => Float64Array.from(row));
    const parts = { matrix, own: Float64Array.from(more), mean: Float64Array.from(means) };
    const { own, mean } = parts;
    for (const i of entries) if (panelOf(design, i).includes(juror)) retie(i, juror, parts);
    // Nothing ties the juror who is left out to anybody, so that nothing is learnt of them.
    matrix.forEach((row, at) => (row[out] = at === out ? 1 : 0));
    matrix[out]?.fill(0).fill(1, out, out + 1);
    own[out] = 0;
    const effect = solve(factorOf(matrix), centred(own, out));
    for (const i of entries) {
      const [from, until] = [design.start[i] ?? 0, design.start[i + 1] ?? 0];
      let [sum, count] = [0, 0];
      for (let s = from; s < until; s += 1) {
        const j = design.juror[s] ?? 0;
        if (j === juror) continue;
        sum += effect[place.get(j) ?? 0] ?? 0;
        count += 1;
      }
      mean[i] = count === 0 ? NaN : (mean[i] ?? 0) - sum / count;
    }
    return mean;
  };

  /** The mean of an entry, and what its jurors give more. */
  function note(i: number, without: number | null, own: Float64Array = more, mean: Float64Array = means, sign = 1): void {
    const sheets = sheetsBut(design, i, without);
    const average = sheets.reduce((sum, s) => sum + value(s), 0) / sheets.length;
    if (sign > 0) mean[i] = average;
    for (const s of sheets) {
      const at = place.get(design.juror[s] ?? 0) ?? 0;
      own[at] = (own[at] ?? 0) + sign * (value(s) - average);
    }
  }

  function retie(i: number, juror: number, { matrix, own, mean }: { matrix: Float64Array[]; own: Float64Array; mean: Float64Array }): void {
    note(i, null, own, mean, -1);
    note(i, juror, own, mean);
    const panel = [...panelOf(design, i)].filter((j) => j !== juror).map((j) => place.get(j) ?? 0);
    const change = 1 / (panel.length + 1) - 1 / panel.length;
    for (const one of panel) {
      const row = matrix[one];
      if (row) for (const other of panel) row[other] = (row[other] ?? 0) + change;
    }
  }
}

function sheetsBut({ start, juror }: Design, i: number, without: number | null): number[] {
  const sheets: number[] = [];
  for (let s = start[i] ?? 0; s < (start[i + 1] ?? 0); s += 1) if (juror[s] !== without) sheets.push(s);
  return sheets;
}

/** The sum of what jurors give more is 0 but for rounding, which a small λ would blow up. */
function centred(own: Float64Array, out: number): Float64Array {
  const lean = own.reduce((sum, one) => sum + one, 0) / Math.max(1, own.length - 1);
  return own.map((one, at) => (at === out ? 0 : one - lean));
}
