import type { Problem } from "./problem";

/** Planned rounds: their tables of two or more, by number. Who is at none of them pauses. */
export type Rounds = number[][][];

/** What a plan is worth, the first that differs decides: fewer pauses, evenly spread, then the total, then the worst-off. */
export interface Score {
  readonly pauses: number;
  /** The sum of the squares of how often each pauses, rounds that were kept included. */
  readonly unevenness: number;
  /** Of the planned rounds alone. */
  readonly total: number;
  /** With what each got in rounds that were kept. */
  readonly worst: number;
}

/** Differences of totals below this are rounding. */
export const EPSILON = 1e-9;

/** What each gets in all. */
export function gainsOf(problem: Problem, rounds: Rounds): Float64Array {
  const gains = Float64Array.from(problem.gained);
  for (const table of rounds.flat()) {
    for (const i of table) for (const j of table) if (i !== j) gains[i] = (gains[i] ?? 0) + (problem.weight[i * problem.n + j] ?? 0);
  }
  return gains;
}

export function scoreOf(problem: Problem, rounds: Rounds): Score {
  const gains = gainsOf(problem, rounds);
  const paused = Int32Array.from(problem.paused, (one) => one + rounds.length);
  for (const person of rounds.flat(2)) paused[person] = (paused[person] ?? 0) - 1;
  const before = problem.gained.reduce((sum, one) => sum + one, 0);
  return {
    pauses: rounds.length * problem.n - rounds.flat(2).length,
    unevenness: paused.reduce((sum, one) => sum + one * one, 0),
    total: (gains.reduce((sum, one) => sum + one, 0) - before) / 2,
    worst: Math.min(...gains),
  };
}

/** Above 0 when `a` is better than `b`. */
export function compareScores(a: Score, b: Score): number {
  if (a.pauses !== b.pauses) return b.pauses - a.pauses;
  if (a.unevenness !== b.unevenness) return b.unevenness - a.unevenness;
  if (Math.abs(a.total - b.total) > EPSILON) return a.total - b.total;
  return Math.abs(a.worst - b.worst) > EPSILON ? a.worst - b.worst : 0;
}
