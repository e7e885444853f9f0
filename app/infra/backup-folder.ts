import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { stampOf } from "#db/restore";
import { days } from "~/domain/kernel/time";
import { keysIn } from "./copy-files";
import { folderStorage } from "./file-storage";

/** Folder of the stored files of all backups, in the folder of the backups. */
export const BACKUP_FILES = "files";

/** What lies beside a backup and tells about it: it must be readable where the database is lost. */
const about = z.object({
  at: z.iso.datetime(),
  file: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  rows: z.record(z.string(), z.number()),
  auditHead: z.string().nullable(),
  files: z.number(),
  /** Null when its trial found something wrong. */
  verifiedAt: z.iso.datetime().nullable(),
  error: z.string().nullable(),
});
export type BackupAbout = z.output<typeof about>;

/** Name of a backup begun at a moment; the engine shows in its ending. */
export function backupName(at: Date, isPostgres: boolean): string {
  return `broeikas-${stampOf(at)}.${isPostgres ? "dump" : "db"}`;
}

const NAME = /^broeikas-\d{8}T\d{6}Z\.(db|dump)$/;

/** Writes what is known of a backup beside it: the facts, and the keys of the stored files that belong to it, one a line. */
export async function writeAbout(dir: string, facts: BackupAbout, keys: Iterable<string>): Promise<void> {
  const list = [...keys].sort().map((key) => `${key}\n`);
  const [path, names] = [join(dir, `${facts.file}.json`), join(dir, `${facts.file}.files`)];
  try {
    await writeFile(names, list.join(""), { mode: 0o600 });
    await writeFile(`${path}.part`, `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600 });
    await rename(`${path}.part`, path);
  } catch (error) {
    for (const half of [`${path}.part`, names]) await rm(half, { force: true });
    throw error;
  }
}

/** The facts beside a backup; null when there are none that can be read. */
export async function aboutBackup(file: string): Promise<BackupAbout | null> {
  try {
    return about.parse(JSON.parse(await readFile(`${file}.json`, "utf8")));
  } catch {
    return null;
  }
}

/** The backups in a folder that say of themselves what they are, oldest first. */
export async function backupsIn(dir: string): Promise<BackupAbout[]> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const names = (await readdir(dir)).filter((name) => NAME.test(name)).sort();
  const all = await Promise.all(names.map((name) => aboutBackup(join(dir, name))));
  return all.filter((facts) => facts !== null);
}

/** How long backups stay. */
export interface Keeping {
  readonly days: number;
  readonly weeks: number;
}

/** Number of the week (beginning on Monday) since 1970. */
const weekOf = (at: Date): number => Math.floor((at.getTime() + days(3)) / days(7));
const dayOf = (at: Date): number => Math.floor(at.getTime() / days(1));

/**
 * Backups that may go: all but the last good one of each of the newest `days` days and `weeks` weeks that have any, and the newest of all.
 * A good backup is never dropped for a bad one. Days and weeks are those of UTC.
 */
export function backupsToDrop(all: readonly Pick<BackupAbout, "file" | "at" | "verifiedAt">[], keep: Keeping): string[] {
  const newestFirst = [...all].sort((a, b) => b.at.localeCompare(a.at));
  const kept = new Set(newestFirst.slice(0, 1).map(({ file }) => file));
  const good = newestFirst.filter(({ verifiedAt }) => verifiedAt !== null);
  for (const [periodOf, most] of [
    [dayOf, Math.max(1, keep.days)],
    [weekOf, keep.weeks],
  ] as const) {
    const periods = new Set<number>();
    for (const { file, at } of good) {
      const period = periodOf(new Date(at));
      if (periods.has(period) || periods.size >= most) continue;
      periods.add(period);
      kept.add(file);
    }
  }
  return newestFirst.filter(({ file }) => !kept.has(file)).map(({ file }) => file);
}

/** What a server left that stopped while it made a backup or tried one out. */
const isLeftOver = (name: string, all: readonly string[]): boolean =>
  /^\.try-|^broeikas-.*\.part$/.test(name) || (NAME.test(name) && !all.includes(`${name}.json`));

/** A day is longer than any backup takes: what is older is not being made. */
async function dropOld(path: string): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there && there.mtimeMs < Date.now() - days(1)) await rm(path, { recursive: true, force: true });
}

/** Takes away what may go, and stored files that belong to no backup any more. Nothing else in the folder is touched. @returns the backups that went. */
export async function rotate(dir: string, keep: Keeping): Promise<string[]> {
  const dropped = backupsToDrop(await backupsIn(dir), keep);
  for (const file of dropped) {
    // The facts last: what is cut off here is found again.
    for (const end of ["", ".files", ".json"]) await rm(join(dir, file + end), { force: true });
  }
  const names = await readdir(dir);
  for (const name of names.filter((one) => isLeftOver(one, names))) await dropOld(join(dir, name));
  const wanted = new Set<string>();
  for (const name of names.filter((one) => one.endsWith(".files") && !dropped.includes(one.slice(0, -".files".length)))) {
    for (const key of (await readFile(join(dir, name), "utf8")).split("\n")) wanted.add(key);
  }
  const storage = folderStorage(join(dir, BACKUP_FILES));
  for (const key of await keysIn(storage)) if (!wanted.has(key)) await storage.remove(key);
  return dropped;
}
