import { eq } from "drizzle-orm";
import { sessionNotes } from "#db/schema/coaching";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { ownNote } from "./notes";

/** Removes an own note; its row stays, out of everybody's sight. Refuses with "not_found" or "forbidden" (somebody else's shared note). */
export async function removeNote(ctx: Ctx, noteId: string): Promise<{ sessionId: string }> {
  const person = requirePerson(ctx);
  return ctx.store.tx(async (tx) => {
    const { sessionId } = await ownNote(tx, person, noteId);
    await tx.update(sessionNotes).set({ removedAt: ctx.now }).where(eq(sessionNotes.id, noteId));
    await writeAudit(tx, ctx, { action: "note.removed", subjectKind: "note", subjectId: noteId });
    return { sessionId };
  });
}
