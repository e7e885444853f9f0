import { existsSync, linkSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { checkDatabase } from "./check";
import { digestOfTable, postgresSide, sqliteSide } from "./copy-sides";
import type { Shape, Side, Target } from "./copy-sides";
import { migrateDatabase } from "./migrate";
import { countPostgres } from "./row-counts";
import type { StoreOptions } from "./store";
import { connectSqlite, SQLITE_FILE } from "./store-sqlite";

/** A database could not be copied to another; says why. Nothing was written then. */
export class CopyError extends Error {
  override name = "CopyError";
}

export interface CopiedTable {
  readonly table: string;
  readonly rows: number;
  /** Of all rows, the same on both sides. */
  readonly sha256: string;
}

/**
 * Copies every table of one database to an empty one, of the other engine or the same, out of one moment of the source. All or nothing: what was
 * written is read again and compared, row by row as a digest, before it counts. Throws CopyError.
 * @param to is brought to this version first; the source must be at this version.
 */
export async function copyDatabase(
  from: StoreOptions,
  to: StoreOptions,
  onTable: (table: CopiedTable) => void = () => undefined,
): Promise<CopiedTable[]> {
  const problems = await checkDatabase(from);
  if (problems.length > 0) throw new CopyError(`the database to copy is not sound: ${problems[0]}`);
  const copyTo = to.databaseUrl ? toPostgres(to.databaseUrl) : toSqlite(to.dataDir);
  return withSource(from, (source) => copyTo((target) => copyAll(source, target, onTable)));
}

async function copyAll(source: Side, target: Target, onTable: (table: CopiedTable) => void): Promise<CopiedTable[]> {
  const tables = await source.tables();
  if (tables.join() !== (await target.tables()).join()) throw new CopyError("the two databases have not the same tables");
  const copied: CopiedTable[] = [];
  for (const table of tables) {
    const shape = await sameShape(source, target, table);
    for await (const rows of source.read(shape)) await target.write(shape, rows);
    const [here, there] = [await digestOfTable(source, shape), await digestOfTable(target, shape)];
    if (here.rows !== there.rows || here.sha256 !== there.sha256) {
      throw new CopyError(`table ${table} is not the same after copying: ${here.rows} rows became ${there.rows}, or a value changed`);
    }
    copied.push({ table, ...here });
    onTable({ table, ...here });
  }
  return copied;
}

async function sameShape(source: Side, target: Side, table: string): Promise<Shape> {
  const [here, there] = [await source.shapeOf(table), await target.shapeOf(table)];
  if (JSON.stringify(here) !== JSON.stringify(there)) throw new CopyError(`table ${table} has not the same columns on both sides`);
  return here;
}

async function withSource<T>(from: StoreOptions, work: (source: Side) => Promise<T>): Promise<T> {
  if (!from.databaseUrl) {
    const client = connectSqlite(join(from.dataDir, SQLITE_FILE), true);
    try {
      client.exec("begin");
      return await work(sqliteSide(client));
    } finally {
      client.close();
    }
  }
  return withClient(from.databaseUrl, async (client) => {
    await client.query("begin isolation level repeatable read read only");
    return work(postgresSide(client));
  });
}

async function withClient<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

type Fill = (target: Target) => Promise<CopiedTable[]>;

/** One transaction. Tables that point at each other are filled in any order: the rules come back, and are checked, when all are. */
const toPostgres = (databaseUrl: string) => async (fill: Fill) => {
  await migrateDatabase({ databaseUrl, dataDir: "" });
  return withClient(databaseUrl, async (client) => {
    await client.query("begin");
    const filled = Object.entries(await countPostgres(client)).find(([, n]) => n > 0);
    if (filled) throw new CopyError(`the database to copy to is not empty: ${filled[0]} has ${filled[1]} rows`);
    const { rows: rules } = await client.query<{ name: string; of: string; rule: string }>(
      `select quote_ident(conname) as name, conrelid::regclass::text as of, pg_get_constraintdef(oid) as rule
       from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by conname, conrelid`,
    );
    for (const { name, of } of rules) await client.query(`alter table ${of} drop constraint ${name}`);
    const copied = await fill(postgresSide(client));
    for (const { name, of, rule } of rules) await client.query(`alter table ${of} add constraint ${name} ${rule}`);
    await client.query("commit");
    await client.query("analyze");
    return copied;
  });
};

/** A file of its own, which gets its name when it is whole. */
const toSqlite = (dataDir: string) => async (fill: Fill) => {
  const file = join(dataDir, SQLITE_FILE);
  if (existsSync(file)) throw new CopyError(`the database to copy to is not empty: ${file} is there`);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(dataDir, ".copy-"));
  try {
    await migrateDatabase({ dataDir: folder });
    const part = join(folder, SQLITE_FILE);
    const client = connectSqlite(part);
    try {
      client.pragma("foreign_keys = off");
      client.exec("begin immediate");
      const copied = await fill(sqliteSide(client));
      const lost = client.pragma("foreign_key_check") as { table: string }[];
      if (lost.length > 0) throw new CopyError(`${lost.length} rows point nowhere, the first in ${lost[0]?.table ?? "?"}`);
      client.exec("commit");
      client.exec("analyze");
      client.pragma("journal_mode = delete");
      client.close();
      linkSync(part, file);
      return copied;
    } finally {
      client.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
