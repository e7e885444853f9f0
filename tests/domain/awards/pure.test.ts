import fc from "#tests/support/fast-check";
import { expect, test } from "vitest";
import type { Phase } from "~/domain/awards/edition";
import { activePhase, arePhases, isEntering, phaseKey } from "~/domain/awards/edition";
import { ALL_PHASES } from "~/domain/awards/forms";
import { isExtreme, isRubric, levelOf, missingInSheet } from "~/domain/awards/rubric";
import { RUBRIC } from "./world";

const lengths = fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 11, maxLength: 11 });

function phasesFrom(start: number, each: readonly number[]): Phase[] {
  let from = start;
  return ALL_PHASES.map((one, i) => {
    const until = from + (each[i] ?? 1);
    const phase = { ...one, from: new Date(from), until: new Date(until) };
    from = until;
    return phase;
  });
}

test("exactly one phase is active at every instant, also at the boundaries and outside", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2e12 }), lengths, fc.integer({ min: -10, max: 6e9 }), (start, each, offset) => {
      const phases = phasesFrom(start, each);
      expect(arePhases(phases)).toBe(true);
      const boundaries = phases.flatMap(({ from, until }) => [from, until].map((at) => at.getTime()));
      for (const time of [start + offset, ...boundaries, ...boundaries.map((at) => at - 1)]) {
        const now = new Date(time);
        const holding = phases.filter(({ from, until }) => from <= now && now < until);
        const active = activePhase([...phases].reverse(), now);
        if (holding.length > 0) expect(holding).toEqual([active]);
        else expect(active.kind).toBe(time < start ? "announced" : "archived");
      }
    }),
  );
});

test("phases with a gap, an overlap, out of order or without length are none; some may be left out", () => {
  const good = phasesFrom(
    0,
    ALL_PHASES.map(() => 10),
  );
  const change = (i: number, more: Partial<Phase>) => good.map((phase, at) => (at === i ? { ...phase, ...more } : phase));
  const without = (...keys: string[]) => {
    const kept = good.filter((phase) => !keys.includes(phaseKey(phase)));
    return kept.map((phase, i) => ({ ...phase, until: kept[i + 1]?.from ?? phase.until }));
  };
  expect(arePhases(good)).toBe(true);
  for (const key of ["eligibility", "judging_4", "decided", "archived"]) expect([key, arePhases(without(key))]).toEqual([key, true]);
  expect(arePhases(without("eligibility", "judging_2", "judging_3", "judging_4", "decided", "archived"))).toBe(true);
  for (const key of ["announced", "open", "judging", "judging_2", "deliberation", "published"]) {
    expect([key, arePhases(without(key))]).toEqual([key, false]);
  }
  expect(arePhases([...good].reverse())).toBe(false);
  expect(arePhases(change(1, { until: new Date(19) }))).toBe(false);
  expect(arePhases(change(2, { from: new Date(19) }))).toBe(false);
  expect(arePhases(change(4, { until: new Date(40) }))).toBe(false);
});

test("the deadline holds to the second, the grace after it and the time given to one entry", () => {
  const phases = phasesFrom(
    0,
    ALL_PHASES.map(() => 10_000),
  );
  const at = (ms: number, grace = 0, extended: Date | null = null) => isEntering(phases, grace, new Date(ms), extended);
  expect([at(9_999), at(10_000), at(19_999), at(20_000)]).toEqual([false, true, true, false]);
  expect([at(24_999, 5), at(25_000, 5)]).toEqual([true, false]);
  expect([at(29_999, 0, new Date(30_000)), at(30_000, 0, new Date(30_000)), at(34_999, 5, new Date(30_000))]).toEqual([true, false, true]);
  expect(at(15_000, 0, new Date(12_000))).toBe(true);
});

test("a rubric needs counted weights of 100 and levels that rise within 0 and 10,000", () => {
  expect(isRubric(RUBRIC)).toBe(true);
  const [first, second, third] = RUBRIC.criteria;
  if (!first || !second || !third) throw new Error("three criteria");
  const level = first.levels[0];
  if (!level) throw new Error("a level");
  for (const criteria of [
    [first, third],
    [{ ...first, weight: 61 }, second],
    [first, { ...second, code: "need" }],
    [{ ...first, levels: [level] }, second],
    [{ ...first, levels: [level, { ...level, level: 2, points: 10_001 }] }, second],
    [{ ...first, levels: [level, { ...level, level: 2 }] }, second],
    [{ ...first, levels: [level, { ...level, level: 2, points: Number.NaN }] }, second],
  ]) {
    expect(isRubric({ ...RUBRIC, criteria })).toBe(false);
  }
});

test("a sheet lacks every level without choice, and a comment at the extremes alone", () => {
  const levels = RUBRIC.criteria[0]?.levels ?? [];
  expect([1, 2, 3, 4].map((level) => isExtreme(levels, level))).toEqual([true, false, false, true]);
  expect(levelOf(levels, 6_700)).toBe(3);
  expect(levelOf(levels, null)).toBe(null);
  expect(
    missingInSheet([
      { code: "a", levels, level: null, comment: "" },
      { code: "b", levels, level: 1, comment: " " },
      { code: "c", levels, level: 4, comment: "Sterk" },
      { code: "d", levels, level: 2, comment: "" },
    ]),
  ).toEqual(["level.a", "comment.b"]);
});
