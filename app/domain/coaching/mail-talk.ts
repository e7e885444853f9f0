import type { Ctx } from "../kernel/context";
import type { Tx } from "../kernel/store";
import type { MailTemplate } from "../notifications/enqueue-mail";
import { enqueueMail } from "../notifications/enqueue-mail";
import type { NoticeKind } from "../notifications/notice";
import { notifyAll } from "../notifications/notify";
import type { Partaker, SessionRow } from "./session-rows";

export type TalkOccasion = Extract<MailTemplate, `talk_${string}`>;

/** The notice in the app that goes with each mail; who does not want its mail does not want this one. */
export const NOTICE_OF = {
  talk_booked: "talk_booked",
  talk_moved: "talk_moved",
  talk_cancelled: "talk_cancelled",
  talk_reminder: "talk_soon",
} as const satisfies Record<TalkOccasion, NoticeKind>;

/** Tells its coach and everybody of the team who comes of a talk, by mail and in the app. A second one about the same moment of the same talk is dropped. */
export async function mailTalk(
  tx: Tx,
  ctx: Ctx,
  template: TalkOccasion,
  { session, partakers }: { session: Pick<SessionRow, "id" | "coachId" | "from" | "ideaId">; partakers: readonly Partaker[] },
): Promise<void> {
  const coming = partakers.filter((one) => one.inTeam && one.presence === "coming").map((one) => one.personId);
  const at = String(session.from.getTime());
  const stamp = template === "talk_moved" ? `${at}:${ctx.now.getTime()}` : at;
  const told = new Set([session.coachId, ...coming]);
  await notifyAll(tx, ctx, told, {
    kind: NOTICE_OF[template],
    subjectKind: "session",
    subjectId: session.id,
    dedupeKey: `${session.id}:${stamp}`,
    mail: false,
    ...(session.ideaId === null ? {} : { ideaId: session.ideaId }),
  });
  for (const personId of told) {
    await enqueueMail(tx, ctx, {
      template,
      personId,
      payload: { sessionId: session.id, at },
      dedupeKey: `${template}:${session.id}:${stamp}:${personId}`,
    });
  }
}
