import type { Design } from "./design";
import { adjustedAt, LAMBDA } from "./fit";
import { firstAbove } from "./sheet";

/**
 * A second opinion that looks at orders only: within each juror, the part of their other entries that an entry beats less
 * the part that beats it, and then the same model, with jurors all but free. What a juror did not see counts for
 * nothing, and beating strong entries counts for more than beating weak ones. Any stretching of a juror's scale gives the same.
 */
export function ordersOnly(design: Design, values: readonly number[]): Float64Array {
  const sheetsOf = design.jurors.map((): number[] => []);
  design.juror.forEach((j, s) => sheetsOf[j]?.push(design.source[s] ?? 0));
  const standing = new Array<number>(values.length).fill(0);
  for (const sheets of sheetsOf) {
    const sorted = sheets.map((s) => values[s] ?? 0).sort((a, b) => a - b);
    for (const s of sheets)
      standing[s] = (firstAbove(sorted, values[s] ?? 0, false) + firstAbove(sorted, values[s] ?? 0, true)) / sorted.length;
  }
  return adjustedAt(design, standing, LAMBDA.least);
}
