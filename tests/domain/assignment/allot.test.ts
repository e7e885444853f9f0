import fc from "#tests/support/fast-check";
import { expect, test } from "vitest";
import { solveWithHighs } from "../../../app/infra/highs";
import type { AllotInput } from "~/domain/assignment/allot";
import { allot } from "~/domain/assignment/allot";

const tools = { solve: solveWithHighs };
const names = (letter: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${letter}${at}`);

const input: fc.Arbitrary<AllotInput> = fc
  .record({ ideas: fc.integer({ min: 1, max: 5 }), coaches: fc.integer({ min: 1, max: 3 }) })
  .chain((size) => {
    const [ideas, coaches] = [names("i", size.ideas), names("c", size.coaches)];
    const cells = ideas.flatMap((idea) => coaches.map((coach) => ({ idea, coach })));
    const each = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: cells.length, maxLength: cells.length });
    return fc
      .record({
        scores: each(fc.integer({ min: 0, max: 20 }).map((n) => n / 20)),
        conflict: each(fc.integer({ min: 0, max: 3 })),
        room: fc.array(fc.nat({ max: 3 }), { minLength: coaches.length, maxLength: coaches.length }),
      })
      .map(({ scores, conflict, room }) => ({
        ideas,
        coaches,
        scores: cells.map((cell, at) => ({ ...cell, score: scores[at] ?? 0 })),
        capacities: new Map(coaches.map((coach, j) => [coach, room[j] ?? 0])),
        conflicts: cells.filter((_, at) => conflict[at] === 0),
        pins: [],
      }));
  });

/** The best of every allotment: most ideas, then the highest floor, then the largest sum. */
function bestOfAll({ ideas, coaches, scores, capacities, conflicts }: AllotInput): number[] {
  const may = (idea: string, coach: string): boolean => !conflicts.some((one) => one.idea === idea && one.coach === coach);
  const score = (idea: string, coach: string): number => scores.find((one) => one.idea === idea && one.coach === coach)?.score ?? 0;
  let best = [-1, 0, 0];
  const go = (at: number, given: { coach: string; score: number }[]): void => {
    const idea = ideas[at];
    if (idea === undefined) {
      const points = given.map((one) => one.score);
      const mine = [points.length, points.length === 0 ? 0 : Math.min(...points), points.reduce((sum, one) => sum + one, 0)];
      const first = mine.findIndex((one, i) => Math.abs(one - (best[i] ?? 0)) > 1e-9);
      if (first >= 0 && (mine[first] ?? 0) > (best[first] ?? 0)) best = mine;
      return;
    }
    go(at + 1, given);
    for (const coach of coaches) {
      const load = given.filter((one) => one.coach === coach).length;
      if (may(idea, coach) && load < (capacities.get(coach) ?? 0)) go(at + 1, [...given, { coach, score: score(idea, coach) }]);
    }
  };
  go(0, []);
  return best;
}

test("as many ideas as can be, then the worst off, then the sum: as trying everything finds", async () => {
  await fc.assert(
    fc.asyncProperty(input, async (given) => {
      const { pairs, unplaced, floor, total } = await allot(given, tools);
      const [count, worst, sum] = bestOfAll(given);
      expect([pairs.length, floor ?? 0, total]).toEqual([count, expect.closeTo(worst ?? 0, 9), expect.closeTo(sum ?? 0, 9)]);
      expect([...pairs, ...unplaced].map(({ idea }) => idea).sort()).toEqual([...given.ideas]);
    }),
    { numRuns: 30 },
  );
}, 60_000);

const score = (idea: string, coach: string, points: number) => ({ idea, coach, score: points });
const campus: AllotInput = {
  ideas: ["bakery", "compost", "drone", "e-bike"],
  coaches: ["an", "bo"],
  scores: [
    score("bakery", "an", 0.9),
    score("bakery", "bo", 0.6),
    score("compost", "an", 0.8),
    score("compost", "bo", 0.2),
    score("drone", "bo", 0.7),
  ],
  capacities: new Map([
    ["an", 1],
    ["bo", 2],
  ]),
  conflicts: [
    { idea: "drone", coach: "an" },
    { idea: "e-bike", coach: "an" },
    { idea: "e-bike", coach: "bo" },
  ],
  pins: [],
};

test("each pair and each idea left over is explained", async () => {
  expect(await allot(campus, tools)).toEqual({
    pairs: [
      { idea: "bakery", coach: "bo", score: 0.6, reason: "shared", better: 1 },
      { idea: "compost", coach: "an", score: 0.8, reason: "best", better: 0 },
      { idea: "drone", coach: "bo", score: 0.7, reason: "only_choice", better: 0 },
    ],
    unplaced: [{ idea: "e-bike", reason: "conflicts" }],
    floor: 0.6,
    total: expect.closeTo(2.1, 9) as number,
    bound: expect.closeTo(2.1, 9) as number,
  });
});

test("a pin stays and counts; what has no room is said", async () => {
  const pinned = await allot(
    {
      ...campus,
      pins: [{ idea: "bakery", coach: "an" }],
      capacities: new Map([
        ["an", 1],
        ["bo", 1],
      ]),
    },
    tools,
  );
  expect(pinned.pairs).toEqual([
    { idea: "bakery", coach: "an", score: 0.9, reason: "pinned", better: 0 },
    { idea: "drone", coach: "bo", score: 0.7, reason: "only_choice", better: 0 },
  ]);
  expect(pinned.unplaced).toEqual([
    { idea: "compost", reason: "full" },
    { idea: "e-bike", reason: "conflicts" },
  ]);
  const nobody = await allot({ ...campus, capacities: new Map() }, tools);
  expect([nobody.pairs, nobody.floor, nobody.unplaced.map(({ reason }) => reason)]).toEqual([[], null, ["full", "full", "full", "full"]]);
});

test.each([
  ["conflict", [{ idea: "drone", coach: "an" }]],
  [
    "conflict",
    [
      { idea: "bakery", coach: "an" },
      { idea: "bakery", coach: "bo" },
    ],
  ],
  [
    "coach_full",
    [
      { idea: "bakery", coach: "an" },
      { idea: "compost", coach: "an" },
    ],
  ],
])("pins that cannot be are refused: %s", async (code, pins) => {
  await expect(allot({ ...campus, pins }, tools)).rejects.toMatchObject({ code });
});
