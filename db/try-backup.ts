import { randomBytes } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type Database from "better-sqlite3";
import pg from "pg";
import type { AuditState } from "../app/domain/kernel/audit-seals";
import { verifyAudit } from "../app/domain/kernel/audit-seals";
import { BackupError } from "./backup-error";
import { checkDatabase } from "./check";
import { runPgTool } from "./pg-tools";
import { countPostgres, countSqlite, tablesOfSqlite } from "./row-counts";
import type { RowCounts } from "./row-counts";
import { openStore } from "./store";
import type { StoreOptions } from "./store";
import { connectSqlite, SQLITE_FILE } from "./store-sqlite";

/** What was found in a backup that was put back somewhere else and opened there. */
export interface Tried {
  readonly rows: RowCounts;
  readonly audit: AuditState;
  /** Keys of stored files that its rows name. */
  readonly fileKeys: readonly string[];
  /** What is wrong, one line each: damage, and breaks in the audit trail. Migrations that wait are nothing wrong. */
  readonly problems: readonly string[];
}

/**
 * Restores a backup to a place of its own, looks through it and takes it away again: a folder beside the file, or a database on the
 * same server (the role must be allowed to make one). Throws BackupError when it cannot be put back at all.
 */
export async function tryBackup(options: StoreOptions, file: string): Promise<Tried> {
  return options.databaseUrl ? tryPostgres(options.databaseUrl, file) : trySqlite(file);
}

async function trySqlite(file: string): Promise<Tried> {
  const dataDir = mkdtempSync(join(dirname(file), ".try-"));
  try {
    copyFileSync(file, join(dataDir, SQLITE_FILE));
    return await lookThrough({ dataDir });
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const TRIAL = "broeikas_try_";
const DAY_MS = 86_400_000;

/** Databases of trials that were cut off: their names tell when they were made. */
async function dropForgotten(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>("select datname as name from pg_database where starts_with(datname, $1)", [TRIAL]);
  for (const { name } of rows) {
    const made = /^broeikas_try_(\d+)_[\da-f]{8}$/.exec(name)?.[1];
    if (made === undefined || Number(made) > Date.now() - DAY_MS) continue;
    await client.query(`drop database if exists ${name}`).catch(() => undefined);
  }
}

async function tryPostgres(databaseUrl: string, file: string): Promise<Tried> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  await client.connect();
  const name = `${TRIAL}${Date.now()}_${randomBytes(4).toString("hex")}`;
  try {
    await dropForgotten(client);
    await client.query(`create database ${name} template template0 encoding 'UTF8'`).catch((thrown: unknown) => {
      if ((thrown as { code?: string }).code !== "42501") throw thrown;
      throw new BackupError("the backup was not tried out: the role of DATABASE_URL may not make databases (ALTER ROLE … CREATEDB)");
    });
    const place = new URL(databaseUrl);
    place.pathname = `/${name}`;
    try {
      await runPgTool("pg_restore", ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", file], place.href);
      return await lookThrough({ databaseUrl: place.href, dataDir: "" });
    } finally {
      await client.query(`drop database if exists ${name} with (force)`);
    }
  } finally {
    await client.end();
  }
}

async function lookThrough(place: StoreOptions): Promise<Tried> {
  const damage = (await checkDatabase(place)).filter((line) => !/not applied/.test(line));
  if (damage.some((line) => line.startsWith("damaged"))) throw new BackupError(`the backup is not sound: ${damage[0]}`);
  const store = await openStore(place);
  try {
    const audit = await verifyAudit(store.db);
    const rows = place.databaseUrl ? await withPostgres(place.databaseUrl, countPostgres) : withSqlite(place.dataDir, countSqlite);
    return { rows, audit, fileKeys: await fileKeysOf(place), problems: [...damage, ...audit.problems] };
  } finally {
    await store.close();
  }
}

/** A column of this name holds the key of a stored file, in whichever table. */
const FILE_COLUMN = "storage_key";

/** Keys of stored files that the rows of a database name. */
export async function fileKeysOf(place: StoreOptions): Promise<string[]> {
  return place.databaseUrl ? withPostgres(place.databaseUrl, keysInPostgres) : withSqlite(place.dataDir, keysInSqlite);
}

const keysIn = (table: string): string => `select ${FILE_COLUMN} as key from "${table}" where ${FILE_COLUMN} is not null`;

function keysInSqlite(client: Database.Database): string[] {
  const holding = tablesOfSqlite(client).filter((table) =>
    (client.pragma(`table_info("${table}")`) as { name: string }[]).some(({ name }) => name === FILE_COLUMN),
  );
  return holding.flatMap((table) => client.prepare(keysIn(table)).pluck().all() as string[]);
}

async function keysInPostgres(client: pg.Client): Promise<string[]> {
  const columns = "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = $1";
  const { rows } = await client.query<{ name: string }>(columns, [FILE_COLUMN]);
  const keys: string[] = [];
  for (const { name } of rows) keys.push(...(await client.query<{ key: string }>(keysIn(name))).rows.map(({ key }) => key));
  return keys;
}

function withSqlite<T>(dataDir: string, work: (client: Database.Database) => T): T {
  const client = connectSqlite(join(dataDir, SQLITE_FILE), true);
  try {
    return work(client);
  } finally {
    client.close();
  }
}

async function withPostgres<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
