import { Worker } from "node:worker_threads";
import type { Allotment, AllotInput } from "~/domain/assignment/allot";
import type { Outcome, Wish } from "~/domain/assignment/optimise";
import type { Problem } from "~/domain/assignment/problem";
import type { RoundInput, RoundVerdict } from "~/domain/awards/verdict-of";
import type { ErrorCode } from "~/domain/kernel/errors";
import { DomainError } from "~/domain/kernel/errors";
import { seconds } from "~/domain/kernel/time";
import type { RoundsInput, RoundsResult } from "~/domain/matching/rounds/rounds";
import { threadFile } from "./thread-file";

/** What the thread is asked to do. */
export type Task =
  | { readonly kind: "optimise"; readonly problem: Problem; readonly wish: Wish }
  | { readonly kind: "allot"; readonly input: AllotInput }
  | { readonly kind: "judge"; readonly input: RoundInput }
  | { readonly kind: "rounds"; readonly input: RoundsInput };

/** What the thread answers: a result, a refusal of the domain, or what broke. */
export type Answer = { readonly result: unknown } | { readonly refused: ErrorCode } | { readonly broken: string };

/** Runs a task in a thread of its own, so that this one keeps answering; the thread ends with the task, or when `signal` aborts. */
function inThread<T>(task: Task, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  // Options of this process are not for it, and what a solver might print stays out of stdout, which carries results.
  const worker = new Worker(threadFile("optimum", import.meta.url), { workerData: task, execArgv: [], stdout: true });
  return new Promise<T>((done, fail) => {
    signal?.addEventListener("abort", () => fail(signal.reason as Error), { once: true });
    worker.once("message", (answer: Answer) => {
      if ("result" in answer) done(answer.result as T);
      else fail("refused" in answer ? new DomainError(answer.refused) : new Error(answer.broken));
    });
    worker.once("error", fail);
    worker.once("exit", (code) => fail(new Error(`the thread ended with code ${code} before it answered`)));
  }).finally(() => void worker.terminate());
}

/** `optimise` of the domain, in a thread of its own. Rejects as it does, and when `signal` aborts. */
export function optimiseInThread(problem: Problem, wish: Wish, signal?: AbortSignal): Promise<Outcome> {
  return inThread({ kind: "optimise", problem, wish }, signal);
}

/** `allot` of the domain, in a thread of its own. Rejects as it does, and when `signal` aborts. */
export function allotInThread(input: AllotInput, signal?: AbortSignal): Promise<Allotment> {
  return inThread({ kind: "allot", input }, signal);
}

/** `judgeRound` of the domain, in a thread of its own. Rejects when `signal` aborts. */
export function judgeInThread(input: RoundInput, signal?: AbortSignal): Promise<RoundVerdict> {
  return inThread({ kind: "judge", input }, signal);
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
    return await inThread({ kind: "rounds", input }, signal ? AbortSignal.any([late, signal]) : late);
  } catch (thrown) {
    if (thrown === late.reason) throw new DomainError("planning_slow");
    throw thrown;
  }
}
