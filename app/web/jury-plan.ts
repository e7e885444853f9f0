import { computePlan } from "~/domain/awards/panel/compute-plan";
import { optimiseInThread } from "~/infra/optimum";
import type { WebCtx } from "./ctx";

/** Computes a plan of who scores what while its maker waits; the optimum is looked for in a thread of its own. */
export async function computePlanNow(ctx: WebCtx, planId: string): Promise<void> {
  await computePlan(ctx, planId, (problem, wish) => optimiseInThread(problem, wish));
}
