import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { checkDatabase } from "#db/check";
import { copyDatabase } from "#db/copy";
import type { CopiedTable } from "#db/copy";
import { dialect } from "#db/dialect";
import { pageVersions } from "#db/schema/across";
import type { StoreOptions } from "#db/store";
import { copy } from "~/cli/db-copy";
import { runFor } from "#tests/cli/fake-io";
import { databaseOn, withClient } from "#tests/support/postgres";
import { seedEmbedded } from "#tests/support/seeded";
import { bareDatabase, freshDatabase, freshStore, placeOf } from "#tests/support/store";

const broeikas = (place: StoreOptions, ...argv: string[]) => runFor({ "db copy": async () => copy }, place, ...argv);

/** PostgreSQL is there in its own project only; that one goes both ways. */
describe.skipIf(dialect === "sqlite" || inject("postgresUrl") === "")("broeikas db copy", { timeout: 180_000 }, () => {
  let source: StoreOptions;
  let made = 0;
  beforeAll(async () => {
    const { dataDir } = await bareDatabase();
    await seedEmbedded(dataDir);
    // What is easily lost on the way: odd text, and nothing at all.
    const client = new Database(join(dataDir, "broeikas.db"));
    client.prepare("update ideas set pitch = ?, source = null where id = (select min(id) from ideas)").run("é 😀\t\\N 'x'\n\u0001");
    client.close();
    source = { dataDir };
  }, 300_000);

  const names: string[] = [];
  async function emptyPostgres(): Promise<StoreOptions> {
    made += 1;
    const name = `copy_${process.pid}_${made}`;
    names.push(name);
    await withClient(inject("postgresUrl"), (client) => client.query(`create database ${name} template template0`));
    return { databaseUrl: databaseOn(inject("postgresUrl"), name), dataDir: "" };
  }
  afterAll(() =>
    withClient(inject("postgresUrl"), async (client) => {
      for (const name of names) await client.query(`drop database if exists ${name} with (force)`);
    }),
  );

  test("carries the demo from SQLite to PostgreSQL and back, every table the same", async () => {
    const there = await emptyPostgres();
    const over = await broeikas(source, "db", "copy", "--to", there.databaseUrl ?? "", "--json");
    expect([over.code, await checkDatabase(there)]).toEqual([0, []]);
    const tables = JSON.parse(over.out) as CopiedTable[];
    const dataDir = join(source.dataDir, "back");
    expect(await copyDatabase(there, { dataDir })).toEqual(tables);
    expect([await checkDatabase({ dataDir }), readdirSync(dataDir)]).toEqual([[], ["broeikas.db"]]);
    const filled = tables.filter(({ rows }) => rows > 0);
    expect(filled.length).toBeGreaterThan(60);
    // The rules between tables are there again, and every row was held against them.
    const rules = "select count(*)::int as n from pg_constraint where contype = 'f' and convalidated";
    const [fresh, copied] = await Promise.all(
      [await freshDatabase(), there].map((place) =>
        withClient(place.databaseUrl ?? "", async (client) => (await client.query<{ n: number }>(rules)).rows[0]?.n),
      ),
    );
    expect(copied).toBe(fresh);
    expect(copied).toBeGreaterThan(50);
    expect((await broeikas(source, "db", "copy", "--to", there.databaseUrl ?? "")).err).toMatch(
      /to copy to is not empty: \w+ has \d+ rows/,
    );
    expect((await broeikas(there, "db", "copy", "--to", dataDir)).err).toMatch(/is not empty: .*broeikas\.db is there/);
  });

  test("leaves nothing behind when it breaks off", async () => {
    const [here, there] = [await marked(), await emptyPostgres()];
    const stop = ({ rows }: { rows: number }) => {
      if (rows > 0) throw new Error("the plug");
    };
    await expect(copyDatabase(here, there, stop)).rejects.toThrow("the plug");
    await copyDatabase(here, there);
    const folder = join(here.dataDir, "half");
    mkdirSync(folder);
    await expect(copyDatabase(here, { dataDir: folder }, stop)).rejects.toThrow("the plug");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("refuses a source that is not there or not at this version", async () => {
    const bare = await bareDatabase();
    const to = join(source.dataDir, "none");
    expect(await broeikas(bare, "db", "copy", "--to", to)).toMatchObject({
      code: 2,
      err: expect.stringContaining("not applied") as string,
    });
    expect(await broeikas({ dataDir: to }, "db", "copy", "--to", bare.databaseUrl ?? "")).toMatchObject({ code: 2 });
    expect(existsSync(to)).toBe(false);
  });

  test("takes what was there at one moment", async () => {
    const here = await marked();
    const write = (tag: string) =>
      withClient(here.databaseUrl ?? "", (client) => client.query("insert into page_versions (tag, n) values ($1, 1)", [tag]));
    let late: Promise<unknown> | undefined;
    const out = await copyDatabase(here, { dataDir: join(here.dataDir, "moment") }, () => void (late ??= write("late")));
    await late;
    expect(out.find(({ table }) => table === "page_versions")?.rows).toBe(1);
  });
});

/** A database with one row, of the engine of this project. */
async function marked(): Promise<StoreOptions> {
  const store = await freshStore();
  await store.tx(async (tx) => void (await tx.insert(pageVersions).values({ tag: "one", n: 1 })));
  return placeOf(store);
}
