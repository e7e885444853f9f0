import { and, eq } from "drizzle-orm";
import { juryPlans } from "#db/schema/awards-jury";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { planToActOn } from "./rows";

/** Puts a draft away; it is kept. Refuses with "not_found", "judging_closed" or "already_done". */
export async function dropPlan(ctx: Ctx, planId: string): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const { plan, edition } = await planToActOn(tx, ctx, planId);
    const [dropped] = await tx
      .update(juryPlans)
      .set({ state: "dropped", openKey: null, closedAt: ctx.now, closedBy: ctx.actor.personId })
      .where(and(eq(juryPlans.id, plan.id), eq(juryPlans.state, "draft")))
      .returning({ id: juryPlans.id });
    if (!dropped) throw new DomainError("already_done");
    await writeAudit(tx, ctx, { action: "jury.plan_dropped", subjectKind: "edition", subjectId: edition.id, fields: ["state"] });
  });
}
