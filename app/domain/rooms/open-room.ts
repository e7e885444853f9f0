import { and, eq, isNull } from "drizzle-orm";
import { roomSides, rooms } from "#db/schema/rooms";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { found } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { touchRoom } from "./act";
import type { RoomKind, SideRef } from "./room";

export interface RoomInput {
  readonly kind: RoomKind;
  /** The interest or session it comes from: one room each. */
  readonly originId: string;
  /** The campus whose clock and opening hours count. */
  readonly campusId: string;
  /** Who asked comes first. */
  readonly sides: readonly SideRef[];
}

/** Opens the room of an interest or session, or opens it again; the caller has checked that both sides agree. */
export async function openRoom(tx: Tx, ctx: Ctx, input: RoomInput): Promise<{ roomId: string }> {
  const { kind, originId, campusId, sides } = input;
  const fresh = { openedAt: ctx.now, activeAt: ctx.now, closedAt: null, closedBy: null };
  const [row] = await tx
    .insert(rooms)
    .values({ id: ctx.newId(), kind, originId, campusId, ...fresh })
    .onConflictDoUpdate({ target: [rooms.kind, rooms.originId], set: fresh })
    .returning({ id: rooms.id });
  const roomId = found(row).id;
  await tx
    .insert(roomSides)
    .values(sides.map((side, position) => ({ roomId, ...side, position })))
    .onConflictDoNothing();
  await touchRoom(tx, ctx, roomId);
  await writeAudit(tx, ctx, { action: "room.opened", subjectKind: "room", subjectId: roomId });
  return { roomId };
}

/** Ends the work in the room of an interest or session: it stays readable for both sides. Without a room nothing happens. */
export async function closeRoom(tx: Tx, ctx: Ctx, origin: Pick<RoomInput, "kind" | "originId">): Promise<void> {
  const [row] = await tx
    .update(rooms)
    .set({ closedAt: ctx.now, closedBy: ctx.actor.personId })
    .where(and(eq(rooms.kind, origin.kind), eq(rooms.originId, origin.originId), isNull(rooms.closedAt)))
    .returning({ id: rooms.id });
  if (!row) return;
  await touchRoom(tx, ctx, row.id);
  await writeAudit(tx, ctx, { action: "room.closed", subjectKind: "room", subjectId: row.id });
}
