import { expect, test } from "vitest";
import { fairnessOf, profilesOf } from "~/domain/judging/profile";
import { changesOf } from "~/domain/judging/sensitivity";
import type { Sheet } from "~/domain/judging/sheet";
import { weightedMean } from "~/domain/judging/sheet";
import type { TiedEntry } from "~/domain/judging/ties";
import { breakTie } from "~/domain/judging/ties";
import { SCENARIOS, simulate } from "#tests/bench/judging/simulation";
import { madeUp } from "#tests/bench/judging/speed";
import { standingsOf, verdictOf } from "./support";

const sheet = (entry: string, juror: string, ...scores: number[]): Sheet => ({ entry, juror, scores });
/** Strict gives 20 less than mild and even; x is 5 better than y, y 10 than z. Only x and y went to strict in part. */
const severe = [
  sheet("x", "strict", 50),
  sheet("x", "even", 71),
  sheet("y", "even", 64),
  sheet("y", "mild", 66),
  sheet("z", "mild", 55),
  sheet("z", "strict", 36),
  sheet("w", "strict", 20),
  sheet("w", "even", 40),
  sheet("w", "mild", 41),
];

test("the model puts right what a strict juror took, tells it in facts, and ranks in categories", () => {
  const verdict = verdictOf(severe, { lambda: 0.05 });
  const standings = standingsOf(verdict);
  expect([standings.get("x")?.rawRank, standings.get("x")?.rank, standings.get("y")?.rawRank, standings.get("y")?.rank]).toEqual([
    2, 1, 1, 2,
  ]);
  const facts = fairnessOf(verdict).find(({ entry }) => entry === "x");
  expect(facts).toMatchObject({ rawRank: 2, rank: 1, uncalibrated: 0, apart: false });
  expect(facts!.lean).toBeLessThan(-3);
  const grouped = verdictOf(severe, { lambda: 0.05, group: (entry) => (entry === "w" ? "late" : "early") });
  expect(grouped.rankings.map(({ group, standings: own }) => [group, own.map(({ entry, rank }) => [entry, rank])])).toEqual([
    ["late", [["w", 1]]],
    [
      "early",
      [
        ["x", 1],
        ["y", 2],
        ["z", 3],
      ],
    ],
  ]);
});

test("rounded to a step, near scores share a place and a band", () => {
  const close = [sheet("x", "a", 50), sheet("x", "b", 60), sheet("y", "a", 50.004), sheet("y", "b", 60)];
  const places = (step: number) => [...standingsOf(verdictOf(close, { step, lambda: 5 })).values()].map(({ rank }) => rank);
  expect([places(0.01), places(0)]).toEqual([
    [1, 1],
    [1, 2],
  ]);
});

test("a juror with fewer than three sheets is not calibrated; groups without a shared juror are apart", () => {
  const verdict = verdictOf([...severe, sheet("q", "lone", 90)]);
  expect(verdict.jurors.map(({ juror, calibrated }) => [juror, calibrated])).toEqual([
    ["even", true],
    ["lone", false],
    ["mild", true],
    ["strict", true],
  ]);
  expect(verdict.components.map(({ entries }) => entries)).toEqual([["w", "x", "y", "z"], ["q"]]);
  expect(fairnessOf(verdict).find(({ entry }) => entry === "q")).toMatchObject({ rank: 1, uncalibrated: 1, apart: true });
});

test("the profile under the weights is the adjusted score itself", () => {
  const weights = [60, 40];
  const sheets = severe.map((one, at) => ({ ...one, scores: [one.scores[0]!, 30 + ((at * 17) % 40)] }));
  const verdict = verdictOf(sheets, { weights });
  const standings = standingsOf(verdict);
  for (const { entry, raw, adjusted } of profilesOf(verdict, sheets, 2)) {
    expect(weightedMean(adjusted, weights)).toBeCloseTo(standings.get(entry)!.adjusted, 9);
    expect(weightedMean(raw, weights)).toBeCloseTo(standings.get(entry)!.raw, 9);
  }
});

test("every change that is said to change the winner does, and a smaller one does not", () => {
  const weights = [50, 30, 20];
  const sheets = severe.map((one, at) => ({ ...one, scores: [one.scores[0]!, 40 + ((at * 23) % 35), 30 + ((at * 31) % 45)] }));
  const verdict = verdictOf(sheets, { weights });
  const { lambda } = verdict.fit;
  const [ranking] = verdict.rankings;
  const winner = ranking!.standings[0]!.entry;
  const first = (list: readonly Sheet[], by: number[]): string => verdictOf(list, { weights: by, lambda }).rankings[0]!.standings[0]!.entry;
  const changes = changesOf({ verdict, sheets, weights, range: [0, 100] }, ranking!);
  expect([...new Set(changes.map(({ kind }) => kind))].sort()).toEqual(expect.arrayContaining(["sheet", "weight"]));
  for (const change of changes) {
    expect(change.winner).not.toBe(winner);
    if (change.kind === "juror") {
      expect(
        first(
          sheets.filter(({ juror }) => juror !== change.juror),
          weights,
        ),
      ).toBe(change.winner);
    } else if (change.kind === "weight") {
      const by = (part: number): number[] =>
        weights.map((one, c) => (c === change.criterion ? Math.max(0, one + (change.to - change.from) * part) : one));
      expect(first(sheets, by(0.99))).toBe(winner);
      if (change.to > 0.5) expect(first(sheets, by(1.01))).toBe(change.winner);
    } else if (change.kind === "sheet") {
      const moved = (part: number) =>
        sheets.map((one) =>
          one.entry === change.entry && one.juror === change.juror
            ? { ...one, scores: one.scores.map((score) => score + change.points * part) }
            : one,
        );
      expect(first(moved(0.99), weights)).toBe(winner);
      expect(first(moved(1.01), weights)).toBe(change.winner);
    }
  }
  expect(changesOf({ verdict, sheets, weights, range: [0, 100] }, { ...ranking!, standings: ranking!.standings.slice(0, 1) })).toEqual([]);
});

const tied = (entry: string, priority: number, topLevels: number, sheets: Record<string, number>): TiedEntry => ({
  entry,
  priority,
  topLevels,
  sheets: new Map(Object.entries(sheets)),
});

test("the tie chain: priority, majority of who saw both, top levels, one more juror, and the lot only when told", () => {
  const chain = (...list: TiedEntry[]) => breakTie(list, { seed: "s", lot: false });
  expect(chain(tied("x", 50, 1, {}), tied("y", 60, 0, {}))).toEqual({ order: [["y"], ["x"]], used: ["priority"], waits: false });
  expect(chain(tied("x", 50, 9, { a: 1, b: 5, c: 9 }), tied("y", 50, 0, { a: 2, b: 6, c: 0 }))).toMatchObject({
    order: [["y"], ["x"]],
    used: ["majority"],
  });
  expect(chain(tied("x", 50, 2, { a: 1, b: 5 }), tied("y", 50, 3, { a: 2, b: 4 }))).toMatchObject({
    order: [["y"], ["x"]],
    used: ["levels"],
  });
  const same = [tied("x", 50, 2, { a: 1 }), tied("y", 50, 2, { b: 4 })];
  expect(chain(...same)).toEqual({ order: [["x", "y"]], used: [], waits: true });
  const lots = ["1", "2", "3", "4", "5", "6"].map((seed) => breakTie(same, { seed, lot: true }));
  expect(lots.every(({ used, waits, order }) => used.join() === "lot" && !waits && order.length === 2)).toBe(true);
  expect(new Set(lots.map(({ order }) => order[0]?.[0])).size).toBe(2);
  expect(breakTie([...same].reverse(), { seed: "1", lot: true })).toEqual(lots[0]);
});

test("simulation: ahead of raw where strictness differs, level where it does not, and not caught by unequal batches as z-scores are", () => {
  const [alike, strict, batches] = SCENARIOS.map((scenario) => simulate(scenario, 3, 300, "test"));
  expect(strict!.told.ours.best - strict!.told.raw.best).toBeGreaterThan(2 * strict!.seOfLead.raw);
  expect(batches!.told.ours.best - batches!.told.raw.best).toBeGreaterThan(2 * batches!.seOfLead.raw);
  expect(Math.abs(alike!.told.ours.best - alike!.told.raw.best)).toBeLessThanOrEqual(2 * alike!.seOfLead.raw);
  expect(alike!.told.ours.tau).toBeGreaterThan(alike!.told.raw.tau - 0.01);
  expect(batches!.told.ours.tau).toBeGreaterThan(batches!.told.z.tau + 0.2);
  expect(strict!.told.ours.tau).toBeGreaterThan(strict!.told.raw.tau + 0.05);
}, 60_000);

test("10,000 scores are ranked with 4,000 draws in less than two seconds", () => {
  const sheets = madeUp(1_000, 100, 10);
  const before = process.cpuUsage();
  verdictOf(sheets);
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2);
});
