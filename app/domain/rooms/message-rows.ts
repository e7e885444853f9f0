import { eq } from "drizzle-orm";
import { roomMessages } from "#db/schema/rooms";
import { isId } from "../ideas/visible";
import type { Person } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import type { ActedRoom } from "./room-rows";
import { roomToActOn } from "./room-rows";

/** A message with its room. Refuses with "not_found" when either is missing or not theirs to see. */
export async function messageToActOn(
  tx: Tx,
  ctx: Ctx,
  person: Person,
  messageId: string,
): Promise<ActedRoom & { message: typeof roomMessages.$inferSelect }> {
  if (!isId(messageId)) throw new DomainError("not_found");
  const [row] = await tx.select().from(roomMessages).where(eq(roomMessages.id, messageId));
  const message = found(row);
  return { ...(await roomToActOn(tx, person, message.roomId, ctx.now)), message };
}
