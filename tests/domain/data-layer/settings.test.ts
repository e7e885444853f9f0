import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { dialect } from "#db/dialect";
import { pageVersions } from "#db/schema/across";
import { openStore } from "#db/store";
import { connectSqlite, SQLITE_FILE } from "#db/store-sqlite";
import { afterwards, freshStore, placeOf } from "#tests/support/store";
import { raw } from "./scratch";

test("the other engine is not opened by mistake", async () => {
  const other = dialect === "sqlite" ? { databaseUrl: "postgres://127.0.0.1:1/x", dataDir: "" } : { dataDir: "" };
  await expect(openStore(other)).rejects.toThrow(/DATABASE_URL must be set before start/);
});

if (dialect === "sqlite") {
  test("SQLite keeps every acknowledged commit and every key: WAL, FULL, foreign keys; it waits for others without keeping us waiting", async () => {
    const store = await freshStore();
    const values = await store.tx(async (tx) => ({
      journal: await raw(tx, sql`pragma journal_mode`),
      synchronous: await raw(tx, sql`pragma synchronous`),
      keys: await raw(tx, sql`pragma foreign_keys`),
      wait: await raw(tx, sql`pragma busy_timeout`),
    }));
    expect(values).toEqual({
      journal: [{ journal_mode: "wal" }],
      synchronous: [{ synchronous: 2 }],
      keys: [{ foreign_keys: 1 }],
      wait: [{ timeout: 0 }],
    });
  });

  test("while another process writes, a write waits for its turn and everything else goes on", async () => {
    const store = await freshStore();
    const other = connectSqlite(join(placeOf(store).dataDir, SQLITE_FILE));
    afterwards(() => void other.close());
    other.exec("BEGIN IMMEDIATE");
    const order: string[] = [];
    const write = async (tag: string): Promise<void> => {
      await store.tx((tx) => tx.insert(pageVersions).values({ tag, n: 1 }));
      order.push(tag);
    };
    const writing = [write("one"), write("two")];
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 10);
    await new Promise((done) => setTimeout(done, 250));
    clearInterval(ticking);
    expect(await store.db.select().from(pageVersions)).toEqual([]);
    expect([order, ticks > 5]).toEqual([[], true]);
    other.exec("COMMIT");
    await Promise.all(writing);
    expect(order).toEqual(["one", "two"]);
  });

  test("the reading connection of SQLite is opened read-only", async () => {
    const store = await freshStore();
    await expect(raw(store.db, sql`create table sneaky (id text)`)).rejects.toMatchObject({ cause: { code: "SQLITE_READONLY" } });
  });
}

if (dialect === "postgres") {
  test("PostgreSQL writes serializable, and its readers cannot write", async () => {
    const store = await freshStore();
    const [level] = await store.tx((tx) => raw<{ level: string }>(tx, sql`select current_setting('transaction_isolation') as level`));
    expect(level?.level).toBe("serializable");
    const [hung] = await store.tx((tx) =>
      raw<{ ends: string }>(tx, sql`select current_setting('idle_in_transaction_session_timeout') as ends`),
    );
    expect(hung?.ends).toBe("1min");
    const [readOnly] = await raw<{ on: string }>(store.db, sql`select current_setting('transaction_read_only') as on`);
    expect(readOnly?.on).toBe("on");
    await expect(raw(store.db, sql`create table sneaky (id text)`)).rejects.toMatchObject({ cause: { code: "25006" } });
  });

  test("the test server sorts as a dictionary, so that our order of bytes is our own doing", async () => {
    if (process.env.DATABASE_URL_TEST) return;
    const store = await freshStore();
    const rows = await raw<{ word: string }>(store.db, sql`select word from (values ('b'), ('A'), ('a'), ('B')) as v (word) order by word`);
    expect(rows.map((row) => row.word).join("")).toMatch(/^(aAbB|AaBb)$/);
    expect(placeOf(store).databaseUrl).toMatch(/^postgres:/);
  });
}
