import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import pg from "pg";
import { inject, vi } from "vitest";
import { postgresSide, sqliteSide } from "#db/copy-sides";
import type { Target } from "#db/copy-sides";
import { migrateDatabase } from "#db/migrate";
import type { StoreOptions } from "#db/store";
import { connectSqlite, SQLITE_FILE } from "#db/store-sqlite";

interface Journal {
  readonly entries: readonly { readonly tag: string }[];
}
const journalOf = (engine: string): Journal =>
  JSON.parse(readFileSync(resolve("db", "migrations", engine, "meta", "_journal.json"), "utf8")) as Journal;

/** Names of all versions of the database there were, the first first. */
export const versionsOfDatabase = (): string[] => journalOf("sqlite").entries.map(({ tag }) => tag);

/** Makes the tables of a database as a version of long ago had them. */
export async function migrateUpTo(place: StoreOptions, version: string): Promise<void> {
  const engine = place.databaseUrl ? "postgres" : "sqlite";
  const dir = mkdtempSync(join(inject("runDir"), "earlier-"));
  mkdirSync(join(dir, engine, "meta"), { recursive: true });
  const journal = journalOf(engine);
  const entries = journal.entries.slice(0, journal.entries.findIndex(({ tag }) => tag === version) + 1);
  for (const { tag } of entries) copyFileSync(resolve("db", "migrations", engine, `${tag}.sql`), join(dir, engine, `${tag}.sql`));
  writeFileSync(join(dir, engine, "meta", "_journal.json"), JSON.stringify({ ...journal, entries }));
  vi.stubEnv("MIGRATIONS_DIR", dir);
  await migrateDatabase(place);
  vi.stubEnv("MIGRATIONS_DIR", undefined);
}

/** Opens a database as a side of a copy: its tables, their columns and rows. Keys are not looked at while rows go in. */
export async function withSide<T>({ databaseUrl, dataDir }: StoreOptions, use: (side: Target, ask: Ask) => Promise<T>): Promise<T> {
  if (!databaseUrl) {
    const client = connectSqlite(join(dataDir, SQLITE_FILE));
    client.pragma("foreign_keys = OFF");
    const ask: Ask = (query) => Promise.resolve(client.prepare(query).all() as Record<string, unknown>[]);
    return use(sqliteSide(client), ask).finally(() => client.close());
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("begin; set local session_replication_role = replica");
    const done = await use(postgresSide(client), async (query) => (await client.query<Record<string, unknown>>(query)).rows);
    await client.query("commit");
    return done;
  } finally {
    await client.end();
  }
}
export type Ask = (query: string) => Promise<Record<string, unknown>[]>;
