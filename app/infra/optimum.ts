import type { Allotment, AllotInput } from "~/domain/assignment/allot";
import type { Outcome, Wish } from "~/domain/assignment/optimise";
import type { Problem } from "~/domain/assignment/problem";
import type { RoundInput, RoundVerdict } from "~/domain/awards/verdict-of";
import { DomainError } from "~/domain/kernel/errors";
import { seconds } from "~/domain/kernel/time";
import type { RoundsInput, RoundsResult } from "~/domain/matching/rounds/rounds";
import { inThread } from "./thread";

/** What the thread is asked to do. */
export type Task =
  | { readonly kind: "optimise"; readonly problem: Problem; readonly wish: Wish }
  | { readonly kind: "allot"; readonly input: AllotInput }
  | { readonly kind: "judge"; readonly input: RoundInput }
  | { readonly kind: "rounds"; readonly input: RoundsInput };

function run<T>(task: Task, signal?: AbortSignal): Promise<T> {
  return inThread("optimum", task, signal);
}

/** `optimise` of the domain, in a thread of its own. Rejects as it does, and when `signal` aborts. */
export function optimiseInThread(problem: Problem, wish: Wish, signal?: AbortSignal): Promise<Outcome> {
  return run({ kind: "optimise", problem, wish }, signal);
}

/** `allot` of the domain, in a thread of its own. Rejects as it does, and when `signal` aborts. */
export function allotInThread(input: AllotInput, signal?: AbortSignal): Promise<Allotment> {
  return run({ kind: "allot", input }, signal);
}

/** `judgeRound` of the domain, in a thread of its own. Rejects when `signal` aborts. */
export function judgeInThread(input: RoundInput, signal?: AbortSignal): Promise<RoundVerdict> {
  return run({ kind: "judge", input }, signal);
}

/** Longer than any session takes to plan: 60 people and six rounds take one or two seconds. */
const PLAN_MOST = seconds(30);

/** `planRounds` of the domain, in a thread of its own. Refuses with "planning_slow" when it takes longer than `most` milliseconds; rejects when `signal` aborts. */
export async function planRoundsInThread(
  input: RoundsInput<string>,
  { signal, most = PLAN_MOST }: { readonly signal?: AbortSignal; readonly most?: number } = {},
): Promise<RoundsResult<string>> {
  const late = AbortSignal.timeout(most);
  try {
    return await run({ kind: "rounds", input }, signal ? AbortSignal.any([late, signal]) : late);
  } catch (thrown) {
    if (thrown === late.reason) throw new DomainError("planning_slow");
    throw thrown;
  }
}
