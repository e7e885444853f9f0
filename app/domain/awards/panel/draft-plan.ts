import { juryPlans } from "#db/schema/awards-jury";
import { and, eq } from "drizzle-orm";
import { assignments } from "#db/schema/awards";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { after } from "../../kernel/time";
import type { PlanChoice } from "./plan";
import { PLAN_OPEN } from "./plan";
import { editionToPlan, openPlan, queueCompute } from "./rows";

/**
 * Begins a draft of who scores what in the present round, still to be computed (`computePlan`, at once when `atOnce` says so). Pairs
 * that were chosen by hand before stay so. Where there is a draft already, that one is given: two people who begin at the same moment
 * work on the same one. Refuses with "not_found", "forbidden", "entries_open" or "judging_closed".
 */
export async function draftPlan(
  ctx: Ctx,
  input: { readonly editionSlug: string; readonly choices?: readonly PlanChoice[]; readonly seed?: string },
): Promise<{ planId: string; atOnce: boolean }> {
  return ctx.store.tx(async (tx) => {
    const { edition, round } = await editionToPlan(tx, ctx, input.editionSlug);
    const person = requirePerson(ctx);
    const pinned = await tx
      .select({ entryId: assignments.entryId, jurorId: assignments.jurorId })
      .from(assignments)
      .where(and(eq(assignments.roundId, round.id), eq(assignments.state, "open"), eq(assignments.pinned, true)));
    const [row] = await tx
      .insert(juryPlans)
      .values({
        id: ctx.newId(),
        roundId: round.id,
        openKey: round.id,
        state: "draft",
        goal: "floor",
        seed: input.seed ?? edition.slug,
        choices: [...pinned.map((pair) => ({ ...pair, kind: "pin" as const })), ...(input.choices ?? [])],
        result: null,
        revision: 1,
        byPersonId: person.personId,
        at: ctx.now,
        dueAt: after(ctx.now, PLAN_OPEN),
      })
      .onConflictDoNothing()
      .returning();
    if (!row) {
      const there = await openPlan(tx, round.id);
      if (!there) throw new DomainError("stale");
      return { planId: there.id, atOnce: there.result === null };
    }
    await writeAudit(tx, ctx, { action: "jury.plan_drafted", subjectKind: "edition", subjectId: edition.id, fields: ["plan"] });
    return { planId: row.id, ...(await queueCompute(tx, ctx, row, { edition, round })) };
  });
}
