import { appendFileSync, chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import type { Client } from "pg";
import { beforeEach, describe, expect, inject, test } from "vitest";
import { backupDatabase } from "#db/backup";
import { checkDatabase } from "#db/check";
import { dialect } from "#db/dialect";
import { restoreDatabase } from "#db/restore";
import { jobs, pageVersions } from "#db/schema/across";
import { people } from "#db/schema/identity";
import { openStore } from "#db/store";
import type { StoreOptions } from "#db/store";
import { tryBackup } from "#db/try-backup";
import { check } from "~/cli/db";
import { backup, restore } from "~/cli/db-backup";
import { runFor } from "#tests/cli/fake-io";
import { withClient } from "#tests/support/postgres";
import { bareDatabase, freshDatabase } from "#tests/support/store";
import type { Store } from "~/domain/kernel/store";
import { eraseMe } from "~/domain/identity/erase-me";
import { eraseAgain, keepErasure } from "~/domain/identity/privacy/after-restore";
import { erasureByNumber, latestErasures } from "~/domain/identity/privacy/erasure";
import { AFTER_RESTORE } from "~/domain/kernel/after-restore";
import { newId } from "~/infra/ids";
import { makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { raw } from "./scratch";

const commands = { "db backup": async () => backup, "db restore": async () => restore, "db check": async () => check };

const broeikas = (place: StoreOptions, ...argv: string[]) => runFor(commands, place, ...argv);

async function inside<T>(place: StoreOptions, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(place);
  return work(store).finally(() => store.close());
}

const mark = (place: StoreOptions, tag: string) =>
  inside(place, (store) => store.tx(async (tx) => void (await tx.insert(pageVersions).values({ tag, n: 1 }))));
const marks = (place: StoreOptions) =>
  inside(place, async (store) => (await store.db.select().from(pageVersions)).map(({ tag }) => tag).sort());

let place: StoreOptions;
let file: string;
beforeEach(async () => {
  place = await freshDatabase();
  file = join(place.dataDir, "evening.backup");
  await mark(place, "evening");
  await backupDatabase(place, file);
  await mark(place, "morning");
});

describe("broeikas db restore", { timeout: 60_000 }, () => {
  test("puts back what the backup held, and keeps what was there", async () => {
    const { code, out, err } = await broeikas(place, "db", "restore", "evening.backup");
    expect([code, out]).toEqual([0, "evening.backup is restored; the next start brings it up to this version where it is older\n"]);
    expect(await marks(place)).toEqual(["evening"]);
    expect(await checkDatabase(place)).toEqual([]);
    const aside = /^what was there is kept as (.+)\n$/.exec(err)?.[1] ?? "";
    if (dialect === "sqlite") {
      expect(existsSync(aside)).toBe(true);
      expect((await tryBackup(place, aside)).rows.page_versions).toBe(2);
      expect(readdirSync(place.dataDir).filter((name) => name.endsWith(".part"))).toEqual([]);
    } else {
      const rows = await inside(place, (store) =>
        raw<{ tag: string }>(store.db, sql.raw(`select tag from ${aside}.page_versions order by tag`)),
      );
      expect(rows.map(({ tag }) => tag)).toEqual(["evening", "morning"]);
      // What was set aside is not in the next backup.
      await backupDatabase(place, `${file}2`);
      expect((await tryBackup(place, `${file}2`)).rows.page_versions).toBe(1);
    }
  });

  test("into an empty place sets nothing aside, and is for its own account alone", async () => {
    const empty = await bareDatabase();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    chmodSync(file, 0o644);
    expect(await restoreDatabase(empty, file, NOW)).toBeNull();
    expect(await marks(empty)).toEqual(["evening"]);
    if (dialect === "sqlite") expect(statSync(join(empty.dataDir, "broeikas.db")).mode & 0o777).toBe(0o600);
    expect(await restoreDatabase(empty, file, NOW)).toMatch(/before/);
    expect(await marks(empty)).toEqual(["evening"]);
  });

  test("refuses while a server has the database open, and changes nothing", async () => {
    await inside(place, async (store) => {
      await store.db.select().from(pageVersions);
      const answer = await broeikas(place, "db", "restore", "evening.backup");
      expect(answer).toEqual({ code: 2, out: "", err: "a server uses this database: stop it first, then restore\n" });
      // The one that runs is none the worse for it.
      await store.tx(async (tx) => void (await tx.insert(pageVersions).values({ tag: "noon", n: 1 })));
    });
    expect(await marks(place)).toEqual(["evening", "morning", "noon"]);
  });

  test("who was erased since is erased again at the next start, and every statement stays", async () => {
    const store = await openStore(place);
    const email = "an@broeikas.test";
    const an = await makePerson(store, { email });
    const bo = await makePerson(store, { email: "bo@broeikas.test" });
    const early = await eraseMe(testCtx(store, bo));
    await backupDatabase(place, `${file}-night`);
    const { number, sha256 } = await eraseMe(testCtx(store, an));
    await store.close();
    const { code, err } = await broeikas(place, "db", "restore", "evening.backup-night");
    expect([code, err]).toEqual([0, expect.stringContaining("1 that were erased since the backup are erased again at the next start")]);
    await inside(place, async (restored) => {
      expect((await restored.db.select().from(people)).map((row) => row.email)).toContain(email);
      // What the job runner does at the start; twice, as it may.
      const ctx = { ...testCtx(restored, { via: "job" }), newId };
      for (const { kind, payload } of [...(await restored.db.select().from(jobs)), ...(await restored.db.select().from(jobs))]) {
        if (kind === AFTER_RESTORE.eraseAgain) await eraseAgain(ctx, payload.personId ?? "");
        if (kind === AFTER_RESTORE.keepErasure) await keepErasure(ctx, payload);
      }
      expect((await restored.db.select().from(people)).map((row) => row.email)).not.toContain(email);
      expect(await erasureByNumber(restored.db, number)).toMatchObject({ sha256 });
      expect((await latestErasures(restored.db, 9)).map(({ isWhole }) => isWhole)).toEqual([true, true, true]);
      expect(await erasureByNumber(restored.db, early.number)).toMatchObject({ sha256: early.sha256 });
    });
  });

  test("refuses a backup of a newer version", async () => {
    await inside(place, async (store) => {
      const journal = sql.raw(dialect === "postgres" ? "drizzle.__drizzle_migrations" : "__drizzle_migrations");
      await store.tx((tx) => raw(tx, sql`insert into ${journal} (hash, created_at) values ('future', ${Date.UTC(2090, 0, 1)})`));
    });
    await backupDatabase(place, `${file}-new`);
    const older = await freshDatabase();
    await expect(restoreDatabase(older, `${file}-new`, NOW)).rejects.toThrow(/newer version of Broeikas \(1 unknown/);
    expect(await marks(older)).toEqual([]);
  });

  test("refuses what is no backup, what is damaged and what is not there, and keeps the database", async () => {
    writeFileSync(join(place.dataDir, "letter.txt"), "Beste");
    expect((await broeikas(place, "db", "restore", "letter.txt")).code).toBe(2);
    expect((await broeikas(place, "db", "restore", "nothing")).err).toBe("there is no file nothing\n");
    const facts = { at: NOW.toISOString(), file: "x", bytes: 1, sha256: "0".repeat(64), rows: {}, auditHead: null, files: 0 };
    writeFileSync(`${file}.json`, JSON.stringify({ ...facts, verifiedAt: null, error: null }));
    expect(await broeikas(place, "db", "restore", "evening.backup")).toMatchObject({
      code: 2,
      err: expect.stringContaining("SHA-256") as string,
    });
    expect(await marks(place)).toEqual(["evening", "morning"]);
  });

  if (dialect === "sqlite") {
    test("refuses a live database in the place of a backup, and takes over from one that is damaged", async () => {
      await inside(place, async () => {
        const copy = await freshDatabase();
        await expect(restoreDatabase(copy, join(place.dataDir, "broeikas.db"), NOW)).rejects.toThrow(/in use or not closed/);
      });
      writeFileSync(join(place.dataDir, "broeikas.db"), "not a database at all");
      const { code, err } = await broeikas(place, "db", "restore", "evening.backup");
      expect([code, err]).toEqual([0, expect.stringContaining("who was erased since the backup cannot be read")]);
      expect(await marks(place)).toEqual(["evening"]);
    });
  } else {
    test("puts everything back as it was when the archive breaks off", async () => {
      const { readFileSync } = await import("node:fs");
      const whole = readFileSync(file);
      writeFileSync(`${file}-cut`, whole.subarray(0, whole.length - 4_000));
      await expect(restoreDatabase(place, `${file}-cut`, NOW)).rejects.toThrow(/pg_restore ended/);
      expect(await marks(place)).toEqual(["evening", "morning"]);
    });
  }

  test("takes the stored files along both ways", async () => {
    const key = "a".repeat(32);
    mkdirSync(join(place.dataDir, "files", "aa"), { recursive: true });
    writeFileSync(join(place.dataDir, "files", "aa", key), "een");
    expect(await broeikas(place, "db", "backup", "noon.backup", "--files", "kept")).toMatchObject({
      code: 0,
      err: "1 stored file(s) copied, 0 there already\n",
    });
    const empty = await bareDatabase();
    const back = await broeikas(empty, "db", "restore", join(place.dataDir, "noon.backup"), "--files", join(place.dataDir, "kept"));
    expect(back).toMatchObject({ code: 0, err: "1 stored file(s) copied, 0 there already\n" });
    expect(existsSync(join(empty.dataDir, "files", "aa", key))).toBe(true);
  });
});

describe("broeikas db check FILE", { timeout: 60_000 }, () => {
  test("restores a backup elsewhere and tells what is in it", async () => {
    const { code, out } = await broeikas(place, "db", "check", "evening.backup");
    expect([code, out]).toEqual([0, "the backup is sound: 1 rows, audit trail whole (0 sealed, 0 waiting)\n"]);
    expect(readdirSync(place.dataDir).filter((name) => name.startsWith(".try"))).toEqual([]);
  });

  if (dialect === "postgres") {
    test("takes away databases of trials that were cut off days ago", async () => {
      const names = ["broeikas_try_1600000000000_0a0a0a0a", `broeikas_try_${Date.now()}_0b0b0b0b`];
      const there = (client: Client) => client.query("select datname from pg_database where datname = any($1)", [names]);
      await withClient(inject("postgresUrl"), async (client) => {
        for (const name of names) await client.query(`create database ${name} template template0`);
        await tryBackup(place, file);
        expect((await there(client)).rows).toEqual([{ datname: names[1] }]);
        await client.query(`drop database ${names[1] ?? ""}`);
      });
    });
  }

  test("ends with 2 for a file that is damaged", async () => {
    const { readFileSync } = await import("node:fs");
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length / 2)));
    appendFileSync(file, "x".repeat(5000));
    expect((await broeikas(place, "db", "check", "evening.backup")).code).toBe(2);
  });
});
