import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generateDrizzleJson, generateMigration, generateSQLiteDrizzleJson, generateSQLiteMigration } from "drizzle-kit/api";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { dialect } from "#db/dialect";
import { migrateDatabase, NewerDatabaseError } from "#db/migrate";
import { openStore } from "#db/store";
import type { StoreOptions } from "#db/store";
import { afterwards, bareDatabase, freshDatabase } from "#tests/support/store";
import { raw, scratch } from "./scratch";

const FOLDER = `db/migrations/${dialect}`;
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".sql"));

/** Everything the schema files export, as drizzle-kit reads them. */
const schema = Object.assign({}, ...Object.values(import.meta.glob("../../../db/schema/*.ts", { eager: true }))) as Record<string, unknown>;

async function pretendNewer(place: StoreOptions): Promise<void> {
  const store = await openStore(place);
  afterwards(() => store.close());
  const journal = dialect === "postgres" ? sql`drizzle.__drizzle_migrations` : sql`__drizzle_migrations`;
  await store.tx((tx) => raw(tx, sql`insert into ${journal} (hash, created_at) values ('future', ${Date.UTC(2090, 0, 1)})`));
}

describe("migrating", () => {
  test("brings an empty database to this version, once", async () => {
    const place = await bareDatabase();
    expect(await migrateDatabase(place)).toEqual({ applied: files.length });
    expect(await migrateDatabase(place)).toEqual({ applied: 0 });
  });

  test("twice at once is the same as once", async () => {
    const place = await bareDatabase();
    const counts = await Promise.all([migrateDatabase(place), migrateDatabase(place)]);
    expect(counts.map(({ applied }) => applied).sort()).toEqual([0, files.length]);
  });

  test("refuses a database of a newer version, in clear words, and leaves it as it was", async () => {
    const place = await freshDatabase();
    await pretendNewer(place);
    const attempt = migrateDatabase(place);
    await expect(attempt).rejects.toBeInstanceOf(NewerDatabaseError);
    await expect(migrateDatabase(place)).rejects.toThrow(
      /newer version of Broeikas \(1 unknown migration\(s\)\)\. Install that version, or restore a backup/,
    );
  });
});

describe("the schema and its migrations", () => {
  test("do not differ: `npm run db:generate` would have nothing to write", async () => {
    const meta = join(FOLDER, "meta");
    const last =
      readdirSync(meta)
        .filter((name) => name.endsWith("_snapshot.json"))
        .sort()
        .at(-1) ?? "";
    const kept = JSON.parse(readFileSync(join(meta, last), "utf8")) as never;
    const towards = async (wanted: Record<string, unknown>): Promise<string[]> =>
      dialect === "postgres"
        ? generateMigration(kept, generateDrizzleJson(wanted))
        : generateSQLiteMigration(kept, await generateSQLiteDrizzleJson(wanted as Record<string, SQLiteTable>));
    expect(await towards({ ...schema, scratch }), "a new table is seen").not.toEqual([]);
    expect(await towards(schema)).toEqual([]);
  });

  test("have a snapshot, an SQL file and a journal entry each", () => {
    const journal = JSON.parse(readFileSync(join(FOLDER, "meta", "_journal.json"), "utf8")) as { entries: { tag: string; when: number }[] };
    expect(journal.entries.map(({ tag }) => `${tag}.sql`).sort()).toEqual([...files].sort());
    const moments = journal.entries.map(({ when }) => when);
    expect(moments, "a migration older than the one before it would never run").toEqual([...moments].sort((a, b) => a - b));
  });
});
