import { eq, inArray } from "drizzle-orm";
import { entryVersions } from "#db/schema/awards";
import { entryDraftFiles, entryFiles, entryRedactedFiles, entryRedactions, entryVersionFiles } from "#db/schema/awards-files";
import type { Tx } from "../../kernel/store";
import { dropUnheld } from "./rows";

/** Takes every file and every redacted copy of an entry away, for who was the whole team. */
export async function eraseFiles(tx: Tx, entryId: string, now: Date): Promise<void> {
  const versions = await tx.select({ id: entryVersions.id }).from(entryVersions).where(eq(entryVersions.entryId, entryId));
  const ids = versions.map(({ id }) => id);
  await tx.delete(entryDraftFiles).where(eq(entryDraftFiles.entryId, entryId));
  if (ids.length > 0) {
    await tx.delete(entryVersionFiles).where(inArray(entryVersionFiles.versionId, ids));
    await tx.delete(entryRedactedFiles).where(inArray(entryRedactedFiles.versionId, ids));
    await tx.delete(entryRedactions).where(inArray(entryRedactions.versionId, ids));
  }
  const files = await tx.select({ id: entryFiles.id }).from(entryFiles).where(eq(entryFiles.entryId, entryId));
  await dropUnheld(
    tx,
    { now },
    files.map(({ id }) => id),
  );
}

/** What somebody called the files they sent may name them; the files of a team stay with the team. */
export async function eraseFileNames(tx: Tx, personId: string): Promise<void> {
  await tx.update(entryFiles).set({ name: "" }).where(eq(entryFiles.byPersonId, personId));
}
