import { readdirSync } from "node:fs";
import { getTableColumns, getTableName, is, Table } from "drizzle-orm";
import { expect, test } from "vitest";
import { personColumns } from "~/domain/kernel/person-columns";

/** Columns of every table that hold text or JSON, and those that are named as if they led to a person. */
async function columnsOfSchema(): Promise<string[]> {
  const folder = new URL("../../../db/schema/", import.meta.url);
  const names: string[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".ts"))) {
    const module = (await import(/* @vite-ignore */ new URL(file, folder).href)) as Record<string, unknown>;
    for (const table of Object.values(module).filter((value) => is(value, Table))) {
      for (const column of Object.values(getTableColumns(table))) {
        if (column.getSQLType().startsWith("text")) names.push(`${getTableName(table)}.${column.name}`);
      }
    }
  }
  return names.sort();
}

test("every text and JSON column says what becomes of it when a person is erased", async () => {
  const declared = personColumns();
  const there = await columnsOfSchema();
  expect(there.length).toBeGreaterThan(100);
  expect(there.filter((name) => !declared.has(name))).toEqual([]);
  expect([...declared.keys()].filter((name) => !there.includes(name))).toEqual([]);
});

test("what leads to a person is not declared as kept", () => {
  const leading = [...personColumns()].filter(([name]) =>
    /\.(person_id|author_id|owner_id|\w+_by|by_person_id|actor_id|reporter_id|email\w*|name_key)$/.test(name),
  );
  expect(leading.length).toBeGreaterThan(15);
  expect(leading.filter(([, fate]) => fate === "keep")).toEqual([]);
});
