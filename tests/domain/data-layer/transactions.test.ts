import { and, eq, lt, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { dialect } from "#db/dialect";
import { pageVersions } from "#db/schema/across";
import { openStore } from "#db/store";
import { afterwards, countStatements, freshStore, placeOf } from "#tests/support/store";
import { databaseOn, withClient } from "#tests/support/postgres";
import type { Store, Tx } from "~/domain/kernel/store";

const MANY = 50;
const each = <T>(n: number, make: (at: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: n }, (_, at) => make(at)));

async function numberOf(store: Store, tag = "a"): Promise<number | undefined> {
  const [row] = await store.db.select().from(pageVersions).where(eq(pageVersions.tag, tag));
  return row?.n;
}
const put = (store: Store, n: number, tag = "a"): Promise<unknown> => store.tx(async (tx) => tx.insert(pageVersions).values({ tag, n }));
/** A second server on the same database. On SQLite one process writes: there it is the same one. */
async function secondServer(store: Store): Promise<Store> {
  if (dialect === "sqlite") return store;
  const second = await openStore(placeOf(store));
  afterwards(() => second.close());
  return second;
}
async function raise(tx: Tx): Promise<void> {
  const [row] = await tx.select().from(pageVersions).where(eq(pageVersions.tag, "a"));
  await tx
    .update(pageVersions)
    .set({ n: (row?.n ?? 0) + 1 })
    .where(eq(pageVersions.tag, "a"));
}

describe("a transaction", () => {
  test("returns what its function returns, and is read by everyone after it", async () => {
    const store = await freshStore();
    const made = await store.tx(async (tx) => (await tx.insert(pageVersions).values({ tag: "a", n: 7 }).returning())[0]);
    expect(made).toEqual({ tag: "a", n: 7 });
    expect(await numberOf(store)).toBe(7);
  });

  test("rolls everything back on a throw, passes the throw on, and the next one works", async () => {
    const store = await freshStore();
    const thrown = new Error("no");
    const attempt = store.tx(async (tx) => {
      await tx.insert(pageVersions).values({ tag: "a", n: 1 });
      await tx.insert(pageVersions).values({ tag: "b", n: 1 });
      throw thrown;
    });
    await expect(attempt).rejects.toBe(thrown);
    expect(await store.db.select().from(pageVersions)).toEqual([]);
    await put(store, 3);
    expect(await store.db.select().from(pageVersions)).toEqual([{ tag: "a", n: 3 }]);
  });

  test("is not seen by readers before it ends", async () => {
    const store = await freshStore();
    await store.tx(async (tx) => {
      await tx.insert(pageVersions).values({ tag: "a", n: 1 });
      expect(await numberOf(store)).toBeUndefined();
    });
    expect(await numberOf(store)).toBe(1);
  });

  test("reads a clash from the rows that come back, and lives on after it", async () => {
    const store = await freshStore();
    await put(store, 1);
    const outcome = await store.tx(async (tx) => {
      const clash = await tx.insert(pageVersions).values({ tag: "a", n: 2 }).onConflictDoNothing().returning({ tag: pageVersions.tag });
      const made = await tx.insert(pageVersions).values({ tag: "b", n: 2 }).onConflictDoNothing().returning({ tag: pageVersions.tag });
      return { clash, made };
    });
    expect(outcome).toEqual({ clash: [], made: [{ tag: "b" }] });
    expect([await numberOf(store, "a"), await numberOf(store, "b")]).toEqual([1, 2]);
  });

  test("refuses a plain insert that clashes and keeps nothing of it", async () => {
    const store = await freshStore();
    await put(store, 1);
    const attempt = store.tx(async (tx) => {
      await tx.insert(pageVersions).values({ tag: "b", n: 2 });
      await tx.insert(pageVersions).values({ tag: "a", n: 2 });
    });
    await expect(attempt).rejects.toThrow();
    expect(await store.db.select().from(pageVersions)).toEqual([{ tag: "a", n: 1 }]);
  });
});

describe("the handle for reading", () => {
  test("refuses every write", async () => {
    const store = await freshStore();
    await put(store, 1);
    const writes = [
      () => store.db.insert(pageVersions).values({ tag: "b", n: 1 }),
      () => store.db.update(pageVersions).set({ n: 2 }),
      () => store.db.delete(pageVersions),
    ];
    for (const write of writes) await expect((async () => await write())()).rejects.toThrow();
    expect(await store.db.select().from(pageVersions)).toEqual([{ tag: "a", n: 1 }]);
  });

  test("counts its statements", async () => {
    const store = await freshStore();
    const reads = async (): Promise<void> => {
      await numberOf(store);
      await numberOf(store, "b");
    };
    expect(await countStatements(store, reads)).toBe(2);
    expect(await countStatements(store, () => store.tx(raise))).toBe(2);
    expect(await countStatements(store, async () => undefined)).toBe(0);
  });
});

describe(`${MANY} at once`, () => {
  test("lose no update, on one server and on two", async () => {
    const store = await freshStore();
    await put(store, 0);
    await each(MANY, () => store.tx(raise));
    expect(await numberOf(store)).toBe(MANY);
    const second = await secondServer(store);
    await each(MANY, (at) => (at % 2 ? store : second).tx(raise));
    expect(await numberOf(store)).toBe(2 * MANY);
  });

  test("let exactly one of them take a key", async () => {
    const store = await freshStore();
    const second = await secondServer(store);
    const take = (at: number) =>
      (at % 2 ? store : second).tx(async (tx) => tx.insert(pageVersions).values({ tag: "slot", n: at }).onConflictDoNothing().returning());
    const won = (await each(MANY, take)).flat();
    expect(won).toHaveLength(1);
    expect(await numberOf(store, "slot")).toBe(won[0]?.n);
  });

  test("fill a capacity guarded by a conditional update, and not one more", async () => {
    const store = await freshStore();
    await put(store, 0);
    const join = () =>
      store.tx(async (tx) =>
        tx
          .update(pageVersions)
          .set({ n: sql`${pageVersions.n} + 1` })
          .where(and(eq(pageVersions.tag, "a"), lt(pageVersions.n, 12)))
          .returning({ n: pageVersions.n }),
      );
    expect((await each(MANY, join)).filter((rows) => rows.length === 1)).toHaveLength(12);
    expect(await numberOf(store)).toBe(12);
  });

  test("keep a rule between rows that each of them only reads (no write skew)", async () => {
    const store = await freshStore();
    await put(store, 1, "first");
    await put(store, 1, "second");
    // Two on duty; each may leave only while the other stays.
    const leave = (tag: string) =>
      store.tx(async (tx) => {
        const present = await tx.select().from(pageVersions).where(eq(pageVersions.n, 1));
        if (present.length > 1) await tx.update(pageVersions).set({ n: 0 }).where(eq(pageVersions.tag, tag));
      });
    await Promise.all([leave("first"), leave("second")]);
    expect(await store.db.select().from(pageVersions).where(eq(pageVersions.n, 1))).toHaveLength(1);
  });

  test("are all done, on two servers, when each reads what every other writes", async () => {
    const store = await freshStore();
    const second = await secondServer(store);
    const add = (at: number) =>
      (at % 2 ? store : second).tx(async (tx) => {
        const before = await tx.select().from(pageVersions);
        await tx.insert(pageVersions).values({ tag: `row ${at}`, n: before.length });
      });
    await each(2 * MANY, add);
    const counts = (await store.db.select().from(pageVersions)).map(({ n }) => n).sort((a, b) => a - b);
    expect(counts).toEqual(Array.from({ length: 2 * MANY }, (_, at) => at));
  });

  test("one that throws does not disturb the others", async () => {
    const store = await freshStore();
    await put(store, 0);
    const results = await Promise.allSettled(
      Array.from({ length: MANY }, (_, at) =>
        store.tx(async (tx) => {
          await raise(tx);
          if (at % 5 === 0) throw new Error("no");
        }),
      ),
    );
    expect(results.filter((result) => result.status === "rejected")).toHaveLength(MANY / 5);
    expect(await numberOf(store)).toBe(MANY - MANY / 5);
  });
});

if (dialect === "sqlite") {
  test("a transaction runs once, because writers wait their turn", async () => {
    const store = await freshStore();
    await put(store, 0);
    let runs = 0;
    await each(MANY, () => store.tx(async (tx) => ((runs += 1), raise(tx))));
    expect(runs).toBe(MANY);
  });
}

if (dialect === "postgres") {
  test("a transaction runs again when another transaction changed what this one read", async () => {
    const store = await freshStore();
    await put(store, 10);
    let runs = 0;
    const seen: (number | undefined)[] = [];
    await store.tx(async (tx) => {
      runs += 1;
      const [row] = await tx.select().from(pageVersions).where(eq(pageVersions.tag, "a"));
      seen.push(row?.n);
      if (runs === 1) await store.tx(async (other) => other.update(pageVersions).set({ n: 20 }).where(eq(pageVersions.tag, "a")));
      await tx
        .update(pageVersions)
        .set({ n: (row?.n ?? 0) + 1 })
        .where(eq(pageVersions.tag, "a"));
    });
    expect({ runs, seen, n: await numberOf(store) }).toEqual({ runs: 2, seen: [10, 20], n: 21 });
  });

  test("a transaction does not run again for a refusal of our own", async () => {
    const store = await freshStore();
    let runs = 0;
    const attempt = store.tx(async () => {
      runs += 1;
      throw new Error("no");
    });
    await expect(attempt).rejects.toThrow("no");
    expect(runs).toBe(1);
  });

  test("a transaction that swallows the failure of a statement fails, instead of losing what it wrote", async () => {
    const store = await freshStore();
    await put(store, 1);
    const attempt = store.tx(async (tx) => {
      await tx.insert(pageVersions).values({ tag: "b", n: 2 });
      await tx
        .insert(pageVersions)
        .values({ tag: "a", n: 2 })
        .catch(() => undefined);
    });
    await expect(attempt).rejects.toThrow(/nothing was written/);
    expect(await store.db.select().from(pageVersions)).toEqual([{ tag: "a", n: 1 }]);
  });

  test("a cut connection fails its transaction; the process lives and goes on", async () => {
    const store = await freshStore();
    await put(store, 1);
    const url = placeOf(store).databaseUrl ?? "";
    const cut = (): Promise<unknown> =>
      withClient(databaseOn(url, "postgres"), (client) =>
        client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [new URL(url).pathname.slice(1)]),
      );
    const attempt = store.tx(async (tx) => {
      await tx.update(pageVersions).set({ n: 2 });
      await cut();
      await new Promise((resolve) => setTimeout(resolve, 100));
      await tx.update(pageVersions).set({ n: 3 });
    });
    await expect(attempt).rejects.toThrow();
    expect(await numberOf(store)).toBe(1);
    await store.tx(raise);
    expect(await numberOf(store)).toBe(2);
  });
}
