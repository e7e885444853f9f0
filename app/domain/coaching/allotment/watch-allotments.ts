import { and, eq, isNull, lt, lte } from "drizzle-orm";
import { jobs } from "#db/schema/across";
import { allotments } from "#db/schema/allotment";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { after, days } from "../../kernel/time";
import { notify } from "../../notifications/notify";
import { DRAFT_REMINDED } from "./allotment";
import { ALLOT_JOB } from "./rows";

/**
 * Reminds whoever made a draft that nobody applied, once, a day before its end, and puts away those past it. Runs every hour and bears being
 * run again.
 */
export async function watchAllotments(ctx: Ctx): Promise<{ reminded: number; dropped: number }> {
  return ctx.store.tx(async (tx) => {
    const over = await tx
      .update(allotments)
      .set({ state: "dropped", openKey: null, closedAt: ctx.now })
      .where(and(eq(allotments.state, "draft"), lte(allotments.dueAt, ctx.now)))
      .returning({ id: allotments.id });
    for (const { id } of over) {
      await writeAudit(tx, ctx, { action: "allotment.expired", subjectKind: "allotment", subjectId: id, fields: ["state"] });
    }
    const due = await tx
      .update(allotments)
      .set({ remindedAt: ctx.now })
      .where(and(eq(allotments.state, "draft"), isNull(allotments.remindedAt), lte(allotments.dueAt, after(ctx.now, DRAFT_REMINDED))))
      .returning({ id: allotments.id, personId: allotments.byPersonId, dueAt: allotments.dueAt });
    for (const { id, personId, dueAt } of due) {
      const about = { kind: "allotment_due", subjectKind: "allotment", subjectId: id } as const;
      await notify(tx, ctx, { ...about, personId, dedupeKey: `${id}:${dueAt.getTime()}` });
    }
    await tx.delete(jobs).where(and(eq(jobs.kind, ALLOT_JOB), lt(jobs.doneAt, after(ctx.now, -days(7)))));
    return { reminded: due.length, dropped: over.length };
  });
}
