import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { designOf } from "~/domain/judging/design";
import { fit } from "~/domain/judging/fit";

const FILE = resolve("../shared/data/judging/aggregation-designs-dev.json");
interface Case {
  readonly group: string;
  readonly rows: readonly (readonly [number, number, number])[];
  readonly ref: {
    readonly lambda_: number;
    readonly sigma2: number;
    readonly theta: readonly number[];
    readonly se: readonly number[];
    readonly juror: readonly number[];
  };
}
const cases = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as Case[]) : [];

describe.skipIf(cases.length === 0 && process.env.CI !== "true")("fits of another program", () => {
  test("are there", () => expect(cases.length).toBe(12));

  test.each(cases.map((one, at) => [`${at} ${one.group}`, one] as const))("%s", (_, { rows, ref }) => {
    const name = (at: number): string => String(at).padStart(3, "0");
    const design = designOf(rows.map(([entry, juror]) => ({ entry: name(entry), juror: name(juror) })));
    const values = rows.map(([, , score]) => score);
    const off = (own: Float64Array, theirs: readonly number[]): number =>
      Math.max(...theirs.map((one, at) => Math.abs(one - (own[at] ?? NaN))));
    const given = fit(design, values, ref.lambda_);
    expect(off(given.adjusted, ref.theta)).toBeLessThan(1e-6);
    expect(off(given.se, ref.se)).toBeLessThan(1e-6);
    expect(off(given.effect, ref.juror)).toBeLessThan(1e-6);
    expect(given.residual).toBeCloseTo(ref.sigma2, 9);
    const own = fit(design, values);
    expect(off(own.adjusted, ref.theta)).toBeLessThan(1e-4);
    expect(off(own.se, ref.se)).toBeLessThan(1e-4);
    expect(off(own.effect, ref.juror)).toBeLessThan(1e-4);
    expect(Math.log(own.lambda / ref.lambda_)).toBeCloseTo(0, 4);
  });
});
