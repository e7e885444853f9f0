import fc from "#tests/support/fast-check";
import { expect, test } from "vitest";
import { designOf } from "~/domain/judging/design";
import { fit } from "~/domain/judging/fit";
import { leavingOut } from "~/domain/judging/leave-out";
import { normals } from "~/domain/judging/normals";
import { placer } from "~/domain/judging/places";
import { columnsOf, factorOf, solveBack, solveColumns } from "~/domain/judging/positive";
import { madeUp } from "#tests/bench/judging/speed";
import { someSheets } from "./support";

test("places are those of a plain sort, whatever the values, also where a crowd stands close together", () => {
  const value = fc.oneof(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.constantFrom(0, 1, 1 + 1e-12, 1e9));
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 200 }), (list) => {
      const places = new Uint32Array(list.length);
      placer(list.length)(Float64Array.from(list), places);
      const sorted = list.map((own, at) => ({ own, at })).sort((a, b) => b.own - a.own || a.at - b.at);
      expect(sorted.map(({ at }) => places[at])).toEqual(sorted.map((_, place) => place));
    }),
    { seed: 4 },
  );
  const crowd = Float64Array.from({ length: 3_000 }, (_, at) => (at === 7 ? 1e9 : (at * 7_919) % 3_001));
  const places = new Uint32Array(3_000);
  placer(3_000)(crowd, places);
  const plain = [...crowd].sort((a, b) => b - a);
  expect([...crowd].every((own, at) => plain[places[at] ?? 0] === own)).toBe(true);
});

test("normal numbers depend on the seed alone, not on how many are asked for at a time", () => {
  const all = new Float64Array(30);
  normals("a")(all);
  const fill = normals("a");
  const bits = [1, 2, 0, 3, 5, 7, 12].map((length) => {
    const some = new Float64Array(length);
    fill(some);
    return [...some];
  });
  expect(bits.flat()).toEqual([...all]);
});

test("four draws at a time are solved to the same last bit as one", () => {
  const fill = normals("matrix");
  const lists = Array.from({ length: 8 }, () => new Float64Array(5));
  lists.forEach(fill);
  const factor = factorOf(lists.slice(0, 5).map((row, i) => row.map((one, j) => (i === j ? 9 : one + (lists[j]?.[i] ?? 0)))));
  const single = lists.map((list) => Float64Array.from(list));
  for (const list of single) solveBack(factor, list);
  solveColumns(columnsOf(factor), lists);
  expect(lists).toEqual(single);
});

test("leaving a juror out gives the same adjusted scores as ranking without their sheets", () => {
  const agree = (sheets: readonly { entry: string; juror: string; scores: readonly number[] }[]): void => {
    const values = sheets.map(({ scores }) => scores[0] ?? 0);
    const whole = fit(designOf(sheets), values);
    const { design, lambda } = whole;
    design.parts.forEach(({ jurors }, part) => {
      const without = leavingOut(whole, values, part);
      for (const j of jurors) {
        const kept = sheets.filter(({ juror }) => juror !== design.jurors[j]);
        if (kept.length === 0) continue;
        const again = designOf(kept);
        const scores = fit(
          again,
          kept.map((sheet) => sheet.scores[0] ?? 0),
          lambda,
        ).adjusted;
        const left = without(j);
        for (const i of design.parts[part]?.entries ?? []) {
          const at = again.entries.indexOf(design.entries[i] ?? "");
          if (at < 0) expect(left[i]).toBeNaN();
          else expect(left[i]).toBeCloseTo(scores[at] ?? NaN, 7);
        }
      }
    });
  };
  agree(madeUp(60, 12, 3));
  fc.assert(fc.property(someSheets, agree), { seed: 4, numRuns: 60 });
});
