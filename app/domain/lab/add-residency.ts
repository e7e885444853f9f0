import { eq } from "drizzle-orm";
import { organisations } from "#db/schema/campus";
import { residencies, spaces } from "#db/schema/scheduling";
import { isDay } from "../campus/campus";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { requireRunLab } from "./guard";

/** Gives an organisation a stay in a space, in whole days of the campus, both included. Refuses with "not_found", "forbidden" or "invalid". */
export async function addResidency(
  ctx: Ctx,
  input: { readonly organisationId: string; readonly spaceId: string; readonly firstDay: string; readonly lastDay: string },
): Promise<{ residencyId: string }> {
  const { organisationId, spaceId, firstDay, lastDay } = input;
  if (!isDay(firstDay) || !isDay(lastDay) || firstDay > lastDay) throw new DomainError("invalid", { field: "lastDay" });
  const residencyId = ctx.newId();
  await ctx.store.tx(async (tx) => {
    const [space] = await tx.select({ campusId: spaces.campusId }).from(spaces).where(eq(spaces.id, spaceId));
    requireRunLab(ctx, found(space).campusId);
    const [organisation] = await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, organisationId));
    found(organisation);
    await tx.insert(residencies).values({ id: residencyId, organisationId, spaceId, firstDay, lastDay, createdAt: ctx.now });
    await writeAudit(tx, ctx, { action: "lab.residency_added", subjectKind: "residency", subjectId: residencyId });
  });
  return { residencyId };
}
