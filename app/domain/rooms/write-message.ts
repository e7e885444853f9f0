import { and, eq, inArray } from "drizzle-orm";
import { roomMessages, roomReads } from "#db/schema/rooms";
import type { Locale } from "../kernel/actor";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import type { Tx } from "../kernel/store";
import { roomToWorkIn, touchRoom, writtenText } from "./act";
import { setRead } from "./mark-room-read";
import { MESSAGE_MAX } from "./room";
import { othersIn, tellRoom } from "./tell";

/**
 * Says something in a room. The others are told once for all that comes until they read it, and those who are kept apart from
 * the writer never see it. Refuses with "not_found", "forbidden" (reads along only), "room_closed" or "invalid".
 */
export async function writeMessage(ctx: Ctx, roomId: string, input: { body: string; lang?: Locale }): Promise<{ messageId: string }> {
  const person = requirePerson(ctx);
  const body = writtenText("body", input.body, MESSAGE_MAX);
  const messageId = ctx.newId();
  await ctx.store.tx(async (tx) => {
    const acted = await roomToWorkIn(tx, ctx, person, roomId);
    await tx
      .insert(roomMessages)
      .values({ id: messageId, roomId, authorId: person.personId, body, lang: input.lang ?? person.locale, at: ctx.now });
    await setRead(tx, ctx, roomId, person.personId);
    await touchRoom(tx, ctx, roomId, true);
    await writeAudit(tx, ctx, { action: "message.written", subjectKind: "message", subjectId: messageId, fields: ["body"] });
    const others = await othersIn(tx, ctx, acted);
    const read = await readUntil(tx, roomId, others);
    await tellRoom(tx, ctx, acted, others, { kind: "room_message", key: (personId) => String(read.get(personId) ?? 0), digest: true });
  });
  return { messageId };
}

/** Until when each of these people has read, in milliseconds: what comes after it is one batch. */
async function readUntil(tx: Tx, roomId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(roomReads)
    .where(and(eq(roomReads.roomId, roomId), inArray(roomReads.personId, [...personIds])));
  return new Map(rows.map(({ personId, readAt }) => [personId, readAt.getTime()]));
}
