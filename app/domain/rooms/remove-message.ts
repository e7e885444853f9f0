import { and, eq, isNull } from "drizzle-orm";
import { roomMessages } from "#db/schema/rooms";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchRoom } from "./act";
import { messageToActOn } from "./message-rows";

/** Takes back what the actor wrote; its place stays, its words go from every page. Refuses with "not_found", "forbidden" or "already_done". */
export async function removeMessage(ctx: Ctx, messageId: string): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const { room, message } = await messageToActOn(tx, ctx, person, messageId);
    if (message.authorId !== person.personId) throw new DomainError("forbidden");
    const [row] = await tx
      .update(roomMessages)
      .set({ removedAt: ctx.now })
      .where(and(eq(roomMessages.id, message.id), isNull(roomMessages.removedAt)))
      .returning({ id: roomMessages.id });
    if (!row) throw new DomainError("already_done");
    await touchRoom(tx, ctx, room.id);
    await writeAudit(tx, ctx, { action: "message.removed", subjectKind: "message", subjectId: message.id, fields: ["removed_at"] });
  });
}
