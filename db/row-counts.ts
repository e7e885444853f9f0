import type Database from "better-sqlite3";
import type pg from "pg";

/** How many rows each table of ours has, by its name. */
export type RowCounts = Readonly<Record<string, number>>;

/** Names of our tables in an SQLite database, in order. */
export function tablesOfSqlite(client: Database.Database): string[] {
  const query = "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name";
  const names = client.prepare(query).pluck().all() as string[];
  return names.filter((name) => name !== "__drizzle_migrations");
}

/** Names of our tables in a PostgreSQL database, in order. */
export async function tablesOfPostgres(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select tablename collate "C" as name from pg_tables where schemaname = 'public' order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Counts the rows of every table of an SQLite database at one moment. */
export function countSqlite(client: Database.Database): RowCounts {
  return client.transaction(() =>
    Object.fromEntries(
      tablesOfSqlite(client).map((name) => [name, client.prepare(`select count(*) from "${name}"`).pluck().get() as number]),
    ),
  )();
}

/** Counts the rows of every table of a PostgreSQL database. */
export async function countPostgres(client: pg.ClientBase): Promise<RowCounts> {
  const counts: Record<string, number> = {};
  for (const name of await tablesOfPostgres(client)) {
    const { rows } = await client.query<{ n: string }>(`select count(*)::text as n from public."${name}"`);
    counts[name] = Number(rows[0]?.n);
  }
  return counts;
}

/** Tables whose count lies outside of what it was just before and just after; one line each. */
export function countProblems(before: RowCounts, after: RowCounts, got: RowCounts): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after), ...Object.keys(got)])].sort();
  return names.flatMap((name) => {
    const [low, high, n] = [before[name] ?? 0, after[name] ?? 0, got[name]];
    if (n === undefined) return [`table ${name} is missing`];
    const fits = n >= Math.min(low, high) && n <= Math.max(low, high);
    return fits ? [] : [`table ${name} has ${n} rows, and had ${low === high ? low : `${low} to ${high}`}`];
  });
}
