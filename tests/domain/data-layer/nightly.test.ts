import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { isNull, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { dialect } from "#db/dialect";
import { outbox, pageVersions } from "#db/schema/across";
import { backups } from "#db/schema/operations";
import { makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { freshStore, placeOf } from "#tests/support/store";
import { deliver } from "#tests/domain/identity/post";
import { INSTANCE } from "~/domain/identity/policy";
import { latestBackups } from "~/domain/kernel/backups";
import { sealAudit } from "~/domain/kernel/audit-seals";
import type { Store } from "~/domain/kernel/store";
import { after, days, hours } from "~/domain/kernel/time";
import { backupHere, backupInThread } from "~/infra/backup";
import { backupsIn, backupsToDrop } from "~/infra/backup-folder";
import { folderStorage } from "~/infra/file-storage";
import type { KeyedStorage } from "~/infra/file-storage";
import { lastTurn, nightlyBackup } from "~/infra/nightly-backup";
import type { NightlyDeps } from "~/infra/nightly-backup";
import { raw } from "./scratch";

const ADMIN = { role: "admin", scopeKind: INSTANCE.kind, scopeId: INSTANCE.id } as const;
const ENDING = dialect === "postgres" ? "dump" : "db";

let store: Store;
let dir: string;
let files: KeyedStorage;
beforeEach(async () => {
  store = await freshStore();
  const { dataDir } = placeOf(store);
  dir = join(dataDir, "backups");
  files = folderStorage(join(dataDir, "files"));
});

const night = (now: Date, more: Partial<NightlyDeps> = {}) => {
  const settings = { dir, hour: 3, keep: { days: 2, weeks: 0 } };
  const deps = { place: placeOf(store), files, settings, make: backupHere, clock: () => after(now, 5_000), ...more };
  return nightlyBackup(testCtx(store, { now, via: "job" }), deps);
};
const mails = async () =>
  (await store.db.select().from(outbox).where(isNull(outbox.sentAt))).filter((row) => row.template === "backup_failed");

describe("the nightly backup", { timeout: 60_000 }, () => {
  test("is made once a night, tried out, and told in the table and beside the file", async () => {
    await makePerson(store, { name: "Ada", roles: [ADMIN], now: NOW });
    await sealAudit({ store, now: NOW });
    const key = await files.put(Buffer.from("een"));
    expect(await night(NOW)).toBe("good");
    expect(await night(after(NOW, hours(1)))).toBe("not due");
    const [row] = await latestBackups(store.db);
    const name = `broeikas-20261121T130000Z.${ENDING}`;
    expect(row).toMatchObject({ at: NOW, file: name, files: 1, error: null, verifiedAt: after(NOW, 5_000) });
    expect(row?.bytes).toBe(statSync(join(dir, name)).size);
    expect(statSync(join(dir, name)).mode & 0o077).toBe(0);
    const [facts] = await backupsIn(dir);
    expect(facts).toMatchObject({
      file: name,
      sha256: row?.sha256,
      error: null,
      auditHead: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(facts?.rows.people).toBe(1);
    expect(Object.values(facts?.rows ?? {}).reduce((sum, n) => sum + n, 0)).toBe(row?.rows);
    expect(readFileSync(join(dir, `${name}.files`), "utf8")).toBe(`${key}\n`);
    expect(existsSync(join(dir, "files", key.slice(0, 2), key))).toBe(true);
    expect(await mails()).toEqual([]);
  });

  test("is made by one server when two ask at once", async () => {
    const outcomes = await Promise.allSettled([night(NOW), night(after(NOW, 1))]);
    expect(outcomes.map((one) => (one.status === "fulfilled" ? one.value : "error")).sort()).toEqual(["good", "not due"]);
  });

  test("that fails is told to every admin once a night, tried again, and costs no older one", async () => {
    await makePerson(store, { name: "Ada", email: "ada@broeikas.test", roles: [ADMIN], now: NOW });
    await makePerson(store, { name: "Cas", roles: [], now: NOW });
    expect(await night(NOW)).toBe("good");
    const next = after(NOW, days(1));
    const make = () => Promise.reject(new Error("the disk is full"));
    expect([await night(next, { make }), await night(after(next, hours(1)), { make })]).toEqual(["failed", "failed"]);
    expect(await mails()).toHaveLength(1);
    const { mails: sent } = await deliver(store, next);
    expect(sent.find(({ to }) => to === "ada@broeikas.test")?.text).toContain("the disk is full");
    expect(await night(after(next, hours(2)))).toBe("good");
    expect((await latestBackups(store.db)).map(({ error }) => error)).toEqual([null, "the disk is full", "the disk is full", null]);
    expect((await backupsIn(dir)).map(({ file }) => file)).toHaveLength(2);
  });

  test("is no good when the trial finds something", async () => {
    const make: NightlyDeps["make"] = async (place, file) => ({
      ...(await backupHere(place, file)),
      problems: ["table ideas has 3 rows, and had 4"],
    });
    expect(await night(NOW, { make })).toBe("failed");
    expect((await latestBackups(store.db))[0]).toMatchObject({ verifiedAt: null, error: "table ideas has 3 rows, and had 4" });
    expect((await backupsIn(dir))[0]).toMatchObject({ verifiedAt: null, error: "table ideas has 3 rows, and had 4" });
  });

  test("is no good when a stored file that the database names is gone, unless it was taken away meanwhile", async () => {
    const key = await files.put(Buffer.from("een"));
    await store.tx(async (tx) => {
      await raw(tx, sql`create table extra (storage_key text)`);
      await raw(tx, sql`insert into extra values (${key})`);
    });
    await files.remove(key);
    expect(await night(NOW)).toBe("failed");
    expect((await latestBackups(store.db))[0]?.error).toBe("1 stored file(s) that the database names are not there");
    const make: NightlyDeps["make"] = async (place, file) => {
      const made = await backupHere(place, file);
      await store.tx(async (tx) => void (await raw(tx, sql`delete from extra`)));
      return made;
    };
    expect(await night(after(NOW, hours(1)), { make })).toBe("good");
  });

  test("that was cut off with its server is told so after some hours", async () => {
    await store.tx(async (tx) => void (await tx.insert(backups).values({ id: "cut", at: NOW, file: "x" })));
    expect(await night(after(NOW, hours(1)))).toBe("not due");
    expect(await night(after(NOW, hours(5)))).toBe("good");
    expect((await latestBackups(store.db)).map(({ error }) => error)).toEqual([null, "the server stopped while it was made"]);
  });

  test("that could not be tried out is kept until the next one, and no more of them", async () => {
    const make: NightlyDeps["make"] = async (place, file) => {
      await backupHere(place, file);
      throw new Error("nowhere to try it out");
    };
    expect(await night(NOW)).toBe("good");
    for (let n = 1; n <= 3; n += 1) expect(await night(after(NOW, days(1) + hours(n)), { make })).toBe("failed");
    const there = await backupsIn(dir);
    expect(there.map(({ error }) => error)).toEqual([null, "nowhere to try it out"]);
    expect(readdirSync(dir).filter((name) => name.endsWith(ENDING))).toHaveLength(2);
    expect(await night(after(NOW, days(1) + hours(4)))).toBe("good");
    expect((await backupsIn(dir)).map(({ error }) => error)).toEqual([null, null]);
  });

  test("clears away what a server left that stopped in the middle", async () => {
    await night(NOW);
    const [old, young] = ["broeikas-20200101T030000Z", "broeikas-20200102T030000Z"].map((name) => join(dir, `${name}.${ENDING}`)) as [
      string,
      string,
    ];
    for (const path of [old, young, `${old}.7.part`, join(dir, "mine.db")]) writeFileSync(path, "x");
    mkdirSync(join(dir, ".try-abc"));
    const long = new Date(Date.now() - days(3));
    for (const path of [old, `${old}.7.part`, join(dir, ".try-abc"), join(dir, "mine.db")]) utimesSync(path, long, long);
    await night(after(NOW, days(1)));
    const left = readdirSync(dir);
    expect([old, `${old}.7.part`, join(dir, ".try-abc")].filter((path) => left.includes(basename(path)))).toEqual([]);
    expect([young, "mine.db"].filter((path) => left.includes(basename(path)))).toHaveLength(2);
  });

  test("takes files along once, and drops those that no backup needs", async () => {
    const old = await files.put(Buffer.from("oud"));
    await night(NOW);
    await files.remove(old);
    const fresh = await files.put(Buffer.from("nieuw"));
    const mirror = folderStorage(join(dir, "files"));
    const both = async () => [await mirror.get(old), await mirror.get(fresh)].map((bytes) => bytes && Buffer.from(bytes).toString());
    await night(after(NOW, days(1)));
    expect(await both()).toEqual(["oud", "nieuw"]);
    await night(after(NOW, days(2)));
    expect(await both()).toEqual([null, "nieuw"]);
    expect(readdirSync(dir).filter((name) => name.endsWith(ENDING))).toHaveLength(2);
  });

  test("runs in a thread of its own", async () => {
    await store.tx(async (tx) => void (await tx.insert(pageVersions).values({ tag: "one", n: 1 })));
    expect(await night(NOW, { make: backupInThread })).toBe("good");
    expect((await backupsIn(dir))[0]?.rows.page_versions).toBe(1);
  });

  test("in a thread that fails says why", async () => {
    const place = {
      ...placeOf(store),
      ...(dialect === "postgres" ? { databaseUrl: "postgres://nobody@127.0.0.1:1/none" } : { dataDir: dir }),
    };
    await expect(backupInThread(place, join(dir, "..", "x.db"))).rejects.toThrow(
      dialect === "postgres" ? /ECONNREFUSED/ : /there is no database/,
    );
  });
});

describe("what stays", () => {
  const at = (day: number, good = true) => {
    const moment = new Date(Date.UTC(2026, 9, day, 2)).toISOString();
    return { file: `d${day}`, at: moment, verifiedAt: good ? moment : null };
  };
  const kept = (days: number, weeks: number, all: ReturnType<typeof at>[]) => {
    const dropped = backupsToDrop(all, { days, weeks });
    return all.map(({ file }) => file).filter((file) => !dropped.includes(file));
  };

  test("the last good one of each of so many days and weeks", () => {
    // 1 October 2026 is a Thursday.
    const all = Array.from({ length: 31 }, (_, day) => at(day + 1));
    expect(kept(3, 0, all)).toEqual(["d29", "d30", "d31"]);
    expect(kept(3, 4, all)).toEqual(["d11", "d18", "d25", "d29", "d30", "d31"]);
    expect(kept(1, 0, [])).toEqual([]);
  });

  test("a bad one only while it is the newest, and never in the place of a good one", () => {
    expect(kept(2, 0, [at(1), at(2), at(3, false), at(4, false)])).toEqual(["d1", "d2", "d4"]);
    expect(kept(1, 0, [at(1), at(2, false)])).toEqual(["d1", "d2"]);
  });

  test("nights count from their hour on the clock of the machine", () => {
    const morning = new Date(2026, 10, 21, 9, 30);
    expect(lastTurn(morning, 3)).toEqual(new Date(2026, 10, 21, 3));
    expect(lastTurn(new Date(2026, 10, 21, 2, 59), 3)).toEqual(new Date(2026, 10, 20, 3));
    expect(lastTurn(new Date(2026, 10, 21, 3), 3)).toEqual(new Date(2026, 10, 21, 3));
  });
});
