import { roomReads } from "#db/schema/rooms";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import type { Tx } from "../kernel/store";
import { readNoticesOf } from "../notifications/read-notices";
import { isInside } from "./policy";
import { roomToActOn } from "./room-rows";

/** Notes that the actor has read a room up to now, and with it the notices of its messages. Coaches who read along leave no trace. */
export async function markRoomRead(ctx: Ctx, roomId: string): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const { facts } = await roomToActOn(tx, person, roomId, ctx.now);
    if (isInside(facts)) await setRead(tx, ctx, roomId, person.personId);
  });
}

/** Writes until when somebody has read; the caller checks who may. */
export async function setRead(tx: Tx, ctx: Ctx, roomId: string, personId: string): Promise<void> {
  await tx
    .insert(roomReads)
    .values({ roomId, personId, readAt: ctx.now })
    .onConflictDoUpdate({ target: [roomReads.roomId, roomReads.personId], set: { readAt: ctx.now } });
  await readNoticesOf(tx, ctx, { personId, kind: "room_message", subjectKind: "room", subjectId: roomId });
}
