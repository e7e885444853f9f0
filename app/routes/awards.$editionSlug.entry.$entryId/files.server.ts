import { attachFile } from "~/domain/awards/files/attach-file";
import { fileInput, keyOfInput } from "~/domain/awards/files/entry-file";
import { removeFile } from "~/domain/awards/files/remove-file";
import { entryFormFor } from "~/domain/awards/queries-entrant";
import type { UploadArgs } from "~/web/upload";
import { viewOf } from "~/web/view";

/** The inputs of which the team may send a file now. */
export async function filesToSend(ctx: UploadArgs["ctx"], entryId: string): Promise<string[]> {
  const { may, fields } = await entryFormFor(viewOf(ctx), entryId, ctx.now);
  return may.edit ? fields.filter(({ kind }) => kind === "file").map(({ key }) => fileInput(key)) : [];
}

/** Files first: a browser cannot choose them again, whatever becomes of the texts beside them. */
export async function writeFiles({ ctx, uploads }: Pick<UploadArgs, "ctx" | "uploads">, entryId: string): Promise<void> {
  for (const [name, upload] of uploads.files) {
    await attachFile(ctx, { entryId, fieldKey: keyOfInput(name) ?? "", upload });
    uploads.keep(name);
  }
}

/** Takes out the file that the button names, if it is such a button: last, so that a refused form has taken nothing away. */
export async function takeOut({ ctx, intent }: Pick<UploadArgs, "ctx" | "intent">, entryId: string): Promise<void> {
  const [, gone] = /^remove_file:(.+)$/.exec(intent) ?? [];
  if (gone !== undefined) await removeFile(ctx, { entryId, fieldKey: gone });
}
