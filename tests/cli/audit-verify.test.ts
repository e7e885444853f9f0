import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditSeals } from "#db/schema/across";
import type { StoreOptions } from "#db/store";
import { openStore } from "#db/store";
import { sealAudit } from "~/domain/kernel/audit-seals";
import type { Store } from "~/domain/kernel/store";
import { main } from "../../app/cli/index";
import { NOW } from "#tests/support/ctx";
import { freshDatabase } from "#tests/support/store";
import { fakeIo } from "./fake-io";

async function run(place: StoreOptions, ...argv: string[]) {
  let [out, err] = ["", ""];
  const io = { ...fakeIo(), env: { DATA_DIR: place.dataDir } };
  const code = await main(argv, { ...io, stdout: (text) => void (out += text), stderr: (text) => void (err += text) });
  return { code, out, err };
}

async function inside(place: StoreOptions, work: (store: Store) => Promise<unknown>): Promise<void> {
  const store = await openStore(place);
  await work(store).finally(() => store.close());
}

test("says how much is sealed, and ends with 2 when the chain does not hold", async () => {
  const place = await freshDatabase();
  expect((await run(place, "user", "create", "--name", "Ada", "--email", "ada@broeikas.test")).code).toBe(0);
  const waiting = /^0 rows sealed, (\d+) waiting to be; head none\n$/.exec((await run(place, "audit", "verify")).out)?.[1];
  expect(Number(waiting)).toBeGreaterThan(0);
  await inside(place, (store) => sealAudit({ store, now: NOW }));
  const { code, out } = await run(place, "audit", "verify", "--json");
  const state = JSON.parse(out) as { sealed: number; waiting: number; head: string; problems: string[] };
  expect([code, state.sealed, state.waiting, state.problems]).toEqual([0, Number(waiting), 0, []]);
  expect((await run(place, "audit", "verify", "--head", state.head)).code).toBe(0);
  expect((await run(place, "audit", "verify", "--head", "0".repeat(64))).code).toBe(2);
  expect(await run(place, "audit", "verify", "--head", "zzz")).toMatchObject({ code: 1, out: "" });
  await inside(place, (store) =>
    store.tx(async (tx) => {
      await tx
        .update(auditSeals)
        .set({ hash: "0".repeat(64) })
        .where(eq(auditSeals.no, 1));
    }),
  );
  const broken = await run(place, "audit", "verify");
  expect(broken.code).toBe(2);
  expect(broken.out).toContain("seal 1: audit row");
});
