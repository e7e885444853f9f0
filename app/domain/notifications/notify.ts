import { and, eq, inArray } from "drizzle-orm";
import { notificationPreferences, notifications } from "#db/schema/across";
import type { Ctx } from "../kernel/context";
import type { Tx } from "../kernel/store";
import { enqueueMail } from "./enqueue-mail";
import type { NoticeKind, NoticeSubject } from "./notice";
import { goesByMail, isMailable } from "./notice";

/** What somebody is told. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly subjectKind: NoticeSubject;
  readonly subjectId: string;
  /** The idea it tells of, when the subject is not that idea itself: without a right to see it, the notice is not shown, counted or mailed. */
  readonly ideaId?: string;
  /** Who did it; whoever acts when absent. */
  readonly byPersonId?: string;
  /** Tells this happening from others of the kind: a second notice with the same key is dropped, for each person. */
  readonly dedupeKey: string;
  /** False keeps it in the app. */
  readonly mail?: boolean;
  /** When the mail may go at the earliest; at once when absent. Who reads the notice before gets none. */
  readonly mailAt?: Date;
}

/** Rows written by one statement. */
const BATCH = 200;

/** Tells one person something: in the app, and by mail unless they chose otherwise. Whoever did it is not told. */
export async function notify(tx: Tx, ctx: Ctx, notice: Notice & { readonly personId: string }): Promise<void> {
  const { personId, ...rest } = notice;
  await notifyAll(tx, ctx, [personId], rest);
}

/** As `notify`, for several people; their number does not change the number of reads. Returns who also gets a mail of it. */
export async function notifyAll(tx: Tx, ctx: Ctx, personIds: Iterable<string>, notice: Notice): Promise<ReadonlySet<string>> {
  const by = notice.byPersonId ?? ctx.actor.personId;
  const told = [...new Set(personIds)].filter((personId) => personId !== by);
  const mailed = new Set<string>();
  for (let at = 0; at < told.length; at += BATCH) {
    for (const personId of await tell(tx, ctx, told.slice(at, at + BATCH), notice, by)) mailed.add(personId);
  }
  return mailed;
}

async function tell(tx: Tx, ctx: Ctx, personIds: readonly string[], notice: Notice, by: string | null): Promise<string[]> {
  const { kind, subjectKind, subjectId } = notice;
  const ideaId = subjectKind === "idea" ? subjectId : (notice.ideaId ?? null);
  const written = await tx
    .insert(notifications)
    .values(
      personIds.map((personId) => ({
        id: ctx.newId(),
        personId,
        kind,
        subjectKind,
        subjectId,
        ideaId,
        byPersonId: by,
        dedupeKey: `${kind}:${notice.dedupeKey}:${personId}`,
        at: ctx.now,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: notifications.id, personId: notifications.personId });
  if (notice.mail === false || !isMailable(kind) || written.length === 0) return [];
  const chosen = await choicesOf(
    tx,
    kind,
    written.map(({ personId }) => personId),
  );
  const mailed = written.filter(({ personId }) => goesByMail(kind, chosen.get(personId) ?? null));
  for (const { id, personId } of mailed) {
    await enqueueMail(tx, ctx, {
      template: "notice",
      personId,
      payload: { noticeId: id },
      dedupeKey: `notice:${id}`,
      dueAt: notice.mailAt,
    });
  }
  return mailed.map(({ personId }) => personId);
}

async function choicesOf(tx: Tx, kind: NoticeKind, personIds: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const rows = await tx
    .select({ personId: notificationPreferences.personId, byMail: notificationPreferences.byMail })
    .from(notificationPreferences)
    .where(and(eq(notificationPreferences.kind, kind), inArray(notificationPreferences.personId, [...personIds])));
  return new Map(rows.map((row) => [row.personId, row.byMail]));
}
