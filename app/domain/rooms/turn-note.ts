import { and, eq, inArray, isNull } from "drizzle-orm";
import { boardNotes } from "#db/schema/rooms";
import { sessionSeats } from "#db/schema/sessions";
import { ideaFromNote, wordFromNote } from "../ideas/origin-note";
import type { WordKind } from "../ideas/idea";
import { writeAudit } from "../kernel/audit";
import { inBatch } from "../kernel/batch";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { touchRoom } from "./act";
import type { NoteRow } from "./board-rows";
import { noteToActOn } from "./board-rows";
import type { BecameKind } from "./room";
import type { ActedRoom } from "./room-rows";
import { ideasOf } from "./room-rows";

/**
 * Makes a need or offer of one of the room's ideas out of a note, which stays on the board as its origin. Who is in the team of
 * that idea only. Refuses with "not_found", "forbidden", "room_closed", "already_done" (it became something, or the idea says so
 * already) or "too_many".
 */
export async function turnNoteIntoWord(
  ctx: Ctx,
  noteId: string,
  input: { into: "need" | "offer"; ideaId: string; kind: WordKind },
): Promise<{ roomId: string }> {
  const person = requirePerson(ctx);
  const { into, ideaId, kind } = input;
  return ctx.store.tx(async (tx) => {
    const { note, room, sides } = await noteToActOn(tx, ctx, person, noteId);
    demandNew(note);
    if (!(await ideasOf(tx, sides)).includes(ideaId)) throw new DomainError("not_found");
    const word = { ideaId, list: into === "need" ? "needs" : "offers", kind, note: { noteId, body: note.body } } as const;
    const { wordId } = await wordFromNote(tx, ctx, person, word);
    await markTurned(tx, ctx, note, { kind: into, id: wordId, ideaId });
    return { roomId: room.id };
  });
}

/** Plants a new idea out of a note, private to the actor until they open it; the room's ideas are where it comes from. Refuses as `turnNoteIntoWord`, or as planting does. */
export async function turnNoteIntoIdea(ctx: Ctx, noteId: string): Promise<{ ideaId: string }> {
  const person = requirePerson(ctx);
  return inBatch(ctx.store, async (store) => {
    const { note, room, sides } = await store.tx((tx) => noteToActOn(tx, ctx, person, noteId));
    demandNew(note);
    const parents = await store.tx((tx) => parentsOf(tx, sides, note.authorId));
    const from = { noteId, body: note.body };
    const { ideaId } = await ideaFromNote(
      { ...ctx, store },
      { campusId: campusFor(ctx, room.campusId), lang: note.lang, parents, note: from },
    );
    await store.tx((tx) => markTurned(tx, ctx, note, { kind: "idea", id: ideaId, ideaId }));
    return { ideaId };
  });
}

/** Where an idea out of a note comes from: the ideas of a match, or the one that the note's author brought to a session. */
async function parentsOf(tx: Tx, sides: ActedRoom["sides"], authorId: string): Promise<string[]> {
  const ids = (kind: "idea" | "session"): string[] => sides.filter((side) => side.kind === kind).map(({ subjectId }) => subjectId);
  const sessionIds = ids("session");
  if (sessionIds.length === 0) return ids("idea");
  const brought = await tx
    .select({ ideaId: sessionSeats.ideaId })
    .from(sessionSeats)
    .where(and(inArray(sessionSeats.sessionId, sessionIds), eq(sessionSeats.personId, authorId)));
  return brought.flatMap(({ ideaId }) => ideaId ?? []);
}

/** The room's campus when the actor belongs there, else one of their own. */
function campusFor({ actor }: Ctx, campusId: string): string {
  if (actor.keys.includes(`campus:${campusId}`) || actor.keys.includes(`companies:${campusId}`)) return campusId;
  const own = actor.keys.find((key) => key.startsWith("campus:"));
  return own ? own.slice("campus:".length) : campusId;
}

/** Refuses with "already_done" for a note that became something. */
export function demandNew(note: Pick<NoteRow, "becameKind">): void {
  if (note.becameKind !== null) throw new DomainError("already_done");
}

/** Notes what a note became; the caller made that, in the same transaction. Refuses with "already_done" when somebody was sooner. */
export async function markTurned(
  tx: Tx,
  ctx: Ctx,
  note: Pick<NoteRow, "id" | "roomId">,
  became: { readonly kind: BecameKind; readonly id: string; readonly ideaId: string },
): Promise<void> {
  const [row] = await tx
    .update(boardNotes)
    .set({ becameKind: became.kind, becameId: became.id, becameIdeaId: became.ideaId, becameBy: ctx.actor.personId, becameAt: ctx.now })
    .where(and(eq(boardNotes.id, note.id), isNull(boardNotes.becameKind)))
    .returning({ id: boardNotes.id });
  if (!row) throw new DomainError("already_done");
  await touchRoom(tx, ctx, note.roomId);
  await writeAudit(tx, ctx, { action: `note.became_${became.kind}`, subjectKind: "note", subjectId: note.id, fields: ["became"] });
}
