import { and, count, eq, isNull } from "drizzle-orm";
import { sessionNotes } from "#db/schema/coaching";
import { demand } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { NoteVisibility } from "./coaching";
import { NOTES_PER_SESSION_MAX } from "./coaching";
import { noteText } from "./notes";
import { canTakePart } from "./policy";
import { sessionToActOn } from "./session-rows";

/** Writes a note at a session, shared or private. Refuses with "not_found", "forbidden", "invalid" (empty, too long) or "conflict" (cancelled, or too many). */
export async function writeNote(
  ctx: Ctx,
  sessionId: string,
  input: { body: string; visibility: NoteVisibility },
): Promise<{ noteId: string }> {
  const person = requirePerson(ctx);
  const body = noteText(input.body);
  const noteId = ctx.newId();
  await ctx.store.tx(async (tx) => {
    const { session, facts } = await sessionToActOn(tx, person, sessionId);
    demand(person, canTakePart(person, facts));
    if (session.state === "cancelled") throw new DomainError("conflict", { state: session.state });
    const [there] = await tx
      .select({ n: count() })
      .from(sessionNotes)
      .where(and(eq(sessionNotes.sessionId, sessionId), isNull(sessionNotes.removedAt)));
    if ((there?.n ?? 0) >= NOTES_PER_SESSION_MAX) throw new DomainError("conflict", { max: NOTES_PER_SESSION_MAX });
    await tx
      .insert(sessionNotes)
      .values({ id: noteId, sessionId, authorId: person.personId, visibility: input.visibility, body, at: ctx.now });
    await writeAudit(tx, ctx, { action: "note.written", subjectKind: "note", subjectId: noteId, fields: ["body"] });
  });
  return { noteId };
}
