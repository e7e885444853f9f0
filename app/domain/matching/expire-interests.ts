import { and, eq, gt, inArray, isNull, lte } from "drizzle-orm";
import { interests } from "#db/schema/matching";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { after } from "../kernel/time";
import { askedOf, askingOf, tellParty } from "./interest";
import { INTEREST_REMINDED } from "./match";

/** For the jobs: ends questions whose date has passed and tells who asked; reminds those due within two days, once each. */
export async function expireInterests(ctx: Ctx): Promise<{ expired: number; reminded: number }> {
  return ctx.store.tx(async (tx) => {
    const unsaid = await tx
      .update(interests)
      .set({ state: "expired" })
      .where(and(eq(interests.state, "proposed"), lte(interests.dueAt, ctx.now)))
      .returning({ fromIdeaId: interests.fromIdeaId });
    for (const { fromIdeaId: subjectId } of unsaid) {
      await writeAudit(tx, ctx, { action: "interest.not_confirmed", subjectKind: "idea", subjectId, fields: ["interest"] });
    }
    const expired = await tx
      .update(interests)
      .set({ state: "expired", answeredAt: ctx.now })
      .where(and(eq(interests.state, "open"), lte(interests.dueAt, ctx.now)))
      .returning();
    for (const interest of expired) {
      const { fromIdeaId: subjectId, dueAt } = interest;
      await tellParty(tx, ctx, { interest, party: askingOf(interest), kind: "interest_answered", round: String(dueAt.getTime()) });
      await writeAudit(tx, ctx, { action: "interest.expired", subjectKind: "idea", subjectId, fields: ["interest"] });
    }
    const soon = await tx
      .update(interests)
      .set({ remindedAt: ctx.now })
      .where(
        and(
          inArray(interests.state, ["open", "proposed"]),
          isNull(interests.remindedAt),
          gt(interests.dueAt, ctx.now),
          lte(interests.dueAt, after(ctx.now, INTEREST_REMINDED)),
        ),
      )
      .returning();
    for (const interest of soon) {
      const own = interest.state === "proposed";
      const party = own ? askingOf(interest) : askedOf(interest);
      const kind = own ? "interest_to_confirm" : "interest_due";
      await tellParty(tx, ctx, { interest, party, kind, round: String(interest.dueAt.getTime()) });
    }
    return { expired: expired.length + unsaid.length, reminded: soon.length };
  });
}
