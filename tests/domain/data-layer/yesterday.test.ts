import { expect, test } from "vitest";
import { checkDatabase } from "#db/check";
import { digestOfTable } from "#db/copy-sides";
import type { Shape, Target, Value } from "#db/copy-sides";
import { dialect } from "#db/dialect";
import { migrateDatabase } from "#db/migrate";
import { migrateUpTo, versionsOfDatabase, withSide } from "#tests/support/earlier";
import type { Ask } from "#tests/support/earlier";
import { bareDatabase } from "#tests/support/store";

const ROWS = [0, 1, 2] as const;

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  /** The column it points to, as `table.column`. */
  readonly to: string | null;
}

const SQLITE_COLUMNS = `select m.name as "table", c.name, lower(c.type) as type,
  (select f."table" || '.' || f."to" from pragma_foreign_key_list(m.name) f where f."from" = c.name limit 1) as "to"
  from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table'`;
const POSTGRES_COLUMNS = `select c.table_name as "table", c.column_name as name, c.data_type as type,
  (select t.relname || '.' || b.attname from pg_constraint k join pg_class t on t.oid = k.confrelid
   join pg_attribute a on a.attrelid = k.conrelid and a.attname = c.column_name
   join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[array_position(k.conkey, a.attnum)]
   where k.contype = 'f' and k.conrelid = ('public.' || quote_ident(c.table_name))::regclass and a.attnum = any(k.conkey) limit 1) as "to"
  from information_schema.columns c where c.table_schema = 'public'`;

async function columnsOf(ask: Ask): Promise<Map<string, Column>> {
  const rows = (await ask(dialect === "postgres" ? POSTGRES_COLUMNS : SQLITE_COLUMNS)) as unknown as Column[];
  return new Map(rows.map((row) => [`${row.table}.${row.name}`, row]));
}

/** A value of its own for each row; what points somewhere has the value of the row with the same number there. */
function valueOf(columns: ReadonlyMap<string, Column>, at: string, row: number): Value {
  const column = columns.get(at);
  if (!column) throw new Error(`there is no column ${at}`);
  const { name, type, to } = column;
  if (to !== null && to !== at && columns.get(to)?.to !== at) return valueOf(columns, to, row);
  if (/^(text|character varying)/.test(type)) return `${name} ${row}`;
  if (type === "boolean") return row % 2;
  // What the rules of the tables ask: an end comes after its begin, and nobody has more than there is.
  if (/^until/.test(name) || name === "each") return 1_000 + row;
  return row + 1;
}

/** Puts rows into every table. */
async function fill(side: Target, ask: Ask): Promise<Shape[]> {
  const columns = await columnsOf(ask);
  const shapes: Shape[] = [];
  for (const table of await side.tables()) {
    const shape = await side.shapeOf(table);
    const isFlag = (name: string): boolean => columns.get(`${table}.${name}`)?.type === "boolean";
    const rows = ROWS.map((row) =>
      shape.columns.map((name) => {
        const value = valueOf(columns, `${table}.${name}`, row);
        return isFlag(name) ? (Boolean(value) as unknown as Value) : value;
      }),
    );
    await side.write(shape, rows);
    shapes.push(shape);
  }
  return shapes;
}

async function digests(side: Target, shapes: readonly Shape[]): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const shape of shapes) all[shape.name] = await digestOfTable(side, shape);
  return all;
}

test.each(versionsOfDatabase().slice(0, -1))("a database of version %s, with rows in every table, keeps them all", async (version) => {
  const place = await bareDatabase();
  await migrateUpTo(place, version);
  const { shapes, before } = await withSide(place, async (side, ask) => {
    const filled = await fill(side, ask);
    return { shapes: filled, before: await digests(side, filled) };
  });
  expect(Object.values(before).every((table) => (table as { rows: number }).rows === ROWS.length)).toBe(true);
  if (dialect === "sqlite")
    expect(
      (await checkDatabase(place)).filter((line) => !/not applied/.test(line)),
      "nothing wrong before",
    ).toEqual([]);
  const { applied } = await migrateDatabase(place);
  expect(applied).toBe(versionsOfDatabase().length - versionsOfDatabase().indexOf(version) - 1);
  expect(await withSide(place, (side) => digests(side, shapes))).toEqual(before);
  expect(await checkDatabase(place)).toEqual([]);
});
