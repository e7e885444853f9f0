import { createHash } from "node:crypto";
import type Database from "better-sqlite3";
import type pg from "pg";
import { tablesOfPostgres, tablesOfSqlite } from "./row-counts";

/** A value as both engines keep it: flags are 0 or 1, moments are milliseconds. */
export type Value = string | number | null;

/** A table as it is copied: the columns in the order of their names, and those that put its rows in order. */
export interface Shape {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

/** One side of a copy, held at one moment. */
export interface Side {
  tables(): Promise<string[]>;
  shapeOf(table: string): Promise<Shape>;
  /** All rows of a table in the order of its key, a batch at a time. */
  read(shape: Shape): AsyncIterable<Value[][]>;
}

/** A side that takes rows as well. */
export interface Target extends Side {
  write(shape: Shape, rows: readonly Value[][]): Promise<void>;
}

const BATCH = 1_000;
/** Most values of one statement of PostgreSQL. */
const MOST_VALUES = 60_000;

const names = (columns: readonly string[]): string => columns.map((name) => `"${name}"`).join(", ");
/** The engines put NULL at other ends. */
const order = (key: readonly string[]): string => key.map((name) => `"${name}" is null, "${name}"`).join(", ");
const plain = (value: unknown): Value =>
  typeof value === "boolean" ? Number(value) : typeof value === "bigint" ? Number(value) : (value as Value);

/** SHA-256 over all rows of a table, and how many there are: alike on both engines when every value is. */
export async function digestOfTable(side: Side, shape: Shape): Promise<{ rows: number; sha256: string }> {
  const hash = createHash("sha256");
  let count = 0;
  for await (const rows of side.read(shape)) {
    count += rows.length;
    for (const row of rows) hash.update(`${JSON.stringify(row)}\n`);
  }
  return { rows: count, sha256: hash.digest("hex") };
}

/** An SQLite database as a side of a copy; who opened it holds the transaction. */
export function sqliteSide(client: Database.Database): Target {
  const shapeOf = (table: string): Promise<Shape> => {
    const info = client.pragma(`table_info("${table}")`) as { name: string; pk: number }[];
    const columns = info.map(({ name }) => name).sort();
    const key = info.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
    return Promise.resolve({ name: table, columns, key: key.length > 0 ? key.map(({ name }) => name) : columns });
  };
  return {
    tables: () => Promise.resolve(tablesOfSqlite(client)),
    shapeOf,
    async *read({ name, columns, key }) {
      const rows = client.prepare(`select ${names(columns)} from "${name}" order by ${order(key)}`).raw();
      let batch: Value[][] = [];
      for (const row of rows.iterate() as IterableIterator<unknown[]>) {
        batch.push(row.map(plain));
        if (batch.length < BATCH) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    },
    write({ name, columns }, rows) {
      const insert = client.prepare(`insert into "${name}" (${names(columns)}) values (${columns.map(() => "?").join(", ")})`);
      for (const row of rows) insert.run(row);
      return Promise.resolve();
    },
  };
}

/** A PostgreSQL database as a side of a copy; who opened it holds the transaction. */
export function postgresSide(client: pg.Client): Target {
  return {
    tables: () => tablesOfPostgres(client),
    async shapeOf(table) {
      const all = await client.query<{ name: string }>(
        `select column_name::text collate "C" as name from information_schema.columns where table_schema = 'public' and table_name = $1 order by 1`,
        [table],
      );
      const keys = await client.query<{ name: string }>(
        `select attname as name from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
         where indrelid = ('public.' || quote_ident($1))::regclass and indisprimary order by array_position(indkey::int[], attnum::int)`,
        [table],
      );
      const columns = all.rows.map(({ name }) => name);
      return { name: table, columns, key: keys.rows.length > 0 ? keys.rows.map(({ name }) => name) : columns };
    },
    async *read({ name, columns, key }) {
      await client.query(`declare copying no scroll cursor for select ${names(columns)} from public."${name}" order by ${order(key)}`);
      try {
        for (;;) {
          const { rows, fields } = await client.query<unknown[]>({ text: `fetch ${BATCH} from copying`, rowMode: "array" });
          if (rows.length === 0) break;
          // The driver gives numbers of 64 bits as text.
          const wide = fields.map(({ dataTypeID }) => dataTypeID === INT8);
          yield rows.map((row) => row.map((value, at) => (wide[at] && value !== null ? Number(value) : plain(value))));
        }
      } finally {
        await client.query("close copying").catch(() => undefined);
      }
    },
    async write({ name, columns }, rows) {
      const most = Math.floor(MOST_VALUES / columns.length);
      for (let from = 0; from < rows.length; from += most) {
        const part = rows.slice(from, from + most);
        const places = part.map((_, row) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`).join(", ")})`);
        await client.query(`insert into public."${name}" (${names(columns)}) values ${places.join(", ")}`, part.flat());
      }
    },
  };
}

const INT8 = 20;
