import { and, eq, isNotNull, or } from "drizzle-orm";
import { notificationPreferences, notifications } from "#db/schema/across";
import { comments } from "#db/schema/ideas";
import { recipient } from "../identity/mail-facts";
import { loadActor } from "../identity/queries";
import type { Locale } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import type { Db } from "../kernel/store";
import { goesByMail } from "./notice";
import type { ShownNotice } from "./queries-notices";
import { noticeFor } from "./queries-notices";
import { issueUnsubscribe } from "./unsubscribe";

/** What the mail of a notice tells, to whom and in which language. */
export interface NoticeMail {
  readonly to: string;
  readonly locale: Locale;
  readonly name: string;
  readonly notice: ShownNotice;
  /** Path of the page, and of the one click, that ends these mails. */
  readonly unsubscribePath: string;
}

/**
 * Asks at sending whether a notice is still to be mailed, and makes the link that ends such mails. Skipped when it was read,
 * what it tells of may not be seen any more, the person chose otherwise, or is suspended or erased.
 */
export async function noticeMail(ctx: Ctx, noticeId: string): Promise<NoticeMail | { readonly skipped: string }> {
  const { db } = ctx.store;
  const [row] = await db.select().from(notifications).where(eq(notifications.id, noticeId));
  if (!row) return { skipped: "the notice is gone" };
  if (row.readAt !== null) return { skipped: "read already" };
  const { personId } = row;
  const to = await recipient(db, personId);
  const actor = await loadActor(db, personId, ctx.now);
  if (!to || !actor) return { skipped: "nobody to write to" };
  if (row.subjectKind === "comment" && (await isCommentGone(db, row.subjectId))) return { skipped: "the comment is gone" };
  const notice = await noticeFor({ db, actor }, noticeId);
  if (!notice) return { skipped: "not theirs to see" };
  const [choice] = await db
    .select({ byMail: notificationPreferences.byMail })
    .from(notificationPreferences)
    .where(and(eq(notificationPreferences.personId, personId), eq(notificationPreferences.kind, notice.kind)));
  if (!goesByMail(notice.kind, choice?.byMail ?? null)) return { skipped: "switched off" };
  const secret = await ctx.store.tx((tx) => issueUnsubscribe(tx, ctx, personId, notice.kind));
  return { ...to, notice, unsubscribePath: `/mail/unsubscribe/${secret}` };
}

async function isCommentGone(db: Db, commentId: string): Promise<boolean> {
  const [gone] = await db
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.id, commentId), or(isNotNull(comments.removedAt), isNotNull(comments.hiddenAt))));
  return gone !== undefined;
}
