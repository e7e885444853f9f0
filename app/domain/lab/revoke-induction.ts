import { and, eq, isNull } from "drizzle-orm";
import { inductions } from "#db/schema/scheduling";
import { isId } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { requireRunLab } from "./guard";
import { placeOf } from "./place";

/** Ends an induction; bookings that stand stay. Refuses with "not_found", "forbidden" or "already_done". */
export async function revokeInduction(ctx: Ctx, inductionId: string): Promise<void> {
  if (!isId(inductionId)) throw new DomainError("not_found");
  await ctx.store.tx(async (tx) => {
    const [row] = await tx.select({ resourceId: inductions.resourceId }).from(inductions).where(eq(inductions.id, inductionId));
    const place = await placeOf(tx, found(row).resourceId);
    requireRunLab(ctx, place.campusId);
    const [ended] = await tx
      .update(inductions)
      .set({ revokedAt: ctx.now })
      .where(and(eq(inductions.id, inductionId), isNull(inductions.revokedAt)))
      .returning({ id: inductions.id });
    if (!ended) throw new DomainError("already_done");
    await writeAudit(tx, ctx, { action: "lab.induction_revoked", subjectKind: "induction", subjectId: inductionId });
  });
}
