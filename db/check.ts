import { existsSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { appliedPostgres, appliedSqlite, compareMigrations, newerDatabase } from "./migrate";
import type { StoreOptions } from "./store";
import { connectSqlite, SQLITE_FILE } from "./store-sqlite";

/** Looks through a whole database without changing it. Returns what is wrong with it, one line each; none when it is sound. */
export async function checkDatabase(options: StoreOptions): Promise<string[]> {
  return options.databaseUrl ? checkPostgres(options.databaseUrl) : checkSqlite(join(options.dataDir, SQLITE_FILE));
}

function migrationProblems(applied: readonly number[], engine: "sqlite" | "postgres"): string[] {
  const { missing, unknown } = compareMigrations(applied, engine);
  const problems = missing > 0 ? [`${missing} migration(s) are not applied: run "broeikas db migrate"`] : [];
  return unknown > 0 ? [...problems, newerDatabase(unknown).message] : problems;
}

/** Checks an SQLite file: its pages and indexes, rows that point nowhere, and its migrations. */
export function checkSqlite(file: string): string[] {
  if (!existsSync(file)) return [`there is no database ${file}`];
  const client = connectSqlite(file, true);
  try {
    const damage = (client.pragma("integrity_check") as { integrity_check: string }[]).map((row) => row.integrity_check);
    if (damage.join() !== "ok") return damage.map((line) => `damaged: ${line}`);
    const lost = client.pragma("foreign_key_check") as { table: string; rowid: number | null; parent: string }[];
    const pointing = lost.map(({ table, rowid, parent }) => `row ${rowid ?? "?"} of ${table} points to nothing in ${parent}`);
    return [...pointing, ...migrationProblems(appliedSqlite(client), "sqlite")];
  } catch (thrown) {
    return [`damaged: ${thrown instanceof Error ? thrown.message : String(thrown)}`];
  } finally {
    client.close();
  }
}

/** Each query gives lines; every line is a problem. */
const POSTGRES_CHECKS = [
  "select 'the database is encoded as ' || current_setting('server_encoding') || ', not UTF8' as problem where current_setting('server_encoding') <> 'UTF8'",
  "select 'index ' || indexrelid::regclass || ' is not valid' as problem from pg_index where not indisvalid",
  "select 'rule ' || conname || ' of ' || conrelid::regclass || ' is not validated' as problem from pg_constraint where not convalidated",
  // Keys of ours are compared by their bytes (collation C); another order gives other pages on this engine than on SQLite.
  `select 'index ' || indexrelid::regclass || ' does not sort by bytes' as problem from pg_index
   join pg_class on pg_class.oid = indrelid and relnamespace = 'public'::regnamespace
   where exists (select from unnest(indcollation::oid[]) as c (oid) where c.oid <> 0 and c.oid <> '"C"'::regcollation)`,
];

async function checkPostgres(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const problems: string[] = [];
    for (const query of POSTGRES_CHECKS) {
      const { rows } = await client.query<{ problem: string }>(query);
      problems.push(...rows.map((row) => row.problem));
    }
    return [...problems, ...migrationProblems(await appliedPostgres(client), "postgres")];
  } finally {
    await client.end();
  }
}
