import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Highs, Model } from "highs";
import loadHighs from "highs";
import type { LinearModel, Solve, Solved, SolveOptions } from "~/domain/assignment/model";

let compiled: Promise<WebAssembly.Module> | undefined;

/** HiGHS in machine code: compiled once a thread, which leaves little to do for a fresh instance. */
function machineCode(): Promise<WebAssembly.Module> {
  compiled ??= readFile(createRequire(import.meta.url).resolve("highs/runtime")).then((bytes) =>
    WebAssembly.compile(new Uint8Array(bytes)),
  );
  return compiled;
}

/**
 * Solves a model with HiGHS, in this thread: it blocks until the answer is there. Every call loads an instance of its own,
 * because the memory of one only grows. Whole solutions are proved optimal, not nearly so. Rejects when HiGHS breaks down.
 */
export const solveWithHighs: Solve = async (model, options = {}) => {
  const highs = await loadHighs({ wasmModule: await machineCode() });
  return highs.withModel((solver) => solved(highs, solver, model, options));
};

function solved(highs: Highs, solver: Model, model: LinearModel, { seconds, start, gap }: SolveOptions): Solved {
  const { cost, lower, upper, rowLower, rowUpper, starts, rows, values, whole } = model;
  solver.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: gap ?? 1e-9 });
  if (seconds !== undefined) solver.options.set("time_limit", Math.max(0.1, seconds));
  solver.passModel({
    numCols: cost.length,
    numRows: rowLower.length,
    sense: highs.constants.objectiveSense.minimize,
    colCost: cost,
    colLower: lower,
    colUpper: upper,
    rowLower,
    rowUpper,
    matrix: { format: "csc", numRows: rowLower.length, numCols: cost.length, starts, indices: rows, values },
    ...(whole > 0 ? { integrality: Int32Array.from(cost, (_, col) => (col < whole ? 1 : 0)) } : {}),
  });
  if (start) solver.setSolution({ colValue: start });
  const { modelStatus } = solver.run();
  const status = highs.constants.modelStatus;
  if (modelStatus === status.infeasible) return { status: "infeasible", x: null, bound: Infinity, colDual: null, rowDual: null };
  if (modelStatus === status.empty)
    return { status: "optimal", x: cost, bound: 0, colDual: cost, rowDual: new Float64Array(rowLower.length) };
  if (modelStatus !== status.optimal && modelStatus !== status.timeLimit) throw new Error(`HiGHS ended with status ${modelStatus}`);
  const optimal = modelStatus === status.optimal;
  // Of a linear program that was stopped the point is on no vertex and says nothing.
  const has = optimal || (whole > 0 && solver.info.get("primal_solution_status") === highs.constants.solutionStatus.feasible);
  const { colValue, colDual, rowDual } = solver.getSolution();
  return {
    status: optimal ? "optimal" : "stopped",
    x: has ? colValue : null,
    bound: whole > 0 ? Number(solver.info.get("mip_dual_bound")) : optimal ? solver.getObjectiveValue() : -Infinity,
    colDual: whole > 0 ? null : colDual,
    rowDual: whole > 0 ? null : rowDual,
  };
}
