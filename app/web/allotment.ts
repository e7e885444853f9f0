import { computeAllotment } from "~/domain/coaching/allotment/compute-allotment";
import { allotInThread } from "~/infra/optimum";
import type { WebCtx } from "./ctx";

/** Computes a draft while its maker waits; the optimum is looked for in a thread of its own. */
export async function computeNow(ctx: WebCtx, allotmentId: string): Promise<void> {
  await computeAllotment(ctx, allotmentId, (input) => allotInThread(input));
}
