import { and, eq, isNull } from "drizzle-orm";
import { sessionNotes } from "#db/schema/coaching";
import { isId } from "../ideas/visible";
import type { Person } from "../kernel/actor";
import { DomainError, found } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { clean } from "../kernel/text";
import { NOTE_MAX } from "./coaching";
import { canTakePart } from "./policy";
import { sessionToActOn } from "./session-rows";

/** A note as it is kept. Refuses with "invalid" when it is empty or too long. */
export function noteText(typed: string): string {
  const body = clean(typed);
  if (body === "" || body.length > NOTE_MAX) throw new DomainError("invalid", { field: "body", max: NOTE_MAX });
  return body;
}

/** The actor's own note, while they take part in its session. Others' notes are "forbidden" when shared, and are not there when private. */
export async function ownNote(tx: Tx, person: Person, noteId: string): Promise<{ id: string; sessionId: string }> {
  if (!isId(noteId)) throw new DomainError("not_found");
  const [row] = await tx
    .select()
    .from(sessionNotes)
    .where(and(eq(sessionNotes.id, noteId), isNull(sessionNotes.removedAt)));
  const note = found(row);
  const { facts } = await sessionToActOn(tx, person, note.sessionId);
  if (!canTakePart(person, facts)) throw new DomainError("not_found");
  if (note.authorId === person.personId) return note;
  throw new DomainError(note.visibility === "private" ? "not_found" : "forbidden");
}
