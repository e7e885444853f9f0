import { allot } from "~/domain/assignment/allot";
import type { Allotment, AllotInput } from "~/domain/assignment/allot";
import { solveWithHighs } from "./highs";

/** `allot` of the domain in this thread, for the command line and the demo, where nobody else waits. */
export function allotHere(input: AllotInput): Promise<Allotment> {
  return allot(input, { solve: solveWithHighs });
}
