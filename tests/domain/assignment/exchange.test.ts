import fc from "#tests/support/fast-check";
import { expect, test } from "vitest";
import { bestAlone, floorCeiling } from "~/domain/assignment/ceiling";
import { lifted } from "~/domain/assignment/exchange";
import { frameOf, isWhole, narrowed } from "~/domain/assignment/model";
import type { Grid, Problem } from "~/domain/assignment/problem";
import { gridOf, stepOf, worthOf } from "~/domain/assignment/problem";
import { tightened } from "~/domain/assignment/tighten";
import { everyAssignment, fractions, measured, quarters, smallProblem } from "./brute";

/** Small problems that can be met, with one of their assignments. */
const met = fc
  .oneof(smallProblem(quarters), smallProblem(fractions))
  .map((problem) => ({ problem, all: [...everyAssignment(problem)] }))
  .filter(({ all }) => all.length > 0);

const choiceFor = ({ persons }: Problem, grid: Grid, pairs: readonly { item: string; person: string }[]) => {
  const choice = new Uint8Array(grid.state.length);
  for (const { item, person } of pairs) choice[grid.items.indexOf(item) * persons.length + grid.persons.indexOf(person)] = 1;
  return choice;
};

test("lifting keeps every bound and never lowers the floor; no ceiling is below what can be reached", () => {
  fc.assert(
    fc.property(met, ({ problem, all }) => {
      const grid = gridOf(problem);
      const start = choiceFor(problem, grid, all[0] ?? []);
      const high = lifted(grid, start);
      expect(isWhole(grid, high)).toBe(true);
      expect(worthOf(grid, high).floor).toBeGreaterThanOrEqual(worthOf(grid, start).floor - 1e-9);
      const most = Math.max(...all.map((pairs) => measured(problem, pairs).floor));
      expect(worthOf(grid, high).floor).toBeLessThanOrEqual(most + 1e-9);
      expect(bestAlone(grid)).toBeGreaterThanOrEqual(most - 1e-9);
      expect(floorCeiling(frameOf(grid), 100)).toBeGreaterThanOrEqual(most - 1e-6);
    }),
    { numRuns: 300 },
  );
});

test("tightening gives up neither sum nor floor nor bounds", () => {
  fc.assert(
    fc.property(met, ({ problem, all }) => {
      const grid = gridOf(problem);
      const start = choiceFor(problem, grid, all[0] ?? []);
      const before = worthOf(grid, start);
      const { choice } = tightened(grid, start, before.floor);
      expect(isWhole(grid, choice)).toBe(true);
      expect(worthOf(grid, choice).sum).toBeCloseTo(before.sum, 6);
      expect(worthOf(grid, choice).floor).toBeGreaterThanOrEqual(before.floor - 1e-9);
    }),
    { numRuns: 300 },
  );
});

test("a lift stops at its goal, and a narrowed frame keeps the choice it was made for", () => {
  const persons = ["a", "b", "c", "d"];
  const grid = gridOf({
    items: ["x", "y"].map((id) => ({ id, wanted: 2 })),
    persons: persons.map((id) => ({ id, least: 1, most: 1 })),
    affinities: persons.flatMap((person, at) => ["x", "y"].map((item) => ({ item, person, value: 4 - at }))),
    forbidden: [{ item: "y", person: "a" }],
    fixed: [],
  });
  const start = Uint8Array.from([1, 1, 0, 0, 0, 0, 1, 1]);
  expect(worthOf(grid, lifted(grid, start))).toEqual({ sum: 10, floor: 5 });
  expect(worthOf(grid, lifted(grid, start, 3))).toEqual({ sum: 10, floor: 3 });
  const frame = narrowed(frameOf(grid), start, new Float64Array(4), 1);
  expect([...frame.cells]).toEqual([0, 1, 5, 6, 7]);
});

test("the step of affinities is found, and not made up", () => {
  const of = (...values: number[]): number =>
    stepOf(
      gridOf({
        items: [{ id: "x", wanted: 1 }],
        persons: values.map((_, j) => ({ id: `${j}`, least: 0, most: 1 })),
        affinities: values.map((value, j) => ({ item: "x", person: `${j}`, value })),
        forbidden: [],
        fixed: [],
      }),
    );
  expect(of(0.25, 0.5, 1, 0)).toBe(0.25);
  expect(of(0.1, 0.7, -0.3)).toBeCloseTo(0.1, 9);
  expect(of(6, 10, 15)).toBe(1);
  expect(of(1, Math.SQRT2)).toBe(0);
  expect(of(0, 0)).toBe(0);
});
