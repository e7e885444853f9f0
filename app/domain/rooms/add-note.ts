import { boardNotes } from "#db/schema/rooms";
import type { Locale } from "../kernel/actor";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { touchRoom, writtenText } from "./act";
import { boardToWorkOn, demandSpace, groupOn } from "./board-rows";
import { NOTE_MAX, NOTES_MAX } from "./room";

/** Puts a note on the board of a room; its author stays with it. Refuses with "not_found", "forbidden", "room_closed", "invalid" or "board_full". */
export async function addNote(
  ctx: Ctx,
  roomId: string,
  input: { body: string; groupId: string | null; lang?: Locale },
): Promise<{ noteId: string }> {
  const person = requirePerson(ctx);
  const body = writtenText("body", input.body, NOTE_MAX);
  const noteId = ctx.newId();
  await ctx.store.tx(async (tx) => {
    await boardToWorkOn(tx, ctx, person, roomId);
    await demandSpace(tx, boardNotes, roomId, NOTES_MAX);
    const groupId = await groupOn(tx, roomId, input.groupId);
    const lang = input.lang ?? person.locale;
    await tx.insert(boardNotes).values({ id: noteId, roomId, groupId, authorId: person.personId, body, lang, at: ctx.now });
    await touchRoom(tx, ctx, roomId);
    await writeAudit(tx, ctx, { action: "note.added", subjectKind: "note", subjectId: noteId, fields: ["body"] });
  });
  return { noteId };
}
