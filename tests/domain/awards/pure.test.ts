import fc from "fast-check";
import { expect, test } from "vitest";
import type { AssignInput, Pair } from "~/domain/awards/assign";
import { assign } from "~/domain/awards/assign";
import type { Phase } from "~/domain/awards/edition";
import { activePhase, arePhases, isEntering, phaseKey } from "~/domain/awards/edition";
import { ALL_PHASES } from "~/domain/awards/forms";
import { rank } from "~/domain/awards/ranking";
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

const sheet = (need: number, idea: number) => [
  { points: need, weight: 60 },
  { points: idea, weight: 40 },
];
const entry = (entryId: string, number: number, ...sheets: ReturnType<typeof sheet>[]) => ({ entryId, number, sheets, expected: 3 });

test("the ranking is the hand-made one: weighted means in hundredths, shared places, next place skipped", () => {
  // a: 67·.6+33·.4 = 53.4 and 100·.6+67·.4 = 86.8: 70.1. b: 70.1 by one sheet each of 53.4 and 86.8. c: 67. d: 33, 33 and 34.36
  const { withheld, rows } = rank(
    [
      entry("c", 1, sheet(6_700, 6_700), sheet(6_700, 6_700)),
      entry("b", 9, sheet(10_000, 6_700), sheet(6_700, 3_300)),
      entry("a", 4, sheet(6_700, 3_300), sheet(10_000, 6_700)),
      entry("d", 2, sheet(3_300, 3_300), sheet(3_300, 3_300), sheet(3_300, 6_700)),
    ],
    2,
  );
  expect(withheld).toBe(false);
  expect(rows.map((row) => [row.entryId, row.mean, row.rank, row.tied, row.spread, row.sheets, row.expected])).toEqual([
    ["a", 7_010, 1, true, 3_340, 2, 3],
    ["b", 7_010, 1, true, 3_340, 2, 3],
    ["c", 6_700, 3, false, 0, 2, 3],
    ["d", 3_753, 4, false, 1_360, 3, 3],
  ]);
});

test("nobody is ranked while an entry has too few complete sheets, and none has no mean", () => {
  const { withheld, rows } = rank(
    [entry("a", 1, sheet(10_000, 10_000), sheet(0, 0)), entry("b", 2, sheet(3_300, 3_300)), entry("c", 3)],
    2,
  );
  expect(withheld).toBe(true);
  expect(rows.map(({ entryId, mean, rank: place, tied }) => [entryId, mean, place, tied])).toEqual([
    ["a", 5_000, null, false],
    ["b", 3_300, null, false],
    ["c", null, null, false],
  ]);
  expect(rank([], 2)).toEqual({ withheld: false, rows: [] });
});

const ids = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => `${prefix}${i}`);
const base = (more: Partial<AssignInput>): AssignInput => ({
  entryIds: [],
  jurorIds: [],
  jurorsPerEntry: 2,
  hard: [],
  soft: [],
  kept: [],
  pinned: [],
  seed: "s",
  ...more,
});
const same = (a: Pair, b: Pair) => a.entryId === b.entryId && a.jurorId === b.jurorId;

test("without conflicts every entry gets its jurors and loads differ by one at most", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 4 }),
      fc.string(),
      (n, j, k, seed) => {
        const result = assign(base({ entryIds: ids("e", n), jurorIds: ids("j", j), jurorsPerEntry: Math.min(k, j), seed }));
        if (!result.ok) throw new Error("feasible");
        const loads = [...result.loads.values()];
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
        for (const id of ids("e", n)) {
          const jurors = result.pairs.filter(({ entryId }) => entryId === id).map(({ jurorId }) => jurorId);
          expect(new Set(jurors).size).toBe(Math.min(k, j));
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("a hard conflict is never assigned, begun work stays, the same seed gives the same, and what cannot be is named", () => {
  const pairs = fc.array(fc.record({ entryId: fc.constantFrom(...ids("e", 8)), jurorId: fc.constantFrom(...ids("j", 5)) }), {
    maxLength: 14,
  });
  fc.assert(
    fc.property(pairs, pairs, fc.string(), (hard, begun, seed) => {
      const kept = begun.filter((pair) => !hard.some((one) => same(one, pair))).slice(0, 4);
      const input = base({ entryIds: ids("e", 8), jurorIds: ids("j", 5), hard, kept, seed });
      const result = assign(input);
      expect(assign(input)).toEqual(result);
      const free = (id: string) => 5 - new Set(hard.filter(({ entryId }) => entryId === id).map(({ jurorId }) => jurorId)).size;
      const stuck = ids("e", 8).filter((id) => free(id) < 2);
      if (!result.ok) {
        expect(result.entryIds).toEqual(stuck);
        return;
      }
      expect(stuck).toEqual([]);
      expect(result.pairs.filter((pair) => hard.some((one) => same(one, pair)))).toEqual([]);
      for (const pair of kept) expect(result.pairs.filter((one) => same(one, pair))).toHaveLength(1);
    }),
    { numRuns: 80 },
  );
});

test("loads are as even as conflicts allow: no other choice has a smaller sum of squares", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (blocked) => {
      const entryIds = ids("e", 4);
      const jurorIds = ids("j", 3);
      const hard = entryIds.flatMap((entryId, e) => jurorIds.flatMap((jurorId, j) => (blocked[e * 3 + j] ? [{ entryId, jurorId }] : [])));
      const result = assign(base({ entryIds, jurorIds, jurorsPerEntry: 1, hard }));
      const options = entryIds.map((entryId) => jurorIds.filter((jurorId) => !hard.some((one) => same(one, { entryId, jurorId }))));
      const choices = options.reduce<string[][]>((all, here) => all.flatMap((one) => here.map((jurorId) => [...one, jurorId])), [[]]);
      const squares = (list: readonly string[]) => jurorIds.reduce((sum, id) => sum + list.filter((one) => one === id).length ** 2, 0);
      if (!result.ok) expect(choices).toEqual([]);
      else expect(squares(result.pairs.map(({ jurorId }) => jurorId))).toBe(Math.min(...choices.map(squares)));
    }),
    { numRuns: 60 },
  );
});

test("each pair says why: begun, by hand, nobody else, or balance", () => {
  const result = assign(
    base({
      entryIds: ["e0", "e1"],
      jurorIds: ["j0", "j1", "j2"],
      hard: [{ entryId: "e1", jurorId: "j0" }],
      kept: [{ entryId: "e0", jurorId: "j0" }],
      pinned: [{ entryId: "e0", jurorId: "j1" }],
    }),
  );
  if (!result.ok) throw new Error("feasible");
  expect(result.pairs.map(({ entryId, jurorId, reason }) => `${entryId} ${jurorId} ${reason}`)).toEqual([
    "e0 j0 kept",
    "e0 j1 pinned",
    "e1 j1 only_choice",
    "e1 j2 only_choice",
  ]);
});
