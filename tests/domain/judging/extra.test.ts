import { expect, test } from "vitest";
import { designOf } from "~/domain/judging/design";
import { extraJurors } from "~/domain/judging/extra";
import { fit } from "~/domain/judging/fit";
import { judge } from "~/domain/judging/verdict";
import { madeUp } from "#tests/bench/judging/speed";

test("the sheet that is advised lowers the error of the difference exactly as a new fit says, and no other lowers it more", () => {
  const sheets = madeUp(12, 8, 3).map((sheet) => ({ ...sheet, scores: sheet.scores.map((score) => Math.round(score)) }));
  const verdict = judge(sheets, { weights: [1], seed: "1" });
  const [ranking] = verdict.rankings;
  const cuts = extraJurors(verdict, ranking!);
  expect(cuts.length).toBeGreaterThan(0);
  const { lambda, residual } = verdict.fit;
  for (const { above, below, sheets: advised, se } of cuts) {
    // With a score that is exactly what is expected nothing moves but the error; its square is a difference of three entries' errors.
    const errorOf = (more: readonly { entry: string; juror: string }[]): number => {
      const all = [...sheets.map(({ entry, juror }) => ({ entry, juror })), ...more];
      const design = designOf(all);
      const { inverses } = fit(
        design,
        all.map(() => 0),
        lambda,
      );
      const jurors = design.parts[0]!.jurors;
      const panel = (entry: string) =>
        Array.from(
          design.juror.subarray(design.start[design.entries.indexOf(entry)], design.start[design.entries.indexOf(entry) + 1]),
          (j) => jurors.indexOf(j),
        );
      const cov = (a: string, b: string): number => {
        const [one, other] = [panel(a), panel(b)];
        let sum = 0;
        for (const p of one) for (const q of other) sum += inverses[0]![p]![q]!;
        return sum / one.length / other.length + (a === b ? 1 / one.length : 0);
      };
      return Math.sqrt(residual * (cov(above, above) + cov(below, below) - 2 * cov(above, below)));
    };
    expect(se).toBeCloseTo(errorOf([]), 9);
    for (const { entry, juror, se: after } of advised) {
      expect(after).toBeCloseTo(errorOf([{ entry, juror: juror ?? "new" }]), 8);
      expect(after).toBeLessThanOrEqual(se);
    }
    expect(advised.map((one) => one.se)).toEqual(advised.map((one) => one.se).toSorted((a, b) => a - b));
    expect(advised.some(({ juror }) => juror === null)).toBe(true);
  }
});

test("nothing is advised where the order is sure, or where there is one entry", () => {
  const sure = ["a", "b", "c"].flatMap((juror) => [
    { entry: "x", juror, scores: [90] },
    { entry: "y", juror, scores: [juror === "a" ? 11 : 10] },
  ]);
  const of = (list: typeof sure) => {
    const verdict = judge(list, { weights: [1], seed: "1" });
    return verdict.rankings.flatMap((ranking) => extraJurors(verdict, ranking));
  };
  expect(of(sure)).toEqual([]);
  expect(of(sure.slice(0, 1))).toEqual([]);
});
