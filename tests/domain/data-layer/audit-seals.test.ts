import { asc, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { audit, auditDetails, auditSeals } from "#db/schema/across";
import { sealAudit, verifyAudit } from "~/domain/kernel/audit-seals";
import { writeAudit } from "~/domain/kernel/audit";
import type { Store } from "~/domain/kernel/store";
import { NOW, testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";

const write = async (store: Store, rows: number, now: Date | string = NOW): Promise<void> => {
  const ctx = testCtx(store, { now });
  await store.tx(async (tx) => {
    for (let at = 0; at < rows; at += 1) {
      await writeAudit(tx, ctx, {
        action: "idea.planted",
        subjectKind: "idea",
        subjectId: `i${at}`,
        fields: ["title"],
        detail: `detail ${at}`,
      });
    }
  });
};
const seal = (store: Store, now: Date | string = NOW): Promise<number> => sealAudit(testCtx(store, { now }));
const problemsOf = async (store: Store, head?: string): Promise<readonly string[]> => (await verifyAudit(store.db, head)).problems;
const allSeals = (store: Store) => store.db.select().from(auditSeals).orderBy(asc(auditSeals.no));

/** A store of 600 rows, sealed. */
async function sealedStore(): Promise<Store> {
  const store = await freshStore();
  await write(store, 600);
  expect(await seal(store)).toBe(600);
  return store;
}

describe("the chain over the trail", () => {
  test("takes every committed row once, also later ones; a second run has nothing to do", async () => {
    const store = await freshStore();
    expect(await verifyAudit(store.db)).toEqual({ sealed: 0, waiting: 0, head: null, problems: [] });
    await write(store, 3);
    expect(await verifyAudit(store.db)).toEqual({ sealed: 0, waiting: 3, head: null, problems: [] });
    expect([await seal(store), await seal(store)]).toEqual([3, 0]);
    const { head } = await verifyAudit(store.db);
    // A row of a slow writer is committed after the seals of later moments.
    await write(store, 2, new Date(NOW.getTime() - 60_000));
    expect(await seal(store)).toBe(2);
    expect((await allSeals(store)).map(({ no }) => no)).toEqual([1, 2, 3, 4, 5]);
    const after = await verifyAudit(store.db, head ?? "");
    expect(after).toMatchObject({ sealed: 5, waiting: 0, problems: [] });
    expect(after.head).not.toBe(head);
  });

  test("of several runs at once each row is sealed by one", async () => {
    const store = await freshStore();
    await write(store, 40);
    const runs = await Promise.allSettled(Array.from({ length: 4 }, () => seal(store)));
    expect(runs.reduce((sum, run) => sum + (run.status === "fulfilled" ? run.value : 0), 0)).toBe(40);
    expect(await verifyAudit(store.db)).toMatchObject({ sealed: 40, waiting: 0, problems: [] });
  });

  test("erasing the detail of a row leaves the chain whole", async () => {
    const store = await sealedStore();
    await store.tx(async (tx) => {
      await tx.delete(auditDetails);
    });
    expect(await problemsOf(store)).toEqual([]);
  });

  test("tells which row was changed", async () => {
    const store = await sealedStore();
    const victim = (await allSeals(store))[416];
    await store.tx(async (tx) => {
      await tx
        .update(audit)
        .set({ actorId: "somebody-else" })
        .where(eq(audit.id, victim?.auditId ?? ""));
    });
    expect(await problemsOf(store)).toEqual([`seal 417: audit row ${victim?.auditId} or the chain before it was changed`]);
  });

  test("a sealed row cannot be removed; one whose seal goes too leaves a gap", async () => {
    const store = await sealedStore();
    const victim = (await allSeals(store))[9];
    const remove = (withSeal: boolean) =>
      store.tx(async (tx) => {
        if (withSeal) await tx.delete(auditSeals).where(eq(auditSeals.auditId, victim?.auditId ?? ""));
        await tx.delete(auditDetails).where(eq(auditDetails.auditId, victim?.auditId ?? ""));
        await tx.delete(audit).where(eq(audit.id, victim?.auditId ?? ""));
      });
    await expect(remove(false)).rejects.toThrow();
    await remove(true);
    const problems = await problemsOf(store);
    expect(problems[0]).toBe("seals 10 to 10 are gone");
    expect(problems).toHaveLength(2);
  });

  test("what is cut off at the end shows by a head that was noted", async () => {
    const store = await sealedStore();
    const { head } = await verifyAudit(store.db);
    const last = (await allSeals(store)).at(-1);
    await store.tx(async (tx) => {
      await tx.delete(auditSeals).where(eq(auditSeals.no, last?.no ?? 0));
      await tx.delete(auditDetails).where(eq(auditDetails.auditId, last?.auditId ?? ""));
      await tx.delete(audit).where(eq(audit.id, last?.auditId ?? ""));
    });
    expect(await problemsOf(store)).toEqual([]);
    expect(await problemsOf(store, head ?? "")).toEqual([`no seal has the hash ${head}`]);
  });

  test("a row that is dated back is found", async () => {
    const store = await sealedStore();
    await write(store, 1, "2026-11-01T08:00:00Z");
    expect(await seal(store)).toBe(0);
    expect(await problemsOf(store)).toEqual(["1 audit rows were put in after their time: older than what is sealed, and not sealed"]);
  });

  test("a chain written anew with another hash is no chain of these rows", async () => {
    const store = await sealedStore();
    await store.tx(async (tx) => {
      await tx.update(auditSeals).set({ hash: sql`'x' || substr(${auditSeals.hash}, 2)` });
    });
    expect((await problemsOf(store)).length).toBe(20);
  });
});
