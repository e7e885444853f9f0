import { and, count, eq, isNull } from "drizzle-orm";
import { boardGroups, boardNotes, boards } from "#db/schema/rooms";
import { isId } from "../ideas/visible";
import type { Person } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { roomToWorkIn } from "./act";
import type { ActedRoom } from "./room-rows";

export type BoardRow = typeof boards.$inferSelect;
export type NoteRow = typeof boardNotes.$inferSelect;

/** The board of a room in which the actor works, made at its first use. Refuses as `roomToWorkIn` does. */
export async function boardToWorkOn(tx: Tx, ctx: Ctx, person: Person, roomId: string): Promise<ActedRoom & { board: BoardRow }> {
  const acted = await roomToWorkIn(tx, ctx, person, roomId);
  await tx.insert(boards).values({ roomId }).onConflictDoNothing();
  const [board] = await tx.select().from(boards).where(eq(boards.roomId, roomId));
  return { ...acted, board: found(board) };
}

/** A note that stands on a board on which the actor works. Refuses with "not_found", "forbidden" or "room_closed". */
export async function noteToActOn(
  tx: Tx,
  ctx: Ctx,
  person: Person,
  noteId: string,
): Promise<ActedRoom & { note: NoteRow; board: BoardRow }> {
  if (!isId(noteId)) throw new DomainError("not_found");
  const [row] = await tx
    .select()
    .from(boardNotes)
    .where(and(eq(boardNotes.id, noteId), isNull(boardNotes.removedAt)));
  const note = found(row);
  const acted = await boardToWorkOn(tx, ctx, person, note.roomId);
  if (note.hiddenAt !== null) throw new DomainError("not_found");
  return { ...acted, note };
}

/** A group that stands on a board; null stands for no group. Refuses with "not_found" when it is of another board or gone. */
export async function groupOn(tx: Tx, roomId: string, groupId: string | null): Promise<string | null> {
  if (groupId === null) return null;
  const [row] = await tx
    .select({ id: boardGroups.id })
    .from(boardGroups)
    .where(and(eq(boardGroups.id, groupId), eq(boardGroups.roomId, roomId), isNull(boardGroups.removedAt)));
  return found(row).id;
}

/** Refuses with "board_full" when a board holds as many of these as it may. */
export async function demandSpace(tx: Tx, table: typeof boardNotes | typeof boardGroups, roomId: string, max: number): Promise<void> {
  const [row] = await tx
    .select({ n: count() })
    .from(table)
    .where(and(eq(table.roomId, roomId), isNull(table.removedAt)));
  if ((row?.n ?? 0) >= max) throw new DomainError("board_full", { max });
}
