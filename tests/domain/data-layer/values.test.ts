import { and, asc, count, eq, gt, isNull, max, sql, sum } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Store } from "~/domain/kernel/store";
import { fold } from "~/domain/kernel/text";
import { raw, scratch, scratchStore } from "./scratch";

type Row = typeof scratch.$inferInsert;

async function put(store: Store, ...rows: Omit<Row, "id">[]): Promise<void> {
  await store.tx(async (tx) => {
    for (const [at, row] of rows.entries()) await tx.insert(scratch).values({ id: `row${at}`, ...row });
  });
}
const all = (store: Store) => store.db.select().from(scratch).orderBy(asc(scratch.id));

/** Bytes of UTF-8, the order of collation C. */
const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

describe("text", () => {
  const words = [
    "Zoë",
    "zoe",
    "eik",
    "Éclair",
    "eclair",
    "ß",
    "ss",
    "Ångström",
    "a b",
    "ab",
    "a-b",
    "_a",
    "10",
    "9",
    "é",
    "e\u0301",
    "😀",
    "\uFF21",
    "",
    " ",
  ];

  test("is sorted and compared by its bytes: case, accents and emoji alike on both engines", async () => {
    const store = await scratchStore();
    await put(store, ...words.map((key) => ({ key })));
    const rows = await store.db.select({ key: scratch.key }).from(scratch).orderBy(asc(scratch.key));
    expect(rows.map((row) => row.key)).toEqual([...words].sort(byBytes));
    const after = await store.db.select({ key: scratch.key }).from(scratch).where(gt(scratch.key, "a-b")).orderBy(asc(scratch.key));
    expect(after.map((row) => row.key)).toEqual(words.filter((word) => byBytes(word, "a-b") > 0).sort(byBytes));
  });

  test("in folded keys sorts as people expect of plain letters", async () => {
    const store = await scratchStore();
    const names = ["Éclair", "eik", "Ångström", "zoe", "Abel"];
    await put(store, ...names.map((name) => ({ key: fold(name) })));
    const rows = await store.db.select({ key: scratch.key }).from(scratch).orderBy(asc(scratch.key));
    expect(rows.map((row) => row.key)).toEqual(["abel", "angstrom", "eclair", "eik", "zoe"]);
  });

  test("tells capitals and accents apart in a unique key", async () => {
    const store = await scratchStore();
    await put(store, { key: "zoe" }, { key: "Zoe" }, { key: "zoë" });
    const clash = await store.tx((tx) => tx.insert(scratch).values({ id: "x", key: "zoë" }).onConflictDoNothing().returning());
    expect(clash).toEqual([]);
  });

  test("with U+0000 in it, as a bad address may bring, finds nothing and breaks nothing", async () => {
    const store = await scratchStore();
    await put(store, { key: "a\0b" });
    expect((await all(store))[0]?.key).toBe("a\uFFFDb");
    expect(await store.db.select().from(scratch).where(eq(scratch.id, "row0\0"))).toEqual([]);
  });

  test("comes back as it went in, whatever it holds", async () => {
    const store = await scratchStore();
    const odd = ["l'été", 'say "hi"', "a\\b", "%_", "?$1:x", "l1\nl2\r\n\tl3", "👩‍🚀 ünï", "x".repeat(100_000), "'; drop table scratch; --"];
    await put(store, ...odd.map((key, at) => ({ n: at, doc: key })));
    expect((await all(store)).sort((a, b) => (a.n ?? 0) - (b.n ?? 0)).map((row) => row.doc)).toEqual(odd);
    const [found] = await store.db.select().from(scratch).where(eq(scratch.id, "row0"));
    expect(found?.doc).toBe("l'été");
  });
});

describe("an instant", () => {
  const moments = [
    "2026-11-21T13:00:00.001Z",
    "1970-01-01T00:00:00Z",
    "1969-12-31T23:59:59.999Z",
    "0001-01-01T00:00:00Z",
    "-000044-03-15T12:00:00Z",
    "+275760-09-13T00:00:00Z",
  ];

  test("comes back to the millisecond, also before 1970 and in the far future", async () => {
    const store = await scratchStore();
    await put(store, ...moments.map((moment) => ({ at: new Date(moment) })));
    expect((await all(store)).map((row) => row.at)).toEqual(moments.map((moment) => new Date(moment)));
  });

  test("is kept as milliseconds since 1970", async () => {
    const store = await scratchStore();
    await put(store, { at: new Date(1_796_000_000_123) });
    const rows = await raw<{ at: number | string }>(store.db, sql`select at from scratch`);
    expect(Number(rows[0]?.at)).toBe(1_796_000_000_123);
  });

  test("is compared and sorted as a moment", async () => {
    const store = await scratchStore();
    await put(store, ...moments.map((moment) => ({ at: new Date(moment) })));
    const rows = await store.db
      .select({ at: scratch.at })
      .from(scratch)
      .where(gt(scratch.at, new Date(-1)))
      .orderBy(asc(scratch.at));
    expect(rows.map((row) => row.at?.toISOString())).toEqual([
      "1970-01-01T00:00:00.000Z",
      "2026-11-21T13:00:00.001Z",
      "+275760-09-13T00:00:00.000Z",
    ]);
    const [latest] = await store.db.select({ at: max(scratch.at) }).from(scratch);
    expect(latest?.at).toEqual(new Date("+275760-09-13T00:00:00Z"));
  });

  test("that is none is refused", async () => {
    const store = await scratchStore();
    await expect(put(store, { at: new Date(Number.NaN), n: 1 })).rejects.toThrow();
    expect(await all(store)).toEqual([]);
  });
});

describe("json and bool", () => {
  const documents: unknown[] = [
    { nl: "é 😀", deep: [{ a: null }, 1.5, -0.25, true] },
    [],
    {},
    "text",
    0,
    false,
    '"quoted"',
    { __proto__x: 1 },
    "\u0000 and \u2028",
  ];

  test("come back as they went in", async () => {
    const store = await scratchStore();
    await put(store, ...documents.map((doc, at) => ({ doc, flag: at % 2 === 0 })), { flag: null });
    const rows = await all(store);
    expect(rows.map((row) => row.doc)).toEqual([...documents, null]);
    expect(rows.map((row) => row.flag)).toEqual([...documents.map((_doc, at) => at % 2 === 0), null]);
  });

  test("bool filters as a bool", async () => {
    const store = await scratchStore();
    await put(store, { flag: true }, { flag: false }, { flag: null });
    expect(await store.db.select({ id: scratch.id }).from(scratch).where(eq(scratch.flag, true))).toEqual([{ id: "row0" }]);
    expect(await store.db.select({ id: scratch.id }).from(scratch).where(eq(scratch.flag, false))).toEqual([{ id: "row1" }]);
    expect(await store.db.select({ id: scratch.id }).from(scratch).where(isNull(scratch.flag))).toEqual([{ id: "row2" }]);
  });
});

describe("nothing", () => {
  test("stands where the query says, first or last", async () => {
    const store = await scratchStore();
    await put(store, { n: 2 }, { n: null }, { n: 1 });
    const sorted = async (order: ReturnType<typeof sql>) =>
      (await store.db.select({ n: scratch.n }).from(scratch).orderBy(order)).map((row) => row.n);
    expect(await sorted(sql`${scratch.n} asc nulls last`)).toEqual([1, 2, null]);
    expect(await sorted(sql`${scratch.n} asc nulls first`)).toEqual([null, 1, 2]);
    expect(await sorted(sql`${scratch.n} desc nulls last`)).toEqual([2, 1, null]);
    expect(await sorted(sql`${scratch.n} desc nulls first`)).toEqual([null, 2, 1]);
  });

  test("never clashes in a unique key", async () => {
    const store = await scratchStore();
    await put(store, { key: null }, { key: null });
    expect(await all(store)).toHaveLength(2);
  });
});

describe("numbers", () => {
  // Scores, when they come, are columns like these: NOT NULL with a CHECK on their range.
  test.each([
    ["NaN", { score: Number.NaN }],
    ["Infinity", { score: Number.POSITIVE_INFINITY }],
    ["-Infinity", { score: Number.NEGATIVE_INFINITY }],
    ["too much", { score: 1001 }],
    ["too little", { score: -1 }],
    ["NaN in a real column", { weight: Number.NaN }],
    ["Infinity in a real column", { weight: Number.POSITIVE_INFINITY }],
    ["-Infinity in a real column", { weight: Number.NEGATIVE_INFINITY }],
  ])("refuse %s where a score is kept", async (_name, row) => {
    const store = await scratchStore();
    await expect(put(store, row)).rejects.toThrow();
    expect(await all(store)).toEqual([]);
  });

  test.each([1.5, 2 ** 31, Number.NaN])("refuse %d as a whole number", async (n) => {
    const store = await scratchStore();
    await expect(put(store, { n })).rejects.toThrow();
    expect(await all(store)).toEqual([]);
  });

  test("come back exactly: whole ones to 2^31−1, real ones to the last bit", async () => {
    const store = await scratchStore();
    const reals = [0.1 + 0.2, 1e-300, 9.999999999999998, 0];
    await put(store, ...reals.map((weight, at) => ({ weight, n: at === 0 ? 2_147_483_647 : -2_147_483_647 })));
    const rows = await all(store);
    expect(rows.map((row) => row.weight)).toEqual(reals);
    expect(rows.slice(0, 2).map((row) => row.n)).toEqual([2_147_483_647, -2_147_483_647]);
  });

  test("counted or added up are numbers, also in SQL of our own", async () => {
    const store = await scratchStore();
    await put(store, { n: 1 }, { n: 2 }, { n: null });
    const [row] = await store.db
      .select({
        all: count(),
        known: count(scratch.n),
        own: sql<number>`count(*)`,
        total: sql<number>`sum(${scratch.n})`,
        asText: sum(scratch.n),
      })
      .from(scratch);
    expect(row).toEqual({ all: 3, known: 2, own: 3, total: 3, asText: "3" });
  });
});

describe("a prepared statement", () => {
  // A bare placeholder in a condition is sent as it is, past its column: a Date or a bool then fails on one engine or both.
  test("takes its values through the columns when its placeholders say so with sql.param, null too", async () => {
    const store = await scratchStore();
    const at = new Date("2026-11-21T13:00:00Z");
    await put(store, { key: "a\0b", n: 1, at, flag: true });
    const given = (name: "key" | "n" | "at" | "flag") => sql.param(sql.placeholder(name), scratch[name]);
    const found = store.db
      .select({ id: scratch.id })
      .from(scratch)
      .where(and(eq(scratch.key, given("key")), eq(scratch.n, given("n")), eq(scratch.at, given("at")), eq(scratch.flag, given("flag"))))
      .prepare("scratch_found");
    expect(await found.execute({ key: "a\0b", n: 1, at, flag: true })).toEqual([{ id: "row0" }]);
    expect(await found.execute({ key: null, n: null, at: null, flag: null })).toEqual([]);
    expect(await found.execute({ key: "a\0b", n: 1, at, flag: false })).toEqual([]);
  });
});

describe("keys between rows", () => {
  test("refuse a row that points nowhere, and the removal of one that is pointed at", async () => {
    const store = await scratchStore();
    await expect(put(store, { parentId: "nobody" })).rejects.toThrow();
    await put(store, {}, { parentId: "row0" });
    expect(await all(store)).toHaveLength(2);
    await store.tx(async (tx) => tx.delete(scratch).where(eq(scratch.id, "row0")));
    expect(await all(store), "this one cascades, as its table says").toEqual([]);
  });
});
