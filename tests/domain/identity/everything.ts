import { readdirSync } from "node:fs";
import { getTableName, is, Table } from "drizzle-orm";
import type { Store } from "~/domain/kernel/store";

/** Every row of every table, by table: to look for what should not be there any more. */
export async function everything(store: Store): Promise<Record<string, unknown[]>> {
  const folder = new URL("../../../db/schema/", import.meta.url);
  const rows: Record<string, unknown[]> = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".ts"))) {
    const module = (await import(/* @vite-ignore */ new URL(file, folder).href)) as Record<string, unknown>;
    for (const table of Object.values(module)) {
      if (is(table, Table)) rows[getTableName(table)] = await store.db.select().from(table as never);
    }
  }
  return rows;
}
