import { eq } from "drizzle-orm";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { audit } from "#db/schema/across";
import { vocabulary } from "#db/schema/vocabulary";
import { TERMS } from "#db/seed/taxonomy";
import { importTerms } from "~/domain/campus/import-terms";
import { importVocabulary } from "~/domain/campus/import-vocabulary";
import { entryLabels, vocabularySourcesOf } from "~/domain/campus/queries-vocabulary";
import { removeVocabulary } from "~/domain/campus/remove-vocabulary";
import type { VocabularyEntry } from "~/domain/campus/vocabulary";
import { ESCO } from "~/domain/campus/vocabulary";
import { visitor } from "~/domain/kernel/actor";
import { versionsOf } from "~/domain/kernel/pages";
import type { Store } from "~/domain/kernel/store";
import { NOW, testCtx } from "#tests/support/ctx";
import { escoFolder, folderOf, OCCUPATIONS, occupation, officialCsv } from "#tests/support/esco";
import { freshStore, placeOf } from "#tests/support/store";
import { main } from "../../../app/cli/index";
import { fakeIo } from "../../cli/fake-io";

async function run(store: Store, ...argv: string[]) {
  const { dataDir, databaseUrl } = placeOf(store);
  const io = { ...fakeIo(), env: { DATA_DIR: dataDir, DATABASE_URL: databaseUrl } };
  let [out, err] = ["", ""];
  const code = await main(["import", "esco", ...argv], {
    ...io,
    stdout: (text) => void (out += text),
    stderr: (text) => void (err += text),
  });
  return { code, err, said: out === "" ? null : (JSON.parse(out) as Record<string, unknown>) };
}

const entry = (id: string, nl = "zwiepelaar"): VocabularyEntry => ({
  id: `esco:${id}`,
  kind: "occupation",
  labels: { nl, fr: "", en: "quirmster" },
  synonyms: { nl: [], fr: [], en: [] },
  notes: {},
});

test("import esco takes the folder over, and the second run changes nothing", async () => {
  const store = await freshStore();
  const dir = escoFolder();
  const first = await run(store, dir);
  expect(first.code, first.err).toBe(0);
  expect(first.said).toMatchObject({ occupations: 3, skills: 1, words: { nl: 1 }, added: 4, unchanged: 0, changed: true, refused: [] });
  expect(first.err).toContain("occupations.jsonl: 3");
  const [source] = await vocabularySourcesOf(store.db);
  expect(source).toMatchObject({ source: "esco", notice: ESCO.notice, occupations: 3, skills: 1 });
  const touched = await versionsOf(store.db, ["vocabulary"]);

  const second = await run(store, dir);
  expect(second.said).toMatchObject({ added: 0, updated: 0, unchanged: 4, removed: 0, changed: false });
  expect(await vocabularySourcesOf(store.db)).toEqual([source]);
  expect(await versionsOf(store.db, ["vocabulary"])).toEqual(touched);

  const [one, two] = OCCUPATIONS;
  const changed = await run(store, folderOf({ "occupations.jsonl": [one, { ...two, en: { label: "vlonker maker" } }] }));
  expect(changed.said).toMatchObject({ added: 0, updated: 1, unchanged: 1, removed: 2, changed: true, words: {} });
  const labels = await entryLabels(store.db, ["esco:o1", "esco:o2", "esco:o3"]);
  expect([...labels].map(([id, { en }]) => [id, en]).sort()).toEqual([
    ["esco:o1", "quirmster"],
    ["esco:o2", "vlonker maker"],
  ]);
});

test("import esco --remove takes everything out, and doing so again does no harm", async () => {
  const store = await freshStore();
  await run(store, escoFolder());
  expect(await run(store, "--remove")).toMatchObject({ code: 0, said: { removed: 4 } });
  expect(await vocabularySourcesOf(store.db)).toEqual([]);
  expect(await store.db.select().from(vocabulary)).toEqual([]);
  expect(await run(store, "--remove")).toMatchObject({ code: 0, said: { removed: 0 } });
  const trail = await store.db.select({ action: audit.action }).from(audit).where(eq(audit.subjectKind, "vocabulary"));
  expect(trail.map(({ action }) => action).sort()).toEqual(["vocabulary.imported", "vocabulary.removed"]);
});

test("the official files of the Commission are joined by concept; lines that are wrong are named and the others go in", async () => {
  const store = await freshStore();
  const dir = folderOf({
    "occupations_en.csv": officialCsv("occupation", [
      ["aa-1", "quirmster", "master quirmster\nhead quirmster"],
      ["aa-2", "vlonker builder"],
      ["aa-2", "vlonker builder again"],
      ["aa-3", "old trade", "", "obsolete"],
      ["aa-4", ""],
    ]),
    "occupations_nl.csv": officialCsv("occupation", [
      ["aa-1", "zwiepelaar", "zwiepelmeester"],
      ["aa-9", "nergens"],
    ]),
    "skills_en.csv": officialCsv("skill", [["bb-1", "glutinate things"]]),
    "skills_fr.csv": officialCsv("skill", [["bb-1", "glutiner"]]),
  });
  const { code, said, err } = await run(store, dir);
  expect(code).toBe(1);
  expect(said).toMatchObject({ occupations: 2, skills: 1, added: 3, skipped: 1 });
  expect(said?.refused).toEqual([
    { file: `${dir}/occupations_en.csv`, line: 7, reason: "its conceptUri was there before" },
    { file: `${dir}/occupations_en.csv`, line: 11, reason: "preferredLabel is missing" },
    { file: `${dir}/occupations_nl.csv`, line: 4, reason: "occupations_en.csv has no such concept" },
  ]);
  expect(err).toContain(`${dir}/occupations_nl.csv line 4: occupations_en.csv has no such concept`);
  const rows = await store.db.select().from(vocabulary).where(eq(vocabulary.id, "esco:aa-1"));
  expect(rows[0]).toMatchObject({
    kind: "occupation",
    labels: { nl: "zwiepelaar", fr: "", en: "quirmster" },
    synonyms: { nl: ["zwiepelmeester"], fr: [], en: ["master quirmster", "head quirmster"] },
    notes: { en: 'What "quirmster" does,\nand when.' },
  });
});

test("import esco refuses a folder without the list, names lines of JSON that are wrong, and writes nothing without an entry", async () => {
  const store = await freshStore();
  expect(await run(store, "nowhere")).toMatchObject({ code: 1, said: null });
  expect((await run(store)).err).toContain("DIR is missing");
  const bad = await run(store, folderOf({ "occupations.jsonl": "nope\n" }));
  expect(bad).toMatchObject({ code: 1, said: null });
  expect(bad.err).toContain("occupations.jsonl line 1: is not JSON");
  const lines = [occupation("x", "a", "b", "c"), { id: "y", en: { label: "" } }, { id: "x", en: { label: "d" } }];
  const half = await run(store, folderOf({ "occupations.jsonl": lines }));
  expect(half).toMatchObject({ code: 1, said: { occupations: 1, added: 1 } });
  expect(half.err).toMatch(/line 2: en\.label is missing\n.*line 3: its id was there before/);
});

test("only an admin takes a list over on the web; ids that are double or of another source are refused", async () => {
  const store = await freshStore();
  const list = { ...ESCO, entries: [entry("a")], words: {} };
  const web = testCtx(store, { actor: visitor("nl"), via: "web" });
  await expect(importVocabulary(web, list)).rejects.toMatchObject({ code: "forbidden" });
  await expect(removeVocabulary(web, "esco")).rejects.toMatchObject({ code: "forbidden" });
  const cli = testCtx(store, { via: "cli" });
  await expect(importVocabulary(cli, { ...list, entries: [entry("a"), entry("a")] })).rejects.toMatchObject({ code: "invalid" });
  await expect(importVocabulary(cli, { ...list, source: "other" })).rejects.toMatchObject({ code: "invalid" });
  expect(await vocabularySourcesOf(store.db)).toEqual([]);
});

const REAL = resolve("../shared/data/taxonomy");

test.skipIf(!existsSync(REAL))("the real list goes in whole, and nobody who reads waits for it", { timeout: 120_000 }, async () => {
  const store = await freshStore();
  await importTerms(testCtx(store, { via: "cli", now: NOW }), TERMS);
  let reads = 0;
  let reading = true;
  const reader = (async () => {
    while (reading) {
      await vocabularySourcesOf(store.db);
      reads += 1;
      await new Promise((go) => setImmediate(go));
    }
  })();
  const { code, said, err } = await run(store, REAL);
  reading = false;
  await reader;
  expect(code, err).toBe(0);
  expect(said).toMatchObject({ occupations: 2939, skills: 13_472, added: 16_411, skipped: 13 });
  expect(reads).toBeGreaterThan(50);
});
