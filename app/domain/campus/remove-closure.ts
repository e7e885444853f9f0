import { and, eq } from "drizzle-orm";
import { closures } from "#db/schema/campus";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { found } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import { requireRunCampus } from "./guard";

/** Takes a closure of a campus back: it is open on those days again. Refuses with "not_found" or "forbidden". */
export async function removeClosure(ctx: Ctx, input: { readonly campusId: string; readonly closureId: string }): Promise<void> {
  const { campusId, closureId } = input;
  await ctx.store.tx(async (tx) => {
    await requireRunCampus(tx, ctx, campusId);
    const [removed] = await tx
      .delete(closures)
      .where(and(eq(closures.id, closureId), eq(closures.campusId, campusId)))
      .returning({ id: closures.id });
    found(removed);
    await touchPages(tx, [`campus:${campusId}`]);
    await writeAudit(tx, ctx, { action: "campus.closure_removed", subjectKind: "closure", subjectId: closureId });
  });
}
