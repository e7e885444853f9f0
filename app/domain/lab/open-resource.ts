import { and, eq, isNotNull } from "drizzle-orm";
import { resources } from "#db/schema/scheduling";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { release } from "../scheduling/release";
import { requireRunLab } from "./guard";
import { placeOf } from "./place";

/** Opens a closed resource before its day; bookings that were cancelled stay so. Refuses with "not_found", "forbidden" or "already_done". */
export async function openResource(ctx: Ctx, resourceId: string): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const place = await placeOf(tx, resourceId);
    requireRunLab(ctx, place.campusId);
    const [row] = await tx
      .update(resources)
      .set({ closedUntil: null, closedReason: null })
      .where(and(eq(resources.id, resourceId), isNotNull(resources.closedUntil)))
      .returning({ id: resources.id });
    if (!row) throw new DomainError("already_done");
    await release(tx, "closure", resourceId);
    await writeAudit(tx, ctx, { action: "lab.resource_opened", subjectKind: "resource", subjectId: resourceId, fields: ["closed_until"] });
  });
}
