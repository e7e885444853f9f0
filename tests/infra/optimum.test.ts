import { expect, test } from "vitest";
import { allotInThread, judgeInThread, optimiseInThread, planRoundsInThread } from "../../app/infra/optimum";
import { judgeRound } from "~/domain/awards/verdict-of";
import type { Problem } from "~/domain/assignment/problem";
import { madeUp } from "#tests/bench/judging/speed";
import { planRounds } from "~/domain/matching/rounds/plan-rounds";
import type { RoundsInput } from "~/domain/matching/rounds/rounds";

const sized = (items: number, persons: number): Problem => ({
  items: Array.from({ length: items }, (_, i) => ({ id: `e${i}`, wanted: 3 })),
  persons: Array.from({ length: persons }, (_, j) => ({ id: `j${j}`, least: 0, most: items })),
  affinities: Array.from({ length: items * persons }, (_, at) => ({
    item: `e${Math.floor(at / persons)}`,
    person: `j${at % persons}`,
    value: (at * 7919) % 101,
  })),
  forbidden: [],
  fixed: [],
});

test("a thread finds the optimum while this one goes on", async () => {
  let longest = 0;
  let last = performance.now();
  const pulse = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const outcome = await optimiseInThread(sized(150, 40), { goal: "sum", seed: "1" });
  clearInterval(pulse);
  expect(outcome).toMatchObject({ ok: true, optimal: true });
  expect(longest).toBeLessThan(outcome.ok ? Math.max(250, outcome.seconds * 500) : 0);
});

test("what the domain refuses, and what breaks, comes back as it was", async () => {
  const none = { ideas: ["a"], coaches: ["b"], scores: [], capacities: new Map<string, number>(), conflicts: [] };
  await expect(allotInThread({ ...none, pins: [{ idea: "a", coach: "b" }] })).rejects.toMatchObject({
    name: "DomainError",
    code: "coach_full",
  });
  const problem = sized(2, 3);
  await expect(optimiseInThread({ ...problem, fixed: [{ item: "e9", person: "j0" }] }, { goal: "sum", seed: "1" })).rejects.toThrow(
    "of nobody",
  );
  expect(await optimiseInThread(sized(2, 2), { goal: "sum", seed: "1" })).toMatchObject({ ok: false, blocked: { code: "too_few_people" } });
});

test("a task can be called off", async () => {
  const stop = new AbortController();
  const long = optimiseInThread(sized(400, 60), { goal: "floor", seed: "1" }, stop.signal);
  setTimeout(() => stop.abort(new Error("called off")), 50);
  await expect(long).rejects.toThrow("called off");
});

/** A room in which what two give each other is drawn from their places. */
const room = (people: number, rounds: number): RoundsInput<string> => ({
  people: Array.from({ length: people }, (_, i) => ({ id: `p${i}`, languages: ["nl"] })),
  affinity: Array.from({ length: people * people }, (_, at) => [Math.floor(at / people), at % people] as const)
    .filter(([a, b]) => a < b)
    .map(([a, b]) => [`p${a}`, `p${b}`, (a * 7919 + b * 104_729) % 101] as const),
  rounds,
  tableSize: 2,
  seed: "a session",
});

test("rounds for 60 people are planned in a thread: the same plan, while this one goes on", async () => {
  let longest = 0;
  let last = performance.now();
  const pulse = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const since = performance.now();
  const plan = await planRoundsInThread(room(60, 6));
  const took = performance.now() - since;
  clearInterval(pulse);
  expect(longest).toBeLessThan(Math.max(250, took / 2));
  expect(plan).toEqual(planRounds(room(60, 6)));
});

test("a plan that takes too long is refused, and one can be called off", async () => {
  await expect(planRoundsInThread(room(200, 8), { most: 20 })).rejects.toMatchObject({ name: "DomainError", code: "planning_slow" });
  const stop = new AbortController();
  const long = planRoundsInThread(room(200, 8), { signal: stop.signal });
  setTimeout(() => stop.abort(new Error("called off")), 20);
  await expect(long).rejects.toThrow("called off");
});

test("a verdict from a thread is the verdict of this process, to the last digit", async () => {
  const sheets = madeUp(20, 6, 3).map((sheet) => ({ ...sheet, scores: sheet.scores.map((score) => Math.round(score)) }));
  const input = {
    seed: "1",
    versions: [{ criteria: [{ code: "a", name: { nl: "a", fr: "a", en: "a" }, weight: 100 }], sheets }],
    categories: sheets.map(({ entry }) => [entry, "k"] as const),
  };
  expect(await judgeInThread(input)).toEqual(judgeRound(input));
}, 60_000);
