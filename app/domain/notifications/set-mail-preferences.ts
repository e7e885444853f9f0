import { notificationPreferences } from "#db/schema/across";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import type { Tx } from "../kernel/store";
import type { NoticeKind } from "./notice";
import { isMailable, NOTICE_KINDS } from "./notice";

/** Chooses which kinds of notice the actor gets by mail; all others stay in the app. */
export async function setMailPreferences(ctx: Ctx, byMail: ReadonlySet<NoticeKind>): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    for (const kind of NOTICE_KINDS.filter(isMailable)) await choose(tx, personId, kind, byMail.has(kind));
    await writeAudit(tx, ctx, { action: "notices.mail_chosen", subjectKind: "person", subjectId: personId, fields: ["by_mail"] });
  });
}

/** Writes one choice over the older one. */
export async function choose(tx: Tx, personId: string, kind: NoticeKind, byMail: boolean): Promise<void> {
  await tx
    .insert(notificationPreferences)
    .values({ personId, kind, byMail })
    .onConflictDoUpdate({ target: [notificationPreferences.personId, notificationPreferences.kind], set: { byMail } });
}
