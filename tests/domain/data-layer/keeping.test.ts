import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { dialect } from "#db/dialect";
import { pageVersions } from "#db/schema/across";
import { openStore } from "#db/store";
import type { StoreOptions } from "#db/store";
import { main } from "~/cli";
import { check, migrate } from "~/cli/db";
import { backup } from "~/cli/db-backup";
import type { Io } from "~/cli/io";
import { afterwards, bareDatabase, freshStore, placeOf } from "#tests/support/store";
import type { Store } from "~/domain/kernel/store";
import { raw } from "./scratch";

const commands = { "db migrate": async () => migrate, "db check": async () => check, "db backup": async () => backup };

/** Runs `broeikas …` for a database, and gives its exit code and words. */
async function broeikas(place: StoreOptions, ...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const env = { DATA_DIR: place.dataDir, DATABASE_URL: place.databaseUrl };
  const io: Io = {
    stdout: (text) => void (out += text),
    stderr: (text) => void (err += text),
    stdin: () => Promise.resolve(""),
    env,
    cwd: place.dataDir,
    interactive: false,
  };
  const code = await main(argv, io, commands);
  return { code, out, err };
}

async function filled(): Promise<{ store: Store; place: StoreOptions }> {
  const store = await freshStore();
  await store.tx(async (tx) => tx.insert(pageVersions).values({ tag: "kept", n: 42 }));
  return { store, place: placeOf(store) };
}

describe("broeikas db migrate", () => {
  test("migrates, and tells on stdout how many", async () => {
    const place = await bareDatabase();
    const migrations = readdirSync(`db/migrations/${dialect}`).filter((name) => name.endsWith(".sql")).length;
    expect(await broeikas(place, "db", "migrate")).toEqual({ code: 0, out: `${migrations} migration(s) applied\n`, err: "" });
    expect(await broeikas(place, "db", "migrate")).toEqual({ code: 0, out: "0 migration(s) applied\n", err: "" });
  });

  test("refuses words it does not know and settings that are wrong with 1", async () => {
    const place = await bareDatabase();
    expect(await broeikas(place, "db", "migrate", "now")).toMatchObject({ code: 1, out: "" });
    expect(await broeikas({ ...place, databaseUrl: "mysql://x" }, "db", "migrate")).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringContaining("DATABASE_URL") as string,
    });
  });
});

describe("broeikas db check", () => {
  test("finds a migrated database sound, also while it is used", async () => {
    const { place } = await filled();
    expect(await broeikas(place, "db", "check")).toEqual({ code: 0, out: "the database is sound\n", err: "" });
  });

  test("ends with 2 for a database without its migrations", async () => {
    const place = await bareDatabase();
    const { code, out } = await broeikas(place, "db", "check");
    expect(code).toBe(2);
    expect(out).toMatch(dialect === "sqlite" ? /there is no database/ : /not applied: run "broeikas db migrate"/);
    expect(existsSync(join(place.dataDir, "broeikas.db")), "checking makes nothing").toBe(false);
  });

  if (dialect === "sqlite") {
    test("finds a row that points nowhere, and damage", async () => {
      const { store, place } = await filled();
      await store.close();
      const file = join(place.dataDir, "broeikas.db");
      const client = new Database(file);
      client.pragma("foreign_keys = off");
      client.exec("insert into follows (idea_id, person_id, at) values ('nobody', 'none', 0)");
      client.close();
      expect(await broeikas(place, "db", "check")).toMatchObject({
        code: 2,
        out: expect.stringMatching(/row \d+ of follows points to nothing in/) as string,
      });

      const bytes = readFileSync(file);
      bytes.fill(0x5a, 4096 * 3, 4096 * 6);
      writeFileSync(file, bytes);
      expect(await broeikas(place, "db", "check")).toMatchObject({ code: 2, out: expect.stringContaining("damaged:") as string });
    });
  } else {
    test("finds a key that is not sorted by its bytes", async () => {
      const { store, place } = await filled();
      await store.tx((tx) => raw(tx, sql`alter table page_versions alter column tag type text collate "default"`));
      expect(await broeikas(place, "db", "check")).toMatchObject({ code: 2, out: "index page_versions_pkey does not sort by bytes\n" });
    });

    test("says in a line that the server is not there", async () => {
      const place = await bareDatabase();
      const answer = await broeikas({ ...place, databaseUrl: "postgres://nobody@127.0.0.1:1/none" }, "db", "check");
      expect(answer).toMatchObject({ code: 2, out: "" });
      expect(answer.err).not.toContain("    at ");
    });
  }
});

describe("broeikas db backup", () => {
  test("makes a copy that can be put back, while writers go on", async () => {
    const { store, place } = await filled();
    const file = join(place.dataDir, "copy.backup");
    const writing = Array.from({ length: 40 }, (_, n) => store.tx(async (tx) => tx.insert(pageVersions).values({ tag: `later${n}`, n })));
    expect(await broeikas(place, "db", "backup", "copy.backup")).toEqual({ code: 0, out: "copy.backup\n", err: "" });
    await Promise.all(writing);
    expect(readdirSync(place.dataDir).filter((name) => name.endsWith(".part"))).toEqual([]);

    const restored = await openStore(await restore(file, place));
    afterwards(() => restored.close());
    const rows = await restored.db.select().from(pageVersions);
    expect(rows).toContainEqual({ tag: "kept", n: 42 });
    expect((await store.db.select().from(pageVersions)).length).toBe(41);
  });

  test("refuses to overwrite a file, leaves it as it was, and ends with 1", async () => {
    const { place } = await filled();
    writeFileSync(join(place.dataDir, "mine.txt"), "precious");
    expect(await broeikas(place, "db", "backup", "mine.txt")).toEqual({
      code: 1,
      out: "",
      err: "mine.txt exists; a backup never overwrites a file\n",
    });
    expect(readFileSync(join(place.dataDir, "mine.txt"), "utf8")).toBe("precious");
  });

  test("refuses a missing name and a missing folder with 1", async () => {
    const { place } = await filled();
    expect(await broeikas(place, "db", "backup")).toMatchObject({ code: 1, out: "" });
    expect(await broeikas(place, "db", "backup", "no/such/file")).toMatchObject({ code: 1, out: "", err: "there is no folder no/such\n" });
  });

  test("ends with 2 when there is nothing to copy", async () => {
    const place = await bareDatabase();
    if (dialect === "sqlite") expect(await broeikas(place, "db", "backup", "copy")).toMatchObject({ code: 2, out: "" });
    else
      expect(await broeikas({ ...place, databaseUrl: "postgres://nobody@127.0.0.1:1/none" }, "db", "backup", "copy")).toMatchObject({
        code: 2,
        out: "",
      });
    expect(readdirSync(place.dataDir)).toEqual([]);
  });
});

/** Puts a backup where a store can open it. */
async function restore(file: string, place: StoreOptions): Promise<StoreOptions> {
  if (dialect === "sqlite") {
    const dataDir = join(place.dataDir, "restored");
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, "broeikas.db"), readFileSync(file));
    return { dataDir };
  }
  const empty = await bareDatabase();
  execFileSync("pg_restore", ["--no-owner", "--exit-on-error", `--dbname=${empty.databaseUrl ?? ""}`, file]);
  return empty;
}
