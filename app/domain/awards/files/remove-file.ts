import { and, eq } from "drizzle-orm";
import { entryDraftFiles } from "#db/schema/awards-files";
import { demandActive } from "../../ideas/visible";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { demandChange } from "../entering";
import { ownEntry } from "../load";
import { dropUnheld } from "./rows";

/**
 * Takes the file of a question out of the dossier, while entries are open; versions keep theirs. Nothing happens when there is none.
 * Refuses with "not_found", "entries_closed" or "conflict" (idea not active).
 */
export async function removeFile(ctx: Ctx, input: { readonly entryId: string; readonly fieldKey: string }): Promise<void> {
  const { entryId, fieldKey } = input;
  await ctx.store.tx(async (tx) => {
    const own = await ownEntry(tx, ctx, entryId);
    await demandChange(tx, ctx, own);
    demandActive(own.idea);
    const [gone] = await tx
      .delete(entryDraftFiles)
      .where(and(eq(entryDraftFiles.entryId, entryId), eq(entryDraftFiles.fieldKey, fieldKey)))
      .returning({ fileId: entryDraftFiles.fileId });
    if (!gone) return;
    await dropUnheld(tx, ctx, [gone.fileId]);
    await writeAudit(tx, ctx, { action: "entry.file_removed", subjectKind: "entry", subjectId: entryId, fields: [fieldKey] });
  });
}
