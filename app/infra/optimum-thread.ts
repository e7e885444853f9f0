/** The thread that looks for optima and plans rounds: does the one task it was made for and ends. */
import { parentPort, workerData } from "node:worker_threads";
import { allot } from "~/domain/assignment/allot";
import { optimise } from "~/domain/assignment/optimise";
import { judgeRound } from "~/domain/awards/verdict-of";
import { isDomainError } from "~/domain/kernel/errors";
import { planRounds } from "~/domain/matching/rounds/plan-rounds";
import { solveWithHighs } from "./highs";
import type { Task } from "./optimum";
import type { Answer } from "./thread";

const tools = { solve: solveWithHighs, clock: () => performance.now() };

function resultOf(task: Task): unknown {
  if (task.kind === "rounds") return planRounds(task.input);
  if (task.kind === "judge") return judgeRound(task.input);
  return task.kind === "allot" ? allot(task.input, tools) : optimise(task.problem, task.wish, tools);
}

async function answerTo(task: Task): Promise<Answer> {
  try {
    return { result: await resultOf(task) };
  } catch (thrown) {
    if (isDomainError(thrown)) return { refused: thrown.code };
    return { broken: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) };
  }
}

parentPort?.postMessage(await answerTo(workerData as Task));
