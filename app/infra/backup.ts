import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { backupDatabase } from "#db/backup";
import { countProblems } from "#db/row-counts";
import type { RowCounts } from "#db/row-counts";
import type { StoreOptions } from "#db/store";
import { tryBackup } from "#db/try-backup";
import { inThread } from "./thread";

/** What the thread is asked to do. */
export interface BackupTask {
  readonly place: StoreOptions;
  readonly file: string;
}

/** A copy of the database that was tried out. */
export interface MadeBackup {
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: RowCounts;
  /** The newest seal of the audit trail in it; null when nothing was sealed yet. */
  readonly auditHead: string | null;
  readonly fileKeys: readonly string[];
  /** What the trial found wrong; none when the backup is good. */
  readonly problems: readonly string[];
}

/** Copies that may be made when the database changed so much meanwhile that its counts cannot be compared. */
const TRIES = 3;

/** SHA-256 of a file, in hexadecimal digits. */
export async function digestOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/**
 * Copies the database to `file`, restores the copy elsewhere, and compares: every table has the rows it had, the audit trail is whole.
 * Rejects when no copy could be made or opened; other faults are among the problems.
 */
export async function backupHere(place: StoreOptions, file: string): Promise<MadeBackup> {
  for (let attempt = 1; ; attempt += 1) {
    const { before, after } = await backupDatabase(place, file);
    const { rows, audit, fileKeys, problems } = await tryBackup(place, file);
    const counts = countProblems(before, after, rows);
    if (counts.length > 0 && attempt < TRIES) {
      await rm(file);
      continue;
    }
    const { size } = await stat(file);
    return { bytes: size, sha256: await digestOf(file), rows, auditHead: audit.head, fileKeys, problems: [...problems, ...counts] };
  }
}

/** `backupHere` in a thread of its own: copying and checking an SQLite database would keep everyone waiting. */
export function backupInThread(place: StoreOptions, file: string): Promise<MadeBackup> {
  return inThread("backup", { place, file } satisfies BackupTask);
}
