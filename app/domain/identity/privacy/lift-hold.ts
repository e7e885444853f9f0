import { and, eq, isNull } from "drizzle-orm";
import { retentionHolds } from "#db/schema/privacy";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { isAdmin } from "../policy";

/** Ends a hold before its day. For admins; refuses with "not_found" when it is none, or was lifted already. */
export async function liftHold(ctx: Ctx, holdId: string): Promise<void> {
  const { personId } = requirePerson(ctx);
  if (!isAdmin(ctx.actor)) throw new DomainError("not_found");
  await ctx.store.tx(async (tx) => {
    const lifted = await tx
      .update(retentionHolds)
      .set({ liftedAt: ctx.now, liftedBy: personId })
      .where(and(eq(retentionHolds.id, holdId), isNull(retentionHolds.liftedAt)))
      .returning({ id: retentionHolds.id });
    if (lifted.length === 0) throw new DomainError("not_found");
    await writeAudit(tx, ctx, { action: "retention.lifted", subjectKind: "retention_hold", subjectId: holdId });
  });
}
