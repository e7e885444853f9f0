import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { jobs } from "#db/schema/across";
import { entryVersions } from "#db/schema/awards";
import { entryDraftFiles, entryFiles, entryVersionFiles } from "#db/schema/awards-files";
import { changeForm } from "~/domain/awards/change-form";
import { attachFile } from "~/domain/awards/files/attach-file";
import { cleanFileName, FILE_NAME_MAX, keyOfInput, neutralName, sizeText } from "~/domain/awards/files/entry-file";
import { fileFor } from "~/domain/awards/files/queries";
import { removeFile } from "~/domain/awards/files/remove-file";
import { DROP_JOB } from "~/domain/kernel/stored-bytes";
import { STRAY_AFTER, sweepFiles } from "~/domain/awards/files/sweep-files";
import "~/domain/awards/person-data";
import { entryFormFor } from "~/domain/awards/queries-entrant";
import { jurorQueue, sheetFor } from "~/domain/awards/queries-juror";
import { versionPage } from "~/domain/awards/queries-version";
import { saveDossier } from "~/domain/awards/save-dossier";
import { submitEntry } from "~/domain/awards/submit-entry";
import "~/domain/ideas/person-data";
import type { Person } from "~/domain/kernel/actor";
import { personDataParts } from "~/domain/kernel/person-data";
import { memoryStorage, upload } from "#tests/support/files";
import { shareOut } from "#tests/support/jury";
import { freshStore } from "#tests/support/store";
import { refusal, view } from "../ideas/world";
import type { World } from "./world";
import { at, AT, awardsWorld, begin, DOSSIER, makeJurors, SLUG } from "./world";

const all = (text: string) => ({ nl: text, fr: text, en: text });

/** An edition that asks for a plan (for the jury, needed) and a budget (for organisers). */
async function worldWithFiles(): Promise<World> {
  const world = await awardsWorld(await freshStore(), { jurorsPerEntry: 1 });
  const field = { kind: "file", help: all(""), wordsMax: null, options: [], categories: [] } as const;
  const add = (label: string, required: boolean, audience: "jury" | "organiser") =>
    changeForm(at(world, world.organiser, "announced"), {
      editionSlug: SLUG,
      change: { do: "save", field: { ...field, label: all(label), required, audience } },
    });
  await add("Plan", true, "jury");
  await add("Begroting", false, "organiser");
  return world;
}

const attach = (world: World, who: Person, entryId: string, text: string, fieldKey = "q1", when: keyof typeof AT = "open") =>
  attachFile(at(world, who, when), { entryId, fieldKey, upload: upload(text) });
const formAt = (world: World, who: Person, entryId: string) => entryFormFor(view(world.store, who), entryId, new Date(AT.open));
const dropped = async ({ store }: World) =>
  (await store.db.select({ key: jobs.payload }).from(jobs).where(eq(jobs.kind, DROP_JOB))).map(({ key }) => key.key);

async function submitted(world: World, entryId: string): Promise<void> {
  const { revision } = await formAt(world, world.learner, entryId);
  const saved = await saveDossier(at(world, world.learner, "open"), { entryId, revision, content: DOSSIER });
  await submitEntry(at(world, world.learner, "open"), { entryId, revision: saved.revision });
}

test("a file answers its question, takes the place of the one before, and is gone when taken out", async () => {
  const world = await worldWithFiles();
  const { entryId } = await begin(world, world.learner);
  const lacks = async () => (await formAt(world, world.learner, entryId)).lacking.map(({ name }) => name);
  expect(await lacks()).toContain("answer.q1");
  const first = await attach(world, world.learner, entryId, "een");
  expect(await lacks()).not.toContain("answer.q1");
  const second = await attach(world, world.learner, entryId, "twee");
  expect((await formAt(world, world.learner, entryId)).files).toEqual({
    q1: { fileId: second.fileId, name: "twee.pdf", type: "application/pdf", size: 4 },
  });
  expect(await dropped(world)).toHaveLength(1);
  expect(await world.store.db.select().from(entryFiles).where(eq(entryFiles.id, first.fileId))).toEqual([]);
  await removeFile(at(world, world.learner, "open"), { entryId, fieldKey: "q1" });
  await removeFile(at(world, world.learner, "open"), { entryId, fieldKey: "q1" });
  expect((await formAt(world, world.learner, entryId)).files).toEqual({});
  expect([await world.store.db.select().from(entryFiles), (await dropped(world)).length]).toEqual([[], 2]);
});

test("only a question for a file takes one, only of the team, and only while entries are open", async () => {
  const world = await worldWithFiles();
  const { entryId } = await begin(world, world.learner);
  expect(await refusal(attach(world, world.learner, entryId, "een", "problem"))).toBe("not_found");
  expect(await refusal(attach(world, world.learner, entryId, "een", "q9"))).toBe("not_found");
  expect(await refusal(attach(world, world.otherLearner, entryId, "een"))).toBe("not_found");
  expect(await refusal(attach(world, world.organiser, entryId, "een"))).toBe("not_found");
  expect(await refusal(attach(world, world.learner, entryId, "een", "q1", "judging"))).toBe("entries_closed");
  await attach(world, world.learner, entryId, "een");
  expect(await refusal(removeFile(at(world, world.learner, "judging"), { entryId, fieldKey: "q1" }))).toBe("entries_closed");
  expect(await refusal(removeFile(at(world, world.otherLearner, "open"), { entryId, fieldKey: "q1" }))).toBe("not_found");
});

test("of files sent for one question at once exactly one stays", async () => {
  const world = await worldWithFiles();
  const { entryId } = await begin(world, world.learner);
  await Promise.all(Array.from({ length: 8 }, (_, i) => attach(world, world.learner, entryId, `bestand ${i}`)));
  const rows = await world.store.db.select().from(entryDraftFiles);
  const files = await world.store.db.select().from(entryFiles);
  expect(rows).toHaveLength(1);
  expect(files.map(({ id }) => id)).toEqual(rows.map(({ fileId }) => fileId));
  expect(new Set(await dropped(world)).size).toBe(7);
});

test("a version keeps its files, its digest covers their bytes, and the same bytes are the same version", async () => {
  const world = await worldWithFiles();
  const { entryId } = await begin(world, world.learner);
  const first = await attach(world, world.learner, entryId, "een");
  await submitted(world, entryId);
  await attach(world, world.learner, entryId, "een");
  expect((await formAt(world, world.learner, entryId)).changedSinceSubmit).toBe(false);
  await submitted(world, entryId);
  const second = await attach(world, world.learner, entryId, "twee");
  expect((await formAt(world, world.learner, entryId)).changedSinceSubmit).toBe(true);
  await submitted(world, entryId);
  const frozen = await world.store.db
    .select({ no: entryVersions.no, digest: entryVersions.sha256, fileId: entryVersionFiles.fileId })
    .from(entryVersionFiles)
    .innerJoin(entryVersions, eq(entryVersions.id, entryVersionFiles.versionId))
    .orderBy(asc(entryVersions.no));
  expect(frozen.map(({ no, fileId }) => [no, fileId])).toEqual([
    [1, first.fileId],
    [2, second.fileId],
  ]);
  expect(frozen[0]?.digest).not.toBe(frozen[1]?.digest);
  await removeFile(at(world, world.learner, "open"), { entryId, fieldKey: "q1" });
  const old = await versionPage(view(world.store, world.learner), entryId, 1, new Date(AT.open));
  expect(old.answers.find(({ key }) => key === "q1")?.file?.name).toBe("een.pdf");
  expect(await refusal(submitEntry(at(world, world.learner, "open"), { entryId, revision: 2 }))).toBe("dossier_incomplete");
});

test("a file is for its team, for organisers once it was sent in, and for the juror of the entry without its name", async () => {
  const world = await worldWithFiles();
  const [juror, other] = await makeJurors(world, 2);
  if (!juror || !other) throw new Error("jurors");
  const { entryId } = await begin(world, world.learner);
  const plan = await attach(world, world.learner, entryId, "plan van Lena");
  const budget = await attach(world, world.learner, entryId, "begroting", "q2");
  const get = async (who: Person, fileId: string, when: keyof typeof AT = "judging") => {
    const asked = fileFor(view(world.store, who), SLUG, fileId, new Date(AT[when]));
    return asked.then(({ name }) => name).catch((thrown: { code: string }) => thrown.code);
  };
  expect([await get(world.learner, plan.fileId, "open"), await get(world.organiser, plan.fileId, "open")]).toEqual([
    "plan van Lena.pdf",
    "not_found",
  ]);
  await submitted(world, entryId);
  await shareOut(at(world, world.organiser, "judging"), { editionSlug: SLUG, pins: [{ entryId, jurorId: juror.personId }] });
  expect(await get(world.organiser, budget.fileId)).toBe("begroting.pdf");
  expect([await get(juror, plan.fileId), await get(juror, budget.fileId)]).toEqual(["inzending-1-q1.pdf", "not_found"]);
  for (const who of [other, world.otherLearner, world.coach]) expect(await get(who, plan.fileId)).toBe("not_found");
  const queue = await jurorQueue(view(world.store, juror), SLUG, new Date(AT.judging));
  const sheet = await sheetFor(view(world.store, juror), queue.items[0]?.assignmentId ?? "", new Date(AT.judging));
  expect(sheet.entry.answers.map(({ key }) => key)).toEqual(["problem", "done", "next", "q1"]);
  expect(sheet.entry.answers.at(-1)?.file).toEqual({ fileId: plan.fileId, name: null, type: "application/pdf", size: 13 });
  expect(JSON.stringify(sheet)).not.toContain("Lena");
  expect(sheet.entry.content.answers).toBeUndefined();
});

test("a person gets their files listed; erasing who was the whole team takes the bytes as well, of others only the name", async () => {
  const world = await worldWithFiles();
  const { entryId } = await begin(world, world.learner);
  await attach(world, world.learner, entryId, "een");
  await submitted(world, entryId);
  await attach(world, world.learner, entryId, "twee");
  const other = await begin(world, world.otherLearner);
  await attach(world, world.otherLearner, other.entryId, "blijft");
  const part = personDataParts().find(({ context }) => context === "awards");
  if (!part) throw new Error("awards keeps data of people");
  const mine = (await part.exportPerson(world.store.db, world.learner.personId)) as { files: { name: string }[] };
  expect(mine.files.map(({ name }) => name).sort()).toEqual(["een.pdf", "twee.pdf"]);
  await world.store.tx((tx) => part.erasePerson(tx, world.learner.personId, new Date(AT.open)));
  const left = await world.store.db.select({ name: entryFiles.name }).from(entryFiles);
  expect([left, (await dropped(world)).length]).toEqual([[{ name: "blijft.pdf" }], 2]);
});

test("bytes without a file go after an hour, the others stay", async () => {
  const world = await worldWithFiles();
  const storage = memoryStorage();
  const { entryId } = await begin(world, world.learner);
  const [kept, stray, young] = [
    await storage.put(new Uint8Array([1])),
    await storage.put(new Uint8Array([2])),
    await storage.put(new Uint8Array([3])),
  ];
  await attachFile(at(world, world.learner, "open"), { entryId, fieldKey: "q1", upload: { ...upload("een"), storageKey: kept } });
  const now = new Date(AT.open);
  for (const key of [kept, stray]) storage.age(key, new Date(now.getTime() - STRAY_AFTER - 1));
  storage.age(young, new Date(now.getTime() - STRAY_AFTER + 1));
  expect(await sweepFiles(at(world, world.learner, "open"), storage)).toEqual({ removed: 1 });
  expect(storage.keys()).toEqual([kept, young]);
  expect(await sweepFiles(at(world, world.learner, "open"), storage)).toEqual({ removed: 0 });
});

test("names of files and inputs", () => {
  expect(cleanFileName("C:\\Users\\an\\Plan  van\u202e An.PDF", "application/pdf")).toBe("Plan van An.pdf");
  expect(cleanFileName("../../etc/passwd", "image/png")).toBe("passwd.png");
  expect(cleanFileName(".pdf", "application/pdf")).toBe("bestand.pdf");
  expect(cleanFileName('a\r\nb;"c.exe', "image/jpeg")).toBe("a b c.jpg");
  expect(cleanFileName("é".repeat(300), "image/webp")).toHaveLength(FILE_NAME_MAX);
  expect([keyOfInput("file.q12"), keyOfInput("file.problem"), keyOfInput("file.q1.x"), keyOfInput("answer.q1")]).toEqual([
    "q12",
    null,
    null,
    null,
  ]);
  expect(neutralName(14, "q2", "image/jpeg")).toBe("inzending-14-q2.jpg");
  expect([sizeText(340_400, "nl"), sizeText(2_440_000, "nl"), sizeText(10_240 * 1_024, "fr"), sizeText(10, "en")]).toEqual([
    "332 kB",
    "2,3 MB",
    "10 MB",
    "1 kB",
  ]);
});
