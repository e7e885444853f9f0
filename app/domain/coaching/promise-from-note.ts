import { and, eq, isNull } from "drizzle-orm";
import { actions } from "#db/schema/coaching";
import { boardNotes } from "#db/schema/rooms";
import { canEdit } from "../ideas/policy";
import { demand, demandActive, ideaToActOn, isId } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { touchRoom } from "../rooms/act";
import { noteToActOn } from "../rooms/board-rows";
import { ideasOf } from "../rooms/room-rows";
import { demandNew, markTurned } from "../rooms/turn-note";
import { addDays, dayAt } from "../scheduling/wall";
import { zoneOf } from "./action-rows";
import { WORDS_MAX } from "./coaching";

/** Days until what was promised on a board is due. */
const DUE_IN_DAYS = 14;

/**
 * The actor promises to do what a note says, for one of the room's ideas in whose team they are, within two weeks; the note
 * stays as the origin. Refuses with "not_found", "forbidden", "conflict" (idea not active), "room_closed" or "already_done".
 */
export async function promiseFromNote(ctx: Ctx, noteId: string, ideaId: string): Promise<{ actionId: string }> {
  const person = requirePerson(ctx);
  const actionId = ctx.newId();
  return ctx.store.tx(async (tx) => {
    const { note, sides } = await noteToActOn(tx, ctx, person, noteId);
    demandNew(note);
    if (!(await ideasOf(tx, sides)).includes(ideaId)) throw new DomainError("not_found");
    const { idea, facts } = await ideaToActOn(tx, person, ideaId);
    demandActive(idea);
    demand(person, canEdit(person, facts));
    const zone = await zoneOf(tx, idea.homeCampusId);
    const words = note.body.replace(/\s+/g, " ").slice(0, WORDS_MAX);
    const dueDay = addDays(dayAt(zone, ctx.now), DUE_IN_DAYS);
    const by = { ownerId: person.personId, createdBy: person.personId, createdAt: ctx.now };
    await tx.insert(actions).values({ id: actionId, ideaId, sessionId: null, words, dueDay, ...by });
    await markTurned(tx, ctx, note, { kind: "action", id: actionId, ideaId });
    await writeAudit(tx, ctx, { action: "action.added", subjectKind: "action", subjectId: actionId, fields: ["words", "owner", "due"] });
    return { actionId };
  });
}

/** Says that what was promised on a board is done; its idea's team may. One that is done stays as it was. Refuses with "not_found". */
export async function keepPromise(ctx: Ctx, actionId: string): Promise<void> {
  const person = requirePerson(ctx);
  if (!isId(actionId)) throw new DomainError("not_found");
  await ctx.store.tx(async (tx) => {
    const open = and(eq(actions.id, actionId), isNull(actions.sessionId), isNull(actions.removedAt));
    const [row] = await tx.select().from(actions).where(open);
    const action = found(row);
    const { membership } = await ideaToActOn(tx, person, action.ideaId);
    if (membership === null) throw new DomainError("not_found");
    if (action.doneAt !== null) return;
    await tx.update(actions).set({ doneAt: ctx.now }).where(eq(actions.id, actionId));
    const [note] = await tx.select({ roomId: boardNotes.roomId }).from(boardNotes).where(eq(boardNotes.becameId, actionId));
    if (note) await touchRoom(tx, ctx, note.roomId);
    await writeAudit(tx, ctx, { action: "action.finished", subjectKind: "action", subjectId: actionId, fields: ["done"] });
  });
}
