import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { boardNotes, roomMessages } from "#db/schema/rooms";
import { isId } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { clean } from "../kernel/text";
import { touchRoom } from "./act";
import { canModerateRoom } from "./policy";
import { roomToActOn } from "./room-rows";

/** What can be hidden in a room. */
export type WrittenKind = "message" | "note";
const TABLES = { message: roomMessages, note: boardNotes } as const;

/**
 * Hides a message or note from everybody but coaches and organisers, with a reason in the trail; or shows it again. Refuses
 * with "not_found", "forbidden" (who is on a side decides nothing about it) or "already_done".
 */
export async function hideWritten(ctx: Ctx, kind: WrittenKind, id: string, input: { reason: string } | "show"): Promise<void> {
  const person = requirePerson(ctx);
  if (!isId(id)) throw new DomainError("not_found");
  const table = TABLES[kind];
  const hide = input !== "show";
  await ctx.store.tx(async (tx) => {
    const [written] = await tx.select({ roomId: table.roomId }).from(table).where(eq(table.id, id));
    const { room, facts } = await roomToActOn(tx, person, found(written).roomId, ctx.now);
    if (!canModerateRoom(person, facts)) throw new DomainError("forbidden");
    const [row] = await tx
      .update(table)
      .set(hide ? { hiddenAt: ctx.now, hiddenBy: person.personId } : { hiddenAt: null, hiddenBy: null })
      .where(and(eq(table.id, id), hide ? isNull(table.hiddenAt) : isNotNull(table.hiddenAt)))
      .returning({ id: table.id });
    if (!row) throw new DomainError("already_done");
    await touchRoom(tx, ctx, room.id);
    await writeAudit(tx, ctx, {
      action: `${kind}.${hide ? "hidden" : "shown"}`,
      subjectKind: kind,
      subjectId: id,
      fields: ["hidden_at"],
      ...(hide ? { detail: clean(input.reason) } : {}),
    });
  });
}
