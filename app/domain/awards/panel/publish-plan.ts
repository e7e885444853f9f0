import { and, eq, inArray } from "drizzle-orm";
import { assignments } from "#db/schema/awards";
import { juryPlans } from "#db/schema/awards-jury";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import { notify } from "../../notifications/notify";
import { diffOf } from "./changes";
import type { PlanFacts, Standing } from "./facts";
import { pairKey, planFacts } from "./facts";
import type { PlannedPair } from "./plan";
import { demandDraft, planToActOn } from "./rows";

/**
 * Gives the jury what a draft says, all in one transaction, and tells each juror who gets something new. Everything is asked anew: entries,
 * jurors, conflicts, and what has begun, which never moves. Refuses with "not_found", "entries_open", "judging_closed", "already_done",
 * "stale" (changed meanwhile), "assign_infeasible" (not computed, or impossible) or "allotment_changed" with how many pairs cannot be; then
 * the draft stays as it is.
 */
export async function publishPlan(
  ctx: Ctx,
  planId: string,
  { revision }: { readonly revision: number },
): Promise<{ kept: number; added: number; removed: number }> {
  return ctx.store.tx(async (tx) => {
    const { plan, edition, round } = await planToActOn(tx, ctx, planId);
    demandDraft(plan, revision);
    const { result } = plan;
    if (result?.ok !== true || result.pairs.length === 0) throw new DomainError("assign_infeasible");
    const facts = await planFacts(tx, edition, round, ctx.now);
    const diff = diffOf(facts, result);
    if (diff.broken.size + diff.unknown > 0) throw new DomainError("allotment_changed", { count: diff.broken.size + diff.unknown });
    const [closed] = await tx
      .update(juryPlans)
      .set({ state: "published", openKey: null, closedAt: ctx.now, closedBy: ctx.actor.personId })
      .where(and(eq(juryPlans.id, plan.id), eq(juryPlans.state, "draft"), eq(juryPlans.revision, revision)))
      .returning({ id: juryPlans.id });
    if (!closed) throw new DomainError("already_done");
    await takeBack(tx, diff.removed);
    await give(tx, ctx, facts, result.pairs);
    await writeAudit(tx, ctx, { action: "jury.assigned", subjectKind: "edition", subjectId: edition.id, fields: ["assignments"] });
    return { kept: diff.kept.length, added: diff.added.length, removed: diff.removed.length };
  });
}

/** Begun work is here only when a hard conflict came to light: it is recused and stays, the rest is simply taken back. */
async function takeBack(tx: Tx, gone: readonly Standing[]): Promise<void> {
  for (const [state, begun] of [
    ["recused", true],
    ["withdrawn", false],
  ] as const) {
    const ids = gone.filter((one) => one.begun === begun).map(({ id }) => id);
    if (ids.length > 0) await tx.update(assignments).set({ state }).where(inArray(assignments.id, ids));
  }
}

async function give(tx: Tx, ctx: Ctx, { standing, round }: PlanFacts, pairs: readonly PlannedPair[]): Promise<void> {
  const before = new Map(standing.map((one) => [pairKey(one), one]));
  const given = new Map<string, string>();
  for (const pair of pairs) {
    const was = before.get(pairKey(pair));
    const row = { pinned: pair.reason === "pinned" || (was?.state === "open" && was.pinned), reason: saidReason(pair, was) };
    const id = was?.id ?? ctx.newId();
    if (was?.state !== "open") given.set(pair.jurorId, id);
    if (was?.state === "open") await tx.update(assignments).set(row).where(eq(assignments.id, id));
    else if (was)
      await tx
        .update(assignments)
        .set({ ...row, state: "open", at: ctx.now })
        .where(eq(assignments.id, id));
    else {
      const { entryId, jurorId } = pair;
      await tx.insert(assignments).values({ id, roundId: round.id, entryId, jurorId, state: "open", ...row, at: ctx.now });
    }
  }
  // One notice a juror and plan, whatever the number of entries.
  for (const [personId, subjectId] of given) {
    const dedupeKey = `${subjectId}:${ctx.now.getTime()}`;
    await notify(tx, ctx, { personId, kind: "sheet_given", subjectKind: "assignment", subjectId, dedupeKey });
  }
}

/** Begun work keeps the reason it was given for. */
function saidReason({ reason }: PlannedPair, was: Standing | undefined): string {
  return reason === "kept" && was ? was.reason : reason;
}
