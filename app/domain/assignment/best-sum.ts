import type { Ties } from "./connect";
import { tiesOf } from "./connect";
import { chanceOf } from "./chance";
import type { Frame, LinearModel, Solved, Tools } from "./model";
import { choiceOf, isWhole, modelOf, sumAt } from "./model";
import type { Choice } from "./problem";
import { worthOf } from "./problem";
import { firmer } from "./tighten";

/** Duals this small count as none (affinities run from 0 to 1). */
const NO_DUAL = 1e-7;

export interface BestSum {
  readonly choice: Choice;
  readonly sum: number;
  /** No assignment sums to more. */
  readonly bound: number;
  readonly model: LinearModel;
  readonly solved: Solved;
}

/** The largest sum. A linear program: its corners are whole, because a row an item and a row a person make a network. */
export async function bestSum(frame: Frame, { solve }: Tools, seconds: number): Promise<BestSum | null> {
  const model = modelOf(frame);
  const solved = await solve(model, { seconds });
  if (!solved.x) return null;
  const choice = choiceOf(frame, solved.x);
  if (!isWhole(frame.grid, choice)) throw new Error("the linear program ended on a corner that is not whole");
  const { sum } = worthOf(frame.grid, choice);
  return { choice, sum, bound: Math.max(sum, sumAt(frame, solved.bound)), model, solved };
}

/**
 * Of all assignments with the largest sum, the firmest tied of `tries` taken by chance. What has a price in the optimum is
 * held where it is, so that only optima are left, and the sum is checked again.
 */
export async function firmestSum(frame: Frame, best: BestSum, { solve }: Tools, seed: string, tries: number): Promise<Choice> {
  const { colDual, rowDual, x } = best.solved;
  if (!colDual || !rowDual || !x) return best.choice;
  const face = faceOf(best.model, x, colDual, rowDual);
  let found: { choice: Choice; ties: Ties } = { choice: best.choice, ties: tiesOf(frame.grid, best.choice) };
  for (let attempt = 0, same = 0; attempt < tries && same < 2; attempt += 1) {
    const chance = chanceOf(`${seed} ${attempt}`);
    const solved = await solve({ ...face, cost: face.cost.map(() => chance()) });
    const choice = solved.x && choiceOf(frame, solved.x);
    if (!choice || !isWhole(frame.grid, choice)) continue;
    if (choice.every((one, cell) => one === best.choice[cell])) same += 1;
    if (worthOf(frame.grid, choice).sum < best.sum - 1e-9 * frame.scale) continue;
    const ties = tiesOf(frame.grid, choice);
    if (firmer(ties, found.ties)) found = { choice, ties };
  }
  return found.choice;
}

/** The model with only optima left: columns and rows with a dual are held at what they are. */
function faceOf(model: LinearModel, x: Float64Array, colDual: Float64Array, rowDual: Float64Array): LinearModel {
  const held = (duals: Float64Array, at: number): boolean => Math.abs(duals[at] ?? 0) > NO_DUAL;
  const sums = new Float64Array(model.rowLower.length);
  x.forEach((value, col) => {
    for (let at = model.starts[col] ?? 0; at < (model.starts[col + 1] ?? 0); at += 1) {
      const row = model.rows[at] ?? 0;
      sums[row] = (sums[row] ?? 0) + Math.round(value) * (model.values[at] ?? 0);
    }
  });
  return {
    ...model,
    lower: model.lower.map((bound, col) => (held(colDual, col) ? Math.round(x[col] ?? 0) : bound)),
    upper: model.upper.map((bound, col) => (held(colDual, col) ? Math.round(x[col] ?? 0) : bound)),
    rowLower: model.rowLower.map((bound, row) => (held(rowDual, row) ? (sums[row] ?? 0) : bound)),
    rowUpper: model.rowUpper.map((bound, row) => (held(rowDual, row) ? (sums[row] ?? 0) : bound)),
  };
}
