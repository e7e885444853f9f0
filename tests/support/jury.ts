import { computePlan } from "~/domain/awards/panel/compute-plan";
import { draftPlan } from "~/domain/awards/panel/draft-plan";
import { publishPlan } from "~/domain/awards/panel/publish-plan";
import type { Ctx } from "~/domain/kernel/context";
import { optimiseHere } from "~/infra/allot-here";

interface Pair {
  readonly entryId: string;
  readonly jurorId: string;
}

/** Gives every entry of the present round its jurors, as an organiser does who takes what is computed. */
export async function shareOut(
  ctx: Ctx,
  { editionSlug, pins = [], seed }: { readonly editionSlug: string; readonly pins?: readonly Pair[]; readonly seed?: string },
): Promise<{ kept: number; added: number; removed: number }> {
  const choices = pins.map((pair) => ({ ...pair, kind: "pin" as const }));
  const { planId } = await draftPlan(ctx, { editionSlug, choices, ...(seed === undefined ? {} : { seed }) });
  await computePlan(ctx, planId, optimiseHere);
  return publishPlan(ctx, planId, { revision: 1 });
}
