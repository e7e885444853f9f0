import { and, eq, inArray } from "drizzle-orm";
import { sessionSeats } from "#db/schema/sessions";
import { visitor } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import type { Tx } from "../kernel/store";
import type { NoticeKind } from "../notifications/notice";
import { notifyAll } from "../notifications/notify";
import type { SeatState } from "./session";

type SessionNotice = Extract<NoticeKind, `session_${string}`>;

/** Tells people something of a session, in the app and by mail unless they chose otherwise; `stamp` tells a second time from the first. */
export async function tell(
  tx: Tx,
  ctx: Ctx,
  personIds: readonly string[],
  about: { readonly kind: SessionNotice; readonly sessionId: string; readonly stamp: string },
): Promise<void> {
  const { kind, sessionId, stamp } = about;
  // Nobody did this to them: who registers wants the confirmation as well.
  const nameless: Ctx = { ...ctx, actor: visitor(ctx.actor.locale) };
  await notifyAll(tx, nameless, personIds, {
    kind,
    subjectKind: "group_session",
    subjectId: sessionId,
    dedupeKey: `${sessionId}:${stamp}`,
  });
}

/** Everybody whose seat is in one of these states, first come first. */
export async function personsIn(tx: Tx, sessionId: string, states: readonly SeatState[]): Promise<string[]> {
  const rows = await tx
    .select({ personId: sessionSeats.personId })
    .from(sessionSeats)
    .where(and(eq(sessionSeats.sessionId, sessionId), inArray(sessionSeats.state, [...states])))
    .orderBy(sessionSeats.queuedAt, sessionSeats.id);
  return rows.map(({ personId }) => personId);
}
