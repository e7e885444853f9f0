import { writeAudit } from "../kernel/audit";
import type { AuditState } from "../kernel/audit-seals";
import { verifyAudit } from "../kernel/audit-seals";
import type { Ctx } from "../kernel/context";
import { requireAdmin } from "./guard";

/** Goes through the whole chain as `broeikas audit verify` does, and writes down that it was done. */
export async function checkAudit(ctx: Ctx): Promise<AuditState> {
  requireAdmin(ctx);
  const state = await verifyAudit(ctx.store.db);
  await ctx.store.tx((tx) => writeAudit(tx, ctx, { action: "audit.verified", subjectKind: "audit", subjectId: "all" }));
  return state;
}

/** Writes down that an admin takes the trail along as a file. */
export async function recordAuditExport(ctx: Ctx): Promise<void> {
  requireAdmin(ctx);
  await ctx.store.tx((tx) => writeAudit(tx, ctx, { action: "audit.exported", subjectKind: "audit", subjectId: "all" }));
}
