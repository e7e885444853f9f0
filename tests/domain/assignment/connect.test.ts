import { expect, test } from "vitest";
import { standOf, tiesOf } from "~/domain/assignment/connect";
import { vectorAt } from "~/domain/assignment/eigen";
import { gridOf } from "~/domain/assignment/problem";

/** Panels of people, one an item, as a grid and a choice. */
function design(persons: number, panels: readonly (readonly number[])[]) {
  const grid = gridOf({
    items: panels.map((panel, i) => ({ id: `e${String(i).padStart(3, "0")}`, wanted: panel.length })),
    persons: Array.from({ length: persons }, (_, j) => ({ id: `j${String(j).padStart(3, "0")}`, least: 0, most: panels.length })),
    affinities: [],
    forbidden: [],
    fixed: [],
  });
  return {
    grid,
    choice: Uint8Array.from(panels.flatMap((panel) => Array.from({ length: persons }, (_, j) => (panel.includes(j) ? 1 : 0)))),
  };
}

test("everybody on everything: as many as there are items", () => {
  const { grid, choice } = design(
    5,
    Array.from({ length: 7 }, () => [0, 1, 2, 3, 4]),
  );
  expect(tiesOf(grid, choice).lambda2).toBeCloseTo(7, 10);
});

test("a ring of pairs: 1 − cos(2π/n), and the line runs round the ring", () => {
  const { grid, choice } = design(
    12,
    Array.from({ length: 12 }, (_, i) => [i, (i + 1) % 12]),
  );
  const ties = tiesOf(grid, choice);
  expect(ties.lambda2).toBeCloseTo(1 - Math.cos(Math.PI / 6), 10);
  const stand = standOf(grid, choice, ties);
  const energy = stand.reduce((sum, one, j) => sum + (one - (stand[(j + 1) % 12] ?? 0)) ** 2 / 2, 0);
  expect(energy).toBeCloseTo(ties.lambda2, 6);
});

test("people without work do not count, groups without a shared item are told", () => {
  const { grid, choice } = design(6, [
    [0, 1],
    [0, 1],
    [3, 4],
  ]);
  expect(tiesOf(grid, choice)).toEqual({
    lambda2: 0,
    groups: [
      [0, 1],
      [3, 4],
    ],
  });
  const pair = design(3, [[0, 2]]);
  expect(tiesOf(pair.grid, pair.choice).lambda2).toBeCloseTo(1, 10);
});

test("an eigenvector is found beside its eigenvalue", () => {
  const matrix = [Float64Array.of(2, -1, -1), Float64Array.of(-1, 1, 0), Float64Array.of(-1, 0, 1)];
  const vector = vectorAt(matrix, 1);
  expect([Math.abs(vector[0] ?? 1), Math.abs(vector[1] ?? 0), Math.abs(vector[2] ?? 0)]).toEqual([
    expect.closeTo(0, 6),
    expect.closeTo(Math.SQRT1_2, 6),
    expect.closeTo(Math.SQRT1_2, 6),
  ]);
});
