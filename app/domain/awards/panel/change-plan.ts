import { eq } from "drizzle-orm";
import { juryPlans } from "#db/schema/awards-jury";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import { after } from "../../kernel/time";
import { isSoft, pairKey, planFacts } from "./facts";
import type { PlanAct, PlanChoice, PlanGoal } from "./plan";
import { LOAD_MAX, PLAN_OPEN } from "./plan";
import type { PlanToActOn } from "./rows";
import { demandDraft, planToActOn, queueCompute } from "./rows";

export type PlanWishes = { readonly goal: PlanGoal; readonly least: number | null; readonly most: number | null };
export type PlanEdit =
  ({ readonly act: "recompute" } & PlanWishes) | { readonly act: PlanAct; readonly entryId: string; readonly jurorId: string };

/**
 * Changes a draft: a pair chosen or ruled out by hand or left to the computation again, other loads or another goal, or nothing but the
 * present state of things. It is to be computed anew. Refuses with "not_found", "entries_open", "judging_closed", "already_done", "stale",
 * "invalid" (loads), or "conflict" (a pair that something hard keeps apart).
 */
export async function changePlan(
  ctx: Ctx,
  planId: string,
  { revision, edit }: { readonly revision: number; readonly edit: PlanEdit },
): Promise<{ atOnce: boolean }> {
  return ctx.store.tx(async (tx) => {
    const own = await planToActOn(tx, ctx, planId);
    const { plan, edition } = own;
    demandDraft(plan, revision);
    const changed = edit.act === "recompute" ? wished(edit) : { choices: chosen(plan.choices, edit) };
    if (edit.act === "pin") await demandFree(tx, ctx, own, edit);
    const next = { ...changed, result: null, revision: plan.revision + 1, dueAt: after(ctx.now, PLAN_OPEN), remindedAt: null };
    await tx.update(juryPlans).set(next).where(eq(juryPlans.id, plan.id));
    const fields = edit.act === "recompute" ? ["result"] : [edit.act];
    await writeAudit(tx, ctx, { action: "jury.plan_changed", subjectKind: "edition", subjectId: edition.id, fields });
    return queueCompute(tx, ctx, { id: plan.id, revision: next.revision }, own);
  });
}

async function demandFree(
  tx: Tx,
  { now }: Ctx,
  { edition, round }: PlanToActOn,
  pair: { entryId: string; jurorId: string },
): Promise<void> {
  const facts = await planFacts(tx, edition, round, now);
  const known = facts.entries.some(({ id }) => id === pair.entryId) && facts.members.some(({ id }) => id === pair.jurorId);
  const bar = facts.bars.get(pairKey(pair));
  if (!known || (bar !== undefined && !isSoft(bar))) throw new DomainError("conflict");
}

function wished({ goal, least, most }: PlanWishes): PlanWishes {
  const whole = (count: number | null): boolean => count === null || (Number.isInteger(count) && count >= 0 && count <= LOAD_MAX);
  if (!whole(least)) throw new DomainError("invalid", { field: "least", max: LOAD_MAX });
  if (!whole(most) || (most !== null && (most < 1 || most < (least ?? 0))))
    throw new DomainError("invalid", { field: "most", max: LOAD_MAX });
  return { goal, least, most };
}

function chosen(choices: readonly PlanChoice[], { act, entryId, jurorId }: Exclude<PlanEdit, { act: "recompute" }>): PlanChoice[] {
  const others = choices.filter((one) => one.entryId !== entryId || one.jurorId !== jurorId);
  return act === "release" ? others : [...others, { entryId, jurorId, kind: act }];
}
