import fc from "#tests/support/fast-check";
import { expect, test } from "vitest";
import { isRubric } from "~/domain/awards/rubric";
import { LIBRARY } from "~/domain/awards/rubrics/library";
import { even, restTo, spread, sumOf } from "~/domain/awards/rubrics/weights";

const weighed = fc.array(fc.record({ weight: fc.integer({ min: 0, max: 100 }), counted: fc.boolean() }), { minLength: 1, maxLength: 12 });
const coded = (list: readonly { weight: number; counted: boolean }[]) => list.map((one, i) => ({ ...one, code: `c${i}` }));

test("weights shared out anew come to 100 while something counts, keep their order, and rest on whole percents", () => {
  fc.assert(
    fc.property(weighed, (list) => {
      const before = coded(list);
      for (const after of [spread(before), even(before)]) {
        expect(sumOf(after)).toBe(before.some(({ counted }) => counted) ? 100 : 0);
        for (const { weight, counted } of after) {
          expect(Number.isInteger(weight) && weight >= 0).toBe(true);
          if (!counted) expect(weight).toBe(0);
        }
      }
      const shares = even(before).filter(({ counted }) => counted);
      const weights = shares.map(({ weight }) => weight);
      expect(Math.max(...weights, 0) - Math.min(...weights, 100)).toBeLessThanOrEqual(1);
      const [heavy, light] = [...spread(before)].sort((a, b) => b.weight - a.weight);
      const was = (code: string | undefined) => before.find((one) => one.code === code)?.weight ?? 0;
      if (heavy && light && sumOf(before) > 0 && heavy.counted && light.counted && heavy.weight > light.weight) {
        expect(was(heavy.code)).toBeGreaterThanOrEqual(was(light.code));
      }
    }),
  );
  const three = coded([30, 30, 30].map((weight) => ({ weight, counted: true })));
  expect(restTo(three, "c1")?.map(({ weight }) => weight)).toEqual([30, 40, 30]);
  expect(restTo(coded([60, 60].map((weight) => ({ weight, counted: true }))), "c0")?.map(({ weight }) => weight)).toEqual([40, 60]);
  expect(restTo(coded([5, 150].map((weight) => ({ weight, counted: true }))), "c0")).toBe(null);
});

test("every rubric of the library can be scored by, in three languages, and says where its kind of criteria is in use", () => {
  expect(LIBRARY.length).toBeGreaterThanOrEqual(6);
  expect(new Set(LIBRARY.map(({ code }) => code)).size).toBe(LIBRARY.length);
  for (const { name, about, sources, criteria } of LIBRARY) {
    expect(isRubric({ name, criteria })).toBe(true);
    expect(criteria.length).toBeGreaterThanOrEqual(4);
    expect(criteria.length).toBeLessThanOrEqual(6);
    expect(sources.length).toBeGreaterThanOrEqual(2);
    for (const { url } of sources) expect(new URL(url).protocol).toMatch(/^https?:$/);
    const texts = criteria.flatMap((one) => [one.name, one.question, ...one.levels.flatMap(({ label, evidence }) => [label, evidence])]);
    for (const text of [name, about, ...texts]) {
      for (const said of [text.nl, text.fr, text.en]) expect(said.trim()).not.toBe("");
    }
  }
});
