import { and, eq, gt, isNull, lte } from "drizzle-orm";
import { interests } from "#db/schema/matching";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { after } from "../kernel/time";
import { tellTeam } from "./interest";
import { INTEREST_REMINDED } from "./match";

/** For the jobs: ends questions whose date has passed and tells who asked; reminds those due within two days, once each. */
export async function expireInterests(ctx: Ctx): Promise<{ expired: number; reminded: number }> {
  return ctx.store.tx(async (tx) => {
    const expired = await tx
      .update(interests)
      .set({ state: "expired", answeredAt: ctx.now })
      .where(and(eq(interests.state, "open"), lte(interests.dueAt, ctx.now)))
      .returning();
    for (const { id: interestId, fromIdeaId: ideaId, dueAt } of expired) {
      await tellTeam(tx, ctx, { interestId, ideaId, kind: "interest_answered", round: String(dueAt.getTime()) });
      await writeAudit(tx, ctx, { action: "interest.expired", subjectKind: "idea", subjectId: ideaId, fields: ["interest"] });
    }
    const soon = await tx
      .update(interests)
      .set({ remindedAt: ctx.now })
      .where(
        and(
          eq(interests.state, "open"),
          isNull(interests.remindedAt),
          gt(interests.dueAt, ctx.now),
          lte(interests.dueAt, after(ctx.now, INTEREST_REMINDED)),
        ),
      )
      .returning();
    for (const { id: interestId, toId: ideaId, dueAt } of soon) {
      await tellTeam(tx, ctx, { interestId, ideaId, kind: "interest_due", round: String(dueAt.getTime()) });
    }
    return { expired: expired.length, reminded: soon.length };
  });
}
