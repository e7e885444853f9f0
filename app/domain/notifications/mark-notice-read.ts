import { and, eq, isNull } from "drizzle-orm";
import { notifications } from "#db/schema/across";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { found } from "../kernel/errors";
import { noticeFor } from "./queries-notices";

/** Marks a notice of the actor as read and tells where it leads. Refuses with "not_found" when it is not theirs, or not theirs to see any more. */
export async function markNoticeRead(ctx: Ctx, noticeId: string): Promise<{ path: string }> {
  const actor = requirePerson(ctx);
  const safeId = /^[\w-]{1,64}$/.test(noticeId) ? noticeId : "";
  return ctx.store.tx(async (tx) => {
    const { path } = found(await noticeFor({ db: tx, actor }, safeId));
    await tx
      .update(notifications)
      .set({ readAt: ctx.now })
      .where(and(eq(notifications.id, safeId), isNull(notifications.readAt)));
    return { path };
  });
}
