import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { migrate as migratePg } from "drizzle-orm/node-postgres/migrator";
import { migrate as migrateLite } from "drizzle-orm/better-sqlite3/migrator";
import { drizzle as drizzlePg } from "drizzle-orm/node-postgres";
import { drizzle as drizzleLite } from "drizzle-orm/better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type Database from "better-sqlite3";
import pg from "pg";
import type { StoreOptions } from "./store";
import { connectSqlite, SQLITE_FILE } from "./store-sqlite";

/** The database was made by a later version of Broeikas than this one. */
export class NewerDatabaseError extends Error {
  override name = "NewerDatabaseError";
}

type Engine = "sqlite" | "postgres";

function folder(engine: Engine): string {
  const inProject = join(process.cwd(), "db", "migrations", engine);
  const override = process.env.MIGRATIONS_DIR;
  const found = override ? join(override, engine) : inProject;
  if (!existsSync(found)) throw new Error(`migrations not found in ${found}: start Broeikas from its own folder`);
  return found;
}

/** How the migrations a database had, by the moments they were made, compare with those of this version. */
export function compareMigrations(applied: readonly number[], engine: Engine): { missing: number; unknown: number } {
  const known = new Set(readMigrationFiles({ migrationsFolder: folder(engine) }).map((migration) => migration.folderMillis));
  const had = new Set(applied);
  return { missing: [...known].filter((at) => !had.has(at)).length, unknown: applied.filter((at) => !known.has(at)).length };
}

/** What is told of a database that had migrations this version does not know. */
export function newerDatabase(unknown: number): NewerDatabaseError {
  return new NewerDatabaseError(
    `This database was written by a newer version of Broeikas (${unknown} unknown migration(s)). Install that version, or restore a backup made with this one.`,
  );
}

function refuseNewer(applied: readonly number[], engine: Engine): void {
  const { unknown } = compareMigrations(applied, engine);
  if (unknown > 0) throw newerDatabase(unknown);
}

/** Migrations in the folder that this database has not had yet, by count. Throws NewerDatabaseError. */
export async function migrateDatabase(options: StoreOptions): Promise<{ applied: number }> {
  return options.databaseUrl ? migratePostgres(options.databaseUrl) : migrateSqlite(options.dataDir);
}

async function migratePostgres(databaseUrl: string): Promise<{ applied: number }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // One server migrates at a time; the lock goes with the connection.
    await client.query("select pg_advisory_lock(727001)");
    const before = await appliedPostgres(client);
    refuseNewer(before, "postgres");
    await migratePg(drizzlePg(client), { migrationsFolder: folder("postgres") });
    return { applied: (await appliedPostgres(client)).length - before.length };
  } finally {
    await client.end();
  }
}

/** Migrations a PostgreSQL database had, by the moments they were made. */
export async function appliedPostgres(client: pg.Client): Promise<number[]> {
  const { rows } = await client.query<{ there: string | null }>("select to_regclass('drizzle.__drizzle_migrations')::text as there");
  if (!rows[0]?.there) return [];
  const result = await client.query<{ created_at: string }>("select created_at from drizzle.__drizzle_migrations");
  return result.rows.map((row) => Number(row.created_at));
}

/** Migrations an SQLite database had, by the moments they were made. */
export function appliedSqlite(client: Database.Database): number[] {
  const there = client.prepare("select name from sqlite_master where name = '__drizzle_migrations'").get();
  if (!there) return [];
  return (client.prepare("select created_at from __drizzle_migrations").all() as { created_at: number }[]).map((row) =>
    Number(row.created_at),
  );
}

function migrateSqlite(dataDir: string): Promise<{ applied: number }> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const client = connectSqlite(join(dataDir, SQLITE_FILE));
  try {
    const before = appliedSqlite(client);
    refuseNewer(before, "sqlite");
    // A rebuilt parent table would empty its children by ON DELETE: keys off outside the transaction, checked after.
    client.pragma("foreign_keys = OFF");
    migrateLite(drizzleLite(client), { migrationsFolder: folder("sqlite") });
    const broken = client.pragma("foreign_key_check") as unknown[];
    if (broken.length > 0) throw new Error(`migration left ${broken.length} rows that point nowhere`);
    client.pragma("foreign_keys = ON");
    return Promise.resolve({ applied: appliedSqlite(client).length - before.length });
  } finally {
    client.close();
  }
}
