import { allotHere, optimiseHere } from "./allot-here";
import { seededIdsAt } from "./ids";
import { writeLetter } from "./write-letter";

/** What the demo is made with: ids that are the same every time, solvers in this thread, and the words of letters. */
export const demoMeans = () => ({ newIdAt: seededIdsAt("demo"), allot: allotHere, optimise: optimiseHere, writeLetter });
