import fc from "#tests/support/fast-check";
import type { Sheet } from "~/domain/judging/sheet";
import type { Standing, Verdict, Wish } from "~/domain/judging/verdict";
import { judge } from "~/domain/judging/verdict";

export const verdictOf = (sheets: readonly Sheet[], wish: Partial<Wish> = {}): Verdict =>
  judge(sheets, { weights: [1], seed: "1", ...wish });

/** Everything a verdict says of each entry. */
export const standingsOf = (verdict: Verdict): Map<string, Standing & { part: number }> =>
  new Map(verdict.rankings.flatMap(({ part, standings }) => standings.map((one) => [one.entry, { ...one, part }])));

/** Sheets of some entries and jurors, whoever saw what; scores are whole numbers from 0 to 10, so that there are equals. */
export const someSheets: fc.Arbitrary<Sheet[]> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 10 })), {
    minLength: 1,
    maxLength: 40,
  })
  .map((rows) => [...new Map(rows.map(([entry, juror, score]) => [`${entry} ${juror}`, { entry, juror, score }])).values()])
  .map((rows) => rows.map(({ entry, juror, score }) => ({ entry: `e${entry}`, juror: `j${juror}`, scores: [score] })));

/** Every number anywhere in a value. */
export function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (ArrayBuffer.isView(value)) return [...(value as Float64Array)];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
