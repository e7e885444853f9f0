import { allot } from "~/domain/assignment/allot";
import type { Allotment, AllotInput } from "~/domain/assignment/allot";
import type { Outcome, Wish } from "~/domain/assignment/optimise";
import { optimise } from "~/domain/assignment/optimise";
import type { Problem } from "~/domain/assignment/problem";
import { solveWithHighs } from "./highs";

/** `allot` of the domain in this thread, for the command line and the demo, where nobody else waits. */
export function allotHere(input: AllotInput): Promise<Allotment> {
  return allot(input, { solve: solveWithHighs });
}

/** `optimise` of the domain in this thread, for the command line and the demo, where nobody else waits. */
export function optimiseHere(problem: Problem, wish: Wish): Promise<Outcome> {
  return optimise(problem, wish, { solve: solveWithHighs, clock: () => performance.now() });
}
