import { closures } from "#db/schema/campus";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import type { Labels } from "./campus";
import { isDay } from "./campus";
import { requireRunCampus } from "./guard";

/** Closes a campus on whole days, first and last included (ISO dates of the campus). Refuses with "not_found", "forbidden" or "invalid". */
export async function addClosure(
  ctx: Ctx,
  input: { readonly campusId: string; readonly firstDay: string; readonly lastDay: string; readonly reason: Labels },
): Promise<{ closureId: string }> {
  const { campusId, firstDay, lastDay, reason } = input;
  if (!isDay(firstDay) || !isDay(lastDay) || firstDay > lastDay) throw new DomainError("invalid", { field: "lastDay" });
  const closureId = ctx.newId();
  await ctx.store.tx(async (tx) => {
    await requireRunCampus(tx, ctx, campusId);
    await tx.insert(closures).values({ id: closureId, campusId, firstDay, lastDay, reason: { ...reason } });
    await touchPages(tx, [`campus:${campusId}`]);
    await writeAudit(tx, ctx, { action: "campus.closure_added", subjectKind: "closure", subjectId: closureId });
  });
  return { closureId };
}
