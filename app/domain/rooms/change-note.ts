import { and, eq, isNull } from "drizzle-orm";
import { boardNotes } from "#db/schema/rooms";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchRoom, writtenText } from "./act";
import { groupOn, noteToActOn } from "./board-rows";
import { NOTE_MAX } from "./room";

/** Says a note better: its author alone, while it has become nothing yet. Refuses with "not_found", "forbidden", "room_closed", "already_done" or "invalid". */
export async function editNote(ctx: Ctx, noteId: string, input: { body: string }): Promise<{ roomId: string }> {
  const body = writtenText("body", input.body, NOTE_MAX);
  return change(ctx, noteId, "edited", { own: true, set: { body, editedAt: ctx.now } });
}

/** Takes a note off the board: its author alone. Refuses as `editNote` does. */
export async function removeNote(ctx: Ctx, noteId: string): Promise<{ roomId: string }> {
  return change(ctx, noteId, "removed", { own: true, set: { removedAt: ctx.now } });
}

/** Moves a note to a group, or out of all (null): everybody in the room. Refuses with "not_found", "forbidden" or "room_closed". */
export async function moveNote(ctx: Ctx, noteId: string, groupId: string | null): Promise<{ roomId: string }> {
  return change(ctx, noteId, "moved", { own: false, groupId });
}

type Change =
  | { readonly own: true; readonly set: { body?: string; editedAt?: Date; removedAt?: Date } }
  | { readonly own: false; readonly groupId: string | null };

async function change(ctx: Ctx, noteId: string, verb: "edited" | "removed" | "moved", what: Change): Promise<{ roomId: string }> {
  const person = requirePerson(ctx);
  return ctx.store.tx(async (tx) => {
    const { note, room } = await noteToActOn(tx, ctx, person, noteId);
    if (what.own && note.authorId !== person.personId) throw new DomainError("forbidden");
    // What became something is the origin of that: it stays as it was.
    if (what.own && note.becameKind !== null) throw new DomainError("already_done");
    const set = what.own ? what.set : { groupId: await groupOn(tx, room.id, what.groupId) };
    await tx
      .update(boardNotes)
      .set(set)
      .where(and(eq(boardNotes.id, note.id), isNull(boardNotes.removedAt)));
    await touchRoom(tx, ctx, room.id);
    await writeAudit(tx, ctx, { action: `note.${verb}`, subjectKind: "note", subjectId: note.id, fields: Object.keys(set) });
    return { roomId: room.id };
  });
}
