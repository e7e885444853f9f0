import { chmodSync, copyFileSync, existsSync, linkSync, mkdirSync, openSync, fsyncSync, closeSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { BackupError } from "./backup-error";
import { checkSqlite } from "./check";
import { appliedSqlite, compareMigrations, newerDatabase } from "./migrate";
import { runPgTool } from "./pg-tools";
import type { StoreOptions } from "./store";
import { connectSqlite, SQLITE_FILE } from "./store-sqlite";

const IN_USE = "a server uses this database: stop it first, then restore";
/** Held by who migrates and by who restores, so that a server that starts meanwhile waits; see db/migrate.ts. */
const MIGRATION_LOCK = 727_001;

/** A moment as it stands in names: 20261122T031500Z. */
export const stampOf = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, "");

/**
 * Puts a backup in the place of the database and keeps what was there: beside it under another name, or in schemas of another name.
 * Refuses (BackupError, NewerDatabaseError) while a server uses the database, a file that is no backup or not sound, and a newer one.
 * @returns the name of what was set aside; null when nothing was there.
 */
export async function restoreDatabase(options: StoreOptions, file: string, now: Date): Promise<string | null> {
  if (!existsSync(file)) throw new BackupError(`there is no file ${file}`);
  const stamp = stampOf(now);
  return options.databaseUrl ? restorePostgres(options.databaseUrl, file, stamp) : restoreSqlite(options.dataDir, file, stamp);
}

function refuseUnfit(file: string, applied: readonly number[], engine: "sqlite" | "postgres"): void {
  if (applied.length === 0) throw new BackupError(`${file} is no backup of Broeikas`);
  const { unknown } = compareMigrations(applied, engine);
  if (unknown > 0) throw newerDatabase(unknown);
}

function restoreSqlite(dataDir: string, file: string, stamp: string): string | null {
  if (existsSync(`${file}-wal`)) {
    throw new BackupError(`${file} is a database in use or not closed (${file}-wal lies beside it): make a backup of it first`);
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const target = join(dataDir, SQLITE_FILE);
  const part = `${target}.${process.pid}.part`;
  try {
    copyFileSync(file, part);
    // Wherever the backup lay meanwhile, and whoever could read it there.
    chmodSync(part, 0o600);
    const damage = checkSqlite(part).filter((line) => line.startsWith("damaged") || line.includes("points to nothing"));
    if (damage.length > 0) throw new BackupError(`${file} is not sound: ${damage[0]}`);
    const client = connectSqlite(part);
    try {
      refuseUnfit(file, appliedSqlite(client), "sqlite");
    } finally {
      client.close();
    }
    flush(part);
    const aside = existsSync(target) ? setAsideSqlite(target, stamp) : null;
    nameAnew(part, target, aside);
    if (process.platform !== "win32") flush(dataDir);
    return aside;
  } finally {
    for (const end of ["", "-wal", "-shm"]) rmSync(part + end, { force: true });
  }
}

/** A link fails where a server that started meanwhile has made a database of its own; a rename would take its place. */
function nameAnew(part: string, target: string, aside: string | null): void {
  try {
    linkSync(part, target);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== "EEXIST") throw thrown;
    throw new BackupError(`a server was started meanwhile and made ${target} anew${aside ? `; what was there is kept as ${aside}` : ""}`);
  }
}

/** Nobody but us may have it open: leaving WAL needs the file alone, which also brings everything into the one file. */
function setAsideSqlite(target: string, stamp: string): string {
  const client = new Database(target);
  const aside = `${target}.before-${stamp}`;
  try {
    client.pragma("busy_timeout = 0");
    client.pragma("journal_mode = delete");
    client.exec("begin exclusive");
  } catch (thrown) {
    if (/^SQLITE_(BUSY|LOCKED)/.test((thrown as { code?: string }).code ?? "")) {
      client.close();
      throw new BackupError(IN_USE);
    }
    // Damaged beyond reading: the very reason to restore. It is kept as it is.
  }
  try {
    if (existsSync(aside)) throw new BackupError(`${aside} is there already`);
    for (const end of ["", "-wal", "-shm"]) if (existsSync(target + end)) renameSync(target + end, aside + end);
  } finally {
    client.close();
  }
  return aside;
}

function flush(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

async function restorePostgres(databaseUrl: string, file: string, stamp: string): Promise<string | null> {
  refuseUnfit(file, await appliedInArchive(file), "postgres");
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const others =
      "select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'";
    if ((await client.query(others)).rows.length > 0) throw new BackupError(IN_USE);
    const aside = await setAsidePostgres(client, stamp);
    try {
      await runPgTool("pg_restore", ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", file], databaseUrl);
    } catch (thrown) {
      await putBack(client, aside);
      throw thrown;
    }
    return aside[0]?.to ?? null;
  } finally {
    await client.end();
  }
}

/** The migrations that an archive had, read without putting it anywhere. */
async function appliedInArchive(file: string): Promise<number[]> {
  const sql = await runPgTool("pg_restore", ["--data-only", "--schema=drizzle", "--table=__drizzle_migrations", "--file=-", file]);
  const [, columns = "", body = ""] = /^COPY drizzle\.__drizzle_migrations \(([^)]*)\) FROM stdin;\n([\s\S]*?)^\\\.$/m.exec(sql) ?? [];
  const at = columns.split(", ").indexOf("created_at");
  return body
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => Number(line.split("\t")[at]));
}

interface Renamed {
  readonly from: string;
  readonly to: string;
}

async function setAsidePostgres(client: pg.Client, stamp: string): Promise<Renamed[]> {
  const name = `before_restore_${stamp.toLowerCase()}`;
  const wanted = [
    { from: "public", to: name },
    { from: "drizzle", to: `${name}_drizzle` },
  ];
  const filled = "select distinct schemaname as name from pg_tables where schemaname in ('public', 'drizzle')";
  const there = new Set((await client.query<{ name: string }>(filled)).rows.map((row) => row.name));
  const aside = wanted.filter(({ from }) => there.has(from));
  await client.query("begin");
  for (const { from, to } of aside) await client.query(`alter schema ${from} rename to ${to}`);
  // An empty one is in the way of the archive's own.
  if (!there.has("drizzle")) await client.query("drop schema if exists drizzle");
  await client.query("create schema if not exists public");
  await client.query("grant usage on schema public to public");
  await client.query("commit");
  return aside;
}

async function putBack(client: pg.Client, aside: readonly Renamed[]): Promise<void> {
  await client.query("begin");
  for (const { from, to } of aside) {
    await client.query(`drop schema if exists ${from}`);
    await client.query(`alter schema ${to} rename to ${from}`);
  }
  await client.query("commit");
}
