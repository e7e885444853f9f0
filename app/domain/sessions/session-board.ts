import { and, eq, isNull, lte } from "drizzle-orm";
import { rooms } from "#db/schema/rooms";
import { groupSessions } from "#db/schema/sessions";
import type { Ctx } from "../kernel/context";
import type { Tx } from "../kernel/store";
import { after } from "../kernel/time";
import { closeRoom, openRoom } from "../rooms/open-room";
import type { ActedSession } from "./rows";
import { BOARD_AFTER } from "./session";

/** Opens the board of a session with the first who is there: for everybody who is checked in and the coach. One that is open stays as it is. */
export async function openBoard(tx: Tx, ctx: Ctx, { session }: Pick<ActedSession, "session">): Promise<void> {
  const [there] = await tx
    .select({ id: rooms.id })
    .from(rooms)
    .where(and(eq(rooms.kind, "session"), eq(rooms.originId, session.id)));
  if (there) return;
  const sides = [{ kind: "session", subjectId: session.id }] as const;
  await openRoom(tx, ctx, { kind: "session", originId: session.id, campusId: session.campusId, sides });
}

/** Ends the work on the boards of sessions that were over a week ago: they stay readable for who was there. Bears being run again. */
export async function closeBoards(tx: Tx, ctx: Ctx): Promise<void> {
  const due = await tx
    .select({ id: groupSessions.sessionId })
    .from(groupSessions)
    .innerJoin(rooms, and(eq(rooms.kind, "session"), eq(rooms.originId, groupSessions.sessionId), isNull(rooms.closedAt)))
    .where(and(eq(groupSessions.run, "over"), lte(groupSessions.endedAt, after(ctx.now, -BOARD_AFTER))));
  for (const { id } of due) await closeRoom(tx, ctx, { kind: "session", originId: id });
}
