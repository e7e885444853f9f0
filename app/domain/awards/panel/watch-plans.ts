import { and, eq, isNull, lt, lte } from "drizzle-orm";
import { jobs } from "#db/schema/across";
import { rounds } from "#db/schema/awards";
import { juryPlans } from "#db/schema/awards-jury";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { after, days } from "../../kernel/time";
import { notify } from "../../notifications/notify";
import { PLAN_REMINDED } from "./plan";
import { PLAN_JOB } from "./rows";

/**
 * Reminds whoever made a draft that nobody published it, once, a day before its end, and puts away those past it. Runs every hour and
 * bears being run again.
 */
export async function watchPlans(ctx: Ctx): Promise<{ reminded: number; dropped: number }> {
  return ctx.store.tx(async (tx) => {
    const over = await tx
      .update(juryPlans)
      .set({ state: "dropped", openKey: null, closedAt: ctx.now })
      .where(and(eq(juryPlans.state, "draft"), lte(juryPlans.dueAt, ctx.now)))
      .returning({ id: juryPlans.id, roundId: juryPlans.roundId });
    for (const { id } of over) {
      await writeAudit(tx, ctx, { action: "jury.plan_expired", subjectKind: "jury_plan", subjectId: id, fields: ["state"] });
    }
    const due = await tx
      .update(juryPlans)
      .set({ remindedAt: ctx.now })
      .where(and(eq(juryPlans.state, "draft"), isNull(juryPlans.remindedAt), lte(juryPlans.dueAt, after(ctx.now, PLAN_REMINDED))))
      .returning({ id: juryPlans.id, roundId: juryPlans.roundId, personId: juryPlans.byPersonId, dueAt: juryPlans.dueAt });
    for (const { id, roundId, personId, dueAt } of due) {
      const [round] = await tx.select({ editionId: rounds.editionId }).from(rounds).where(eq(rounds.id, roundId));
      if (!round) continue;
      const about = { kind: "plan_due", subjectKind: "edition", subjectId: round.editionId } as const;
      await notify(tx, ctx, { ...about, personId, dedupeKey: `${id}:${dueAt.getTime()}` });
    }
    await tx.delete(jobs).where(and(eq(jobs.kind, PLAN_JOB), lt(jobs.doneAt, after(ctx.now, -days(7)))));
    return { reminded: due.length, dropped: over.length };
  });
}
