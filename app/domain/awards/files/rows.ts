import { and, eq, inArray, notExists } from "drizzle-orm";
import type { EntryContent } from "#db/schema/awards";
import { entryDraftFiles, entryFiles, entryRedactedFiles, entryVersionFiles } from "#db/schema/awards-files";
import type { Db, Tx } from "../../kernel/store";
import { dropBytes } from "../../kernel/stored-bytes";
import { withAnswer } from "../form-field";
import type { ShownFile } from "./entry-file";

export type FileRow = typeof entryFiles.$inferSelect;
/** Files by the key of the question they answer. */
export type FilesByKey = ReadonlyMap<string, FileRow>;

const byKey = (rows: readonly { key: string; file: FileRow }[]): FilesByKey => new Map(rows.map(({ key, file }) => [key, file]));

/** The files in the dossier of an entry. One statement. */
export async function draftFiles(db: Db, entryId: string): Promise<FilesByKey> {
  const rows = await db
    .select({ key: entryDraftFiles.fieldKey, file: entryFiles })
    .from(entryDraftFiles)
    .innerJoin(entryFiles, eq(entryFiles.id, entryDraftFiles.fileId))
    .where(eq(entryDraftFiles.entryId, entryId));
  return byKey(rows);
}

/** The files of a version. One statement. */
export async function versionFiles(db: Db, versionId: string): Promise<FilesByKey> {
  const rows = await db
    .select({ key: entryVersionFiles.fieldKey, file: entryFiles })
    .from(entryVersionFiles)
    .innerJoin(entryFiles, eq(entryFiles.id, entryVersionFiles.fileId))
    .where(eq(entryVersionFiles.versionId, versionId));
  return byKey(rows);
}

/** The content with its files as answers. */
export function withFiles(content: EntryContent, files: FilesByKey): EntryContent {
  return [...files].reduce((all, [key, { sha256 }]) => withAnswer(all, key, sha256), content);
}

/** Files as their team and organisers know them. */
export function named(files: FilesByKey): ReadonlyMap<string, ShownFile> {
  return new Map([...files].map(([key, { id, name, type, size }]) => [key, { fileId: id, name, type, size }]));
}

/** Files as jurors know them: without the name somebody gave. */
export function nameless(files: FilesByKey): ReadonlyMap<string, ShownFile> {
  return new Map([...named(files)].map(([key, file]) => [key, { ...file, name: null }]));
}

/** Takes out the rows of those of these files that nothing holds any more, and has their bytes taken away. */
export async function dropUnheld(tx: Tx, ctx: { readonly now: Date }, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  const held = [entryDraftFiles, entryVersionFiles, entryRedactedFiles].map((table) =>
    notExists(tx.select({ fileId: table.fileId }).from(table).where(eq(table.fileId, entryFiles.id))),
  );
  const gone = await tx
    .delete(entryFiles)
    .where(and(inArray(entryFiles.id, [...fileIds]), ...held))
    .returning({ id: entryFiles.id, storageKey: entryFiles.storageKey });
  for (const { id, storageKey } of gone) await dropBytes(tx, ctx, { id, keys: [storageKey] });
}
