import { and, eq, isNull, lte } from "drizzle-orm";
import { notifications } from "#db/schema/across";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";

/** Marks every notice of the actor as read, up to now. */
export async function markAllNoticesRead(ctx: Ctx): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    await tx
      .update(notifications)
      .set({ readAt: ctx.now })
      .where(and(eq(notifications.personId, personId), isNull(notifications.readAt), lte(notifications.at, ctx.now)));
  });
}
