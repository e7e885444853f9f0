import { readdirSync } from "node:fs";
import { getTableColumns, getTableName, is, Table } from "drizzle-orm";
import type { AnyColumn, AnyTable } from "#db/dialect";

/** A column of the schema that holds text or JSON. */
export interface TextColumn {
  readonly name: string;
  readonly table: AnyTable;
  readonly column: AnyColumn;
}

/** Columns of every table that hold text or JSON, by name as `table.column`. */
export async function textColumns(): Promise<TextColumn[]> {
  const folder = new URL("../../db/schema/", import.meta.url);
  const found: TextColumn[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".ts"))) {
    const module = (await import(/* @vite-ignore */ new URL(file, folder).href)) as Record<string, unknown>;
    for (const table of Object.values(module).filter((value) => is(value, Table))) {
      for (const column of Object.values(getTableColumns(table))) {
        const name = `${getTableName(table)}.${column.name}`;
        if (column.getSQLType().startsWith("text")) found.push({ name, table: table as AnyTable, column: column as AnyColumn });
      }
    }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}
