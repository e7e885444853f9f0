import fc from "#tests/support/fast-check";
import { describe, expect, test } from "vitest";
import { solveWithHighs } from "../../../app/infra/highs";
import { blockedBy } from "~/domain/assignment/feasible";
import type { Goal, Optimum } from "~/domain/assignment/optimise";
import { optimise } from "~/domain/assignment/optimise";
import type { Problem } from "~/domain/assignment/problem";
import { gridOf } from "~/domain/assignment/problem";
import { everyAssignment, fractions, measured, quarters, smallProblem } from "./brute";

const tools = { solve: solveWithHighs, clock: () => performance.now() };
const best = async (problem: Problem, goal: Goal, seed = "1"): Promise<Optimum> => {
  const outcome = await optimise(problem, { goal, seed }, tools);
  if (!outcome.ok) throw new Error(`blocked: ${outcome.blocked.code}`);
  return outcome;
};
const ids = (letter: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${letter}${at}`);
/** Every item wants `wanted`, every person takes least to most, affinities are a made-up pattern of quarters. */
const even = (items: number, persons: number, wanted: number, [least, most]: readonly [number, number]): Problem => ({
  items: ids("e", items).map((id) => ({ id, wanted })),
  persons: ids("j", persons).map((id) => ({ id, least, most })),
  affinities: ids("e", items).flatMap((item, i) =>
    ids("j", persons).map((person, j) => ({ item, person, value: ((i * 7 + j * 5) % 5) / 4 })),
  ),
  forbidden: [],
  fixed: [],
});

describe("against trying everything", () => {
  test("a problem is blocked exactly when it has no assignment, and the names prove it", () => {
    fc.assert(
      fc.property(smallProblem(fc.constant(0)), (problem) => {
        const blocked = blockedBy(gridOf(problem));
        const some = !everyAssignment(problem).next().done;
        expect(blocked === null).toBe(some);
        if (blocked) expect(blocked.need).toBeGreaterThan(blocked.room);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ["sum", "quarters", quarters],
    ["sum", "fractions", fractions],
    ["floor", "quarters", quarters],
    ["floor", "fractions", fractions],
  ] as const)(
    "the goal %s with %s is met exactly",
    async (goal, _, values) => {
      await fc.assert(
        fc.asyncProperty(smallProblem(values), async (problem) => {
          const all = [...everyAssignment(problem)].map((pairs) => measured(problem, pairs));
          fc.pre(all.length > 0);
          const found = await best(problem, goal);
          const floor = Math.max(...all.map((one) => one.floor));
          const sums = all.filter((one) => goal === "sum" || one.floor >= floor - 1e-6).map((one) => one.sum);
          expect(found.objective).toBeCloseTo(Math.max(...sums), 4);
          if (goal === "floor") expect(found.floor).toBeCloseTo(floor, 4);
          expect(found.optimal).toBe(true);
          expect(found.bound).toBeCloseTo(found.objective, 4);
          const told = measured(problem, found.pairs);
          expect([told.sum, told.floor]).toEqual([expect.closeTo(found.objective, 9), expect.closeTo(found.floor, 9)]);
          expect(problem.fixed.every((pair) => found.pairs.some(({ item, person }) => item === pair.item && person === pair.person))).toBe(
            true,
          );
        }),
        { numRuns: 10 },
      );
    },
    120_000,
  );
});

describe("an assignment", () => {
  const problem = { ...even(9, 6, 3, [4, 5]), forbidden: [{ item: "e0", person: "j2" }], fixed: [{ item: "e1", person: "j0" }] };

  test("keeps the order of the input out of it", async () => {
    const turned: Problem = {
      ...problem,
      items: [...problem.items].reverse(),
      persons: [...problem.persons].reverse(),
      affinities: [...problem.affinities].reverse(),
    };
    for (const goal of ["sum", "floor"] as const) {
      const [one, other] = [await best(problem, goal), await best(turned, goal)];
      expect({ ...other, seconds: 0 }).toEqual({ ...one, seconds: 0 });
    }
  });

  test("has the same worth under other names, and another seed gives up nothing", async () => {
    const flip = (id: string): string => `${id[0]}${9 - Number(id.slice(1))}x`;
    const renamed: Problem = {
      items: problem.items.map((one) => ({ ...one, id: flip(one.id) })),
      persons: problem.persons.map((one) => ({ ...one, id: flip(one.id) })),
      affinities: problem.affinities.map((one) => ({ item: flip(one.item), person: flip(one.person), value: one.value })),
      forbidden: problem.forbidden.map((one) => ({ item: flip(one.item), person: flip(one.person) })),
      fixed: problem.fixed.map((one) => ({ item: flip(one.item), person: flip(one.person) })),
    };
    for (const goal of ["sum", "floor"] as const) {
      const [one, other, third] = [await best(problem, goal), await best(renamed, goal), await best(problem, goal, "another")];
      expect([other.objective, other.optimal]).toEqual([one.objective, true]);
      expect(third.objective).toBe(one.objective);
      if (goal === "floor") expect([other.floor, third.floor]).toEqual([one.floor, one.floor]);
    }
  });

  test("scales with the affinities and moves with a shift", async () => {
    const turned = (scale: number, shift: number): Problem => ({
      ...problem,
      affinities: problem.affinities.map((one) => ({ ...one, value: one.value * scale + shift })),
    });
    const one = await best(problem, "floor");
    for (const [scale, shift] of [
      [1e6, 0],
      [1e-6, 0],
      [2, -1_000],
    ] as const) {
      const other = await best(turned(scale, shift), "floor");
      expect(other.objective / scale).toBeCloseTo(one.objective + (27 * shift) / scale, 6);
      expect(other.floor / scale).toBeCloseTo(one.floor + (3 * shift) / scale, 6);
    }
  });

  test("ties people together where that costs nothing", async () => {
    const alike = { ...even(12, 6, 2, [4, 4]), affinities: [] };
    const found = await best(alike, "sum");
    expect(found.groups).toHaveLength(1);
    // Twelve panels of two on six people: the octahedron is the firmest there is, with 4 / 2.
    expect(found.lambda2).toBeCloseTo(2, 9);
    expect(found.loads.map(({ load }) => load)).toEqual([4, 4, 4, 4, 4, 4]);
  });

  test("says so when people fall apart into groups", async () => {
    const cells = even(4, 4, 2, [2, 2]);
    const apart = cells.affinities.filter(({ item, person }) => Number(item.slice(1)) < 2 !== Number(person.slice(1)) < 2);
    const found = await best({ ...cells, forbidden: apart }, "sum");
    expect(found.groups).toEqual([
      ["j0", "j1"],
      ["j2", "j3"],
    ]);
    expect(found.lambda2).toBe(0);
  });

  test("shows what a dear floor costs", async () => {
    const dear: Problem = {
      items: ids("e", 4).map((id) => ({ id, wanted: 1 })),
      persons: ids("j", 4).map((id) => ({ id, least: 1, most: 1 })),
      affinities: [
        ...[0, 1, 2, 3].map((at) => ({ item: `e${at}`, person: `j${at}`, value: at === 3 ? 0 : 10 })),
        ...[0, 1, 2, 3].map((at) => ({ item: `e${at}`, person: `j${(at + 1) % 4}`, value: 3 })),
        { item: "e2", person: "j3", value: 4 },
        { item: "e3", person: "j2", value: 2 },
      ],
      forbidden: [],
      fixed: [],
    };
    const found = await best(dear, "floor");
    expect([found.floor, found.objective]).toEqual([3, 13]);
    expect(found.tradeOffs[0]).toEqual({ floor: 0, objective: 30 });
    expect(found.tradeOffs).toContainEqual({ floor: 2, objective: 26 });
    expect(found.tradeOffs.at(-1)).toEqual({ floor: 3, objective: 13 });
  });
});

test("where nothing is to be chosen nothing is, and that is the best", async () => {
  const none: Problem = { items: [], persons: [], affinities: [], forbidden: [], fixed: [] };
  const closed: Problem = { ...even(1, 1, 0, [0, 0]), forbidden: [{ item: "e0", person: "j0" }] };
  for (const problem of [none, closed]) {
    for (const goal of ["sum", "floor"] as const) {
      expect(await best(problem, goal)).toMatchObject({ pairs: [], objective: 0, floor: 0, bound: 0, optimal: true, lambda2: 0 });
    }
  }
});

describe("what makes no sense", () => {
  const problem = even(2, 2, 1, [0, 2]);
  test.each([
    ["an unknown id", { ...problem, forbidden: [{ item: "e9", person: "j0" }] }],
    ["an id twice", { ...problem, items: [...problem.items, { id: "e0", wanted: 1 }] }],
    ["no number", { ...problem, affinities: [{ item: "e0", person: "j0", value: Number.NaN }] }],
    ["fixed and forbidden", { ...problem, forbidden: [{ item: "e0", person: "j0" }], fixed: [{ item: "e0", person: "j0" }] }],
  ])("%s is refused", async (_, wrong) => {
    await expect(optimise(wrong, { goal: "sum", seed: "1" }, tools)).rejects.toThrow(RangeError);
  });
});
