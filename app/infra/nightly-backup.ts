import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileKeysOf } from "#db/try-backup";
import type { StoreOptions } from "#db/store";
import { adminsNow } from "~/domain/identity/admins";
import { beginBackup, endBackup } from "~/domain/kernel/backups";
import type { BackupOutcome } from "~/domain/kernel/backups";
import type { Ctx } from "~/domain/kernel/context";
import type { FileStorage } from "~/domain/awards/files/storage";
import { enqueueMail } from "~/domain/notifications/enqueue-mail";
import { digestOf } from "./backup";
import type { MadeBackup } from "./backup";
import { BACKUP_FILES, backupName, rotate, writeAbout } from "./backup-folder";
import type { Keeping } from "./backup-folder";
import { copyFiles, keysIn } from "./copy-files";
import { folderStorage } from "./file-storage";

export const BACKUP_JOB = "backup.nightly";

export interface NightlySettings {
  /** Folder of the backups. */
  readonly dir: string;
  /** Hour of the day from which it is made, on the clock of the machine. */
  readonly hour: number;
  readonly keep: Keeping;
}

export interface NightlyDeps {
  readonly place: StoreOptions;
  readonly files: FileStorage;
  readonly settings: NightlySettings;
  /** Copies the database and tries the copy out. */
  readonly make: (place: StoreOptions, file: string) => Promise<MadeBackup>;
  readonly clock: () => Date;
}

/** The last moment at or before `now` when the clock of the machine showed this hour. */
export function lastTurn(now: Date, hour: number): Date {
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate(), hour);
  return today <= now ? today : new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1, hour);
}

/**
 * Makes the backup of this night unless there is a good one; a night that was missed is made up for. Bears being run again: every hour it is
 * asked for until it succeeds. How it went is written down, the admins get a mail when it failed, and older backups go.
 */
export async function nightlyBackup(ctx: Ctx, deps: NightlyDeps): Promise<"not due" | "good" | "failed"> {
  const since = lastTurn(ctx.now, deps.settings.hour);
  const file = backupName(ctx.now, deps.place.databaseUrl !== undefined);
  const id = await beginBackup(ctx, { file, since });
  if (id === null) return "not due";
  const outcome = await attempt(ctx.now, file, deps);
  const now = deps.clock();
  await ctx.store.tx(async (tx) => {
    await endBackup(tx, now, id, outcome);
    if (outcome.error === null) return;
    for (const personId of await adminsNow(tx, now)) {
      const dedupeKey = `backup_failed:${since.toISOString()}:${personId}`;
      await enqueueMail(tx, { ...ctx, now }, { template: "backup_failed", personId, payload: { backupId: id }, dedupeKey });
    }
  });
  return outcome.error === null ? "good" : "failed";
}

const NOTHING = { bytes: null, sha256: null, rows: null, files: null };

async function attempt(at: Date, file: string, deps: NightlyDeps): Promise<BackupOutcome> {
  try {
    return await makeWhole(at, file, deps);
  } catch (thrown) {
    const error = (thrown instanceof Error ? thrown.message : String(thrown)).slice(0, 500);
    await keepUntried(at, file, deps.settings, error).catch(() => undefined);
    return { ...NOTHING, error };
  }
}

/** A copy that could not be tried out may still be the best there is: it stays until the next one, and says that nobody knows. */
async function keepUntried(at: Date, file: string, { dir, keep }: NightlySettings, error: string): Promise<void> {
  const path = join(dir, file);
  const there = await stat(path).catch(() => null);
  if (there) {
    const facts = { at: at.toISOString(), file, bytes: there.size, sha256: await digestOf(path), rows: {}, auditHead: null, files: 0 };
    try {
      // Which stored files belong to it is not known: those of the others stay.
      await writeAbout(dir, { ...facts, verifiedAt: null, error }, await keysIn(folderStorage(join(dir, BACKUP_FILES))));
    } catch (thrown) {
      // No room for two lines about it: it would only keep the disk full.
      await rm(path, { force: true });
      throw thrown;
    }
  }
  await rotate(dir, keep);
}

/** The database first, then the files: a file that the database does not know yet does no harm. */
async function makeWhole(at: Date, file: string, { place, files, settings, make, clock }: NightlyDeps): Promise<BackupOutcome> {
  const { dir, keep } = settings;
  await mkdir(join(dir, BACKUP_FILES), { recursive: true, mode: 0o700 });
  const { problems, fileKeys, rows, ...made } = await make(place, join(dir, file));
  const { keys } = await copyFiles(files, folderStorage(join(dir, BACKUP_FILES)));
  const missing = await missingFiles(place, fileKeys, keys);
  const faults = missing > 0 ? [...problems, `${missing} stored file(s) that the database names are not there`] : problems;
  const error = faults.length === 0 ? null : faults.join("; ").slice(0, 500);
  const facts = {
    at: at.toISOString(),
    file,
    ...made,
    rows,
    files: keys.size,
    verifiedAt: error === null ? clock().toISOString() : null,
    error,
  };
  await writeAbout(dir, facts, keys);
  await rotate(dir, keep);
  const total = Object.values(rows).reduce((sum, n) => sum + n, 0);
  return { bytes: made.bytes, sha256: made.sha256, rows: total, files: keys.size, error };
}

/** Files that the copy names and the storage has not. One that the database itself gave up since was taken away on purpose. */
async function missingFiles(place: StoreOptions, named: readonly string[], there: ReadonlySet<string>): Promise<number> {
  const missing = named.filter((key) => !there.has(key));
  if (missing.length === 0) return 0;
  const now = new Set(await fileKeysOf(place));
  return missing.filter((key) => now.has(key)).length;
}
