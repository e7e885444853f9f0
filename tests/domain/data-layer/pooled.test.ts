import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { dialect } from "#db/dialect";
import { campuses } from "#db/schema/campus";
import { openStore } from "#db/store";
import { afterwards, freshDatabase } from "#tests/support/store";
import { prepared } from "~/domain/kernel/prepared";
import type { Db, Store } from "~/domain/kernel/store";

describe.skipIf(dialect === "sqlite")("the connections of a server to PostgreSQL", () => {
  async function storeOf(options: { connections: number; pooled?: boolean }): Promise<Store> {
    const store = await openStore({ ...(await freshDatabase()), ...options });
    afterwards(() => store.close());
    return store;
  }

  const count = (db: Db) => prepared(db, "campuses.count", (on) => on.select({ n: sql<number>`count(*)` }).from(campuses)).execute();
  /** Named statements that lie in the connection that is asked. */
  const kept = async (db: Db): Promise<number> => {
    const from = sql`pg_prepared_statements where name like 'q\\_%'`;
    return (await db.select({ n: sql<number>`count(*)` }).from(from))[0]?.n ?? 0;
  };

  test("are as many as the settings say, a third of them to write", async () => {
    const store = await storeOf({ connections: 6 });
    const slow = { n: sql<string>`pg_sleep(0.05)` };
    const reads = Array.from({ length: 20 }, async () => store.db.select(slow).from(sql`(values (1)) as one`));
    const writes = Array.from({ length: 10 }, () => store.tx(async (tx) => tx.select(slow).from(sql`(values (1)) as one`)));
    await Promise.all([...reads, ...writes]);
    expect(store.pools?.().map(({ name, total }) => [name, total])).toEqual([
      ["read", 4],
      ["write", 2],
    ]);
  });

  test("keep statements, but behind a pooler nothing that the next transaction would find", async () => {
    const [own, pooled] = [await storeOf({ connections: 3 }), await storeOf({ connections: 3, pooled: true })];
    for (const store of [own, pooled]) for (let i = 0; i < 2; i += 1) expect(await count(store.db)).toEqual([{ n: 0 }]);
    expect([await kept(own.db), await kept(pooled.db)]).toEqual([1, 0]);
    const limit = (tx: Db) =>
      tx.select({ ms: sql<string>`current_setting('idle_in_transaction_session_timeout')` }).from(sql`(values (1)) as one`);
    for (const store of [own, pooled]) expect(await store.tx((tx) => limit(tx))).toEqual([{ ms: "1min" }]);
    expect(await limit(pooled.db)).toEqual([{ ms: "0" }]);
  });
});
