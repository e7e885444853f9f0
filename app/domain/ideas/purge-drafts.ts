import { and, isNull, lt } from "drizzle-orm";
import { ideaDrafts } from "#db/schema/ideas";
import type { Ctx } from "../kernel/context";
import { after } from "../kernel/time";
import { UNCLAIMED_DRAFT_KEPT } from "./drafts";

/** Clears away drafts of visitors who did not come back within 30 days. Returns how many. */
export async function purgeDrafts(ctx: Ctx): Promise<number> {
  return ctx.store.tx(async (tx) => {
    const gone = await tx
      .delete(ideaDrafts)
      .where(and(isNull(ideaDrafts.personId), lt(ideaDrafts.updatedAt, after(ctx.now, -UNCLAIMED_DRAFT_KEPT))))
      .returning({ id: ideaDrafts.id });
    return gone.length;
  });
}
