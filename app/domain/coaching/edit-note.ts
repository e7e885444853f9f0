import { eq } from "drizzle-orm";
import { sessionNotes } from "#db/schema/coaching";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { noteText, ownNote } from "./notes";

/** Changes what an own note says. Refuses with "not_found", "forbidden" (somebody else's shared note) or "invalid". */
export async function editNote(ctx: Ctx, noteId: string, input: { body: string }): Promise<{ sessionId: string }> {
  const person = requirePerson(ctx);
  const body = noteText(input.body);
  return ctx.store.tx(async (tx) => {
    const { sessionId } = await ownNote(tx, person, noteId);
    await tx.update(sessionNotes).set({ body, editedAt: ctx.now }).where(eq(sessionNotes.id, noteId));
    await writeAudit(tx, ctx, { action: "note.edited", subjectKind: "note", subjectId: noteId, fields: ["body"] });
    return { sessionId };
  });
}
