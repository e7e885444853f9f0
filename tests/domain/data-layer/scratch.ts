import { generateDrizzleJson, generateMigration, generateSQLiteDrizzleJson, generateSQLiteMigration } from "drizzle-kit/api";
import { sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { bool, check, dialect, instant, int, json, real, table, text, uniqueIndex } from "#db/dialect";
import { freshStore } from "#tests/support/store";
import type { Db, Store } from "~/domain/kernel/store";

/** A table with a column of every kind, for claims that no table of ours shows yet. */
export const scratch = table(
  "scratch",
  {
    id: text("id").primaryKey(),
    key: text("key"),
    at: instant("at"),
    doc: json("doc").$type<unknown>(),
    flag: bool("flag"),
    n: int("n"),
    /** As scores will be: hundredths, never absent, within their range. */
    score: int("score").notNull().default(0),
    weight: real("weight").notNull().default(1),
    parentId: text("parent_id").references((): AnyPgColumn => scratch.id, { onDelete: "cascade" }),
  },
  (t) => [
    uniqueIndex("scratch_key").on(t.key),
    check("scratch_score", sql`${t.score} between 0 and 1000`),
    check("scratch_weight", sql`${t.weight} between 0 and 10`),
  ],
);

/** Statements that make the tables of `schema` in an empty database, as drizzle-kit writes them. */
export async function creating(schema: Record<string, unknown>): Promise<string[]> {
  if (dialect === "postgres") return generateMigration(generateDrizzleJson({}), generateDrizzleJson(schema));
  return generateSQLiteMigration(
    await generateSQLiteDrizzleJson({}),
    await generateSQLiteDrizzleJson(schema as Record<string, SQLiteTable>),
  );
}

/** Runs raw SQL on a handle: for tests only, since each engine names this otherwise. */
export async function raw<T = unknown>(handle: Db, query: SQL): Promise<T[]> {
  if (dialect === "postgres") return (await (handle as unknown as { execute(query: SQL): Promise<{ rows: T[] }> }).execute(query)).rows;
  const lite = handle as unknown as { all(query: SQL): T[]; run(query: SQL): unknown };
  const reads = /^\s*(select|pragma)/i.test(String((query.queryChunks[0] as { value?: unknown } | undefined)?.value ?? ""));
  if (reads) return lite.all(query);
  lite.run(query);
  return [];
}

/** A fresh store with the scratch table in it. */
export async function scratchStore(): Promise<Store> {
  const store = await freshStore();
  const statements = await creating({ scratch });
  await store.tx(async (tx) => {
    for (const statement of statements) await raw(tx, sql.raw(statement));
  });
  return store;
}
