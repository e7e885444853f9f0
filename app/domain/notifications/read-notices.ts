import { and, eq, isNull } from "drizzle-orm";
import { notifications } from "#db/schema/across";
import type { Ctx } from "../kernel/context";
import type { Tx } from "../kernel/store";
import type { NoticeKind, NoticeSubject } from "./notice";

/** Marks a person's notices of one kind about one thing as read, because they looked at the thing itself; mail that waits for them stays home. */
export async function readNoticesOf(
  tx: Tx,
  ctx: Ctx,
  about: { readonly personId: string; readonly kind: NoticeKind; readonly subjectKind: NoticeSubject; readonly subjectId: string },
): Promise<void> {
  const { personId, kind, subjectKind, subjectId } = about;
  await tx
    .update(notifications)
    .set({ readAt: ctx.now })
    .where(
      and(
        eq(notifications.personId, personId),
        isNull(notifications.readAt),
        eq(notifications.kind, kind),
        eq(notifications.subjectKind, subjectKind),
        eq(notifications.subjectId, subjectId),
      ),
    );
}
