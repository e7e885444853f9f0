import { and, eq } from "drizzle-orm";
import { entryDraftFiles, entryFiles } from "#db/schema/awards-files";
import { demandActive } from "../../ideas/visible";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { found } from "../../kernel/errors";
import { demandChange } from "../entering";
import { formOf } from "../form-rows";
import { ownEntry } from "../load";
import type { StoredUpload } from "./entry-file";
import { cleanFileName } from "./entry-file";
import { dropUnheld } from "./rows";

export interface AttachInput {
  readonly entryId: string;
  /** Key of the question. */
  readonly fieldKey: string;
  readonly upload: StoredUpload;
}

/**
 * Answers a question with a file, in place of the one it had, while entries are open. A file no version holds is gone with it.
 * Refuses with "not_found" (entry, question), "entries_closed" or "conflict" (idea not active); the bytes are then the caller's to remove.
 */
export async function attachFile(ctx: Ctx, { entryId, fieldKey, upload }: AttachInput): Promise<{ fileId: string }> {
  const { personId } = requirePerson(ctx);
  const fileId = ctx.newId();
  return ctx.store.tx(async (tx) => {
    const own = await ownEntry(tx, ctx, entryId);
    await demandChange(tx, ctx, own);
    demandActive(own.idea);
    found((await formOf(tx, own.edition.id)).find(({ key, kind }) => key === fieldKey && kind === "file"));
    const { name, type, ...kept } = upload;
    await tx
      .insert(entryFiles)
      .values({ id: fileId, entryId, fieldKey, ...kept, type, name: cleanFileName(name, type), byPersonId: personId, at: ctx.now });
    const [before] = await tx
      .select({ fileId: entryDraftFiles.fileId })
      .from(entryDraftFiles)
      .where(and(eq(entryDraftFiles.entryId, entryId), eq(entryDraftFiles.fieldKey, fieldKey)));
    await tx
      .insert(entryDraftFiles)
      .values({ entryId, fieldKey, fileId })
      .onConflictDoUpdate({ target: [entryDraftFiles.entryId, entryDraftFiles.fieldKey], set: { fileId } });
    if (before) await dropUnheld(tx, ctx, [before.fileId]);
    await writeAudit(tx, ctx, { action: "entry.file_attached", subjectKind: "entry", subjectId: entryId, fields: [fieldKey] });
    return { fileId };
  });
}
