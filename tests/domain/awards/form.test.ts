import { and, eq } from "drizzle-orm";
import fc from "#tests/support/fast-check";
import { expect, test } from "vitest";
import { assignments, entryDrafts, entryVersions, rounds } from "#db/schema/awards";
import { entryFields } from "#db/schema/awards-entry";
import type { FormChange } from "~/domain/awards/change-form";
import { changeForm } from "~/domain/awards/change-form";
import { canonicalEntry } from "~/domain/awards/entry";
import type { FormField } from "~/domain/awards/form-field";
import { answered, answerOf, countWords, DEFAULT_FIELDS, problemOf, withAnswer } from "~/domain/awards/form-field";
import { optionLines, optionsFrom } from "~/domain/awards/form-options";
import { allFieldsOf, formOf } from "~/domain/awards/form-rows";
import { fullContent } from "~/domain/awards/load";
import { entryFormFor } from "~/domain/awards/queries-entrant";
import { formPage } from "~/domain/awards/queries-form";
import { jurorQueue, sheetFor } from "~/domain/awards/queries-juror";
import { saveDossier } from "~/domain/awards/save-dossier";
import { submitEntry } from "~/domain/awards/submit-entry";
import type { Person } from "~/domain/kernel/actor";
import { freshStore } from "#tests/support/store";
import { refusal, view } from "../ideas/world";
import type { World } from "./world";
import { at, AT, awardsWorld, begin, DOSSIER, makeJurors, SLUG } from "./world";

const all = (text: string) => ({ nl: text, fr: text, en: text });
const question = (more: Partial<FormField> = {}): Omit<FormField, "key"> => ({
  kind: "text",
  label: all("Wat kost het?"),
  help: all(""),
  required: false,
  wordsMax: null,
  options: [],
  categories: [],
  audience: "jury",
  ...more,
});
const change = (world: World, what: FormChange, when: keyof typeof AT = "open") =>
  changeForm(at(world, world.organiser, when), { editionSlug: SLUG, change: what });
const add = (world: World, more: Partial<FormField> = {}) => change(world, { do: "save", field: question(more) });
const formAt = (world: World, who: Person, entryId: string) => entryFormFor(view(world.store, who), entryId, new Date(AT.open));

test("words are counted alike in three languages, whatever stands between them", () => {
  expect(countWords("")).toBe(0);
  expect(countWords("  – … !  ")).toBe(0);
  expect(countWords("Een co-creatie van l’idée, 3,5 km ver.")).toBe(7);
  expect(countWords("één\ntwee\t drie")).toBe(3);
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z0-9é]{1,8}$/), { maxLength: 30 }), (words) => {
      expect(countWords(words.join(" "))).toBe(words.length);
      expect(countWords(`\n ${words.join(" \n ")}. `)).toBe(words.length);
    }),
  );
});

test("an answer is wrong by its kind: words, numbers, addresses, choices", () => {
  const of = (more: Partial<FormField>, answer: string) => problemOf({ ...question(more), key: "q1" }, answer);
  expect([of({ required: true }, " "), of({}, " ")]).toEqual(["missing", null]);
  expect([of({ wordsMax: 2 }, "een twee"), of({ wordsMax: 2 }, "een twee drie")]).toEqual([null, "too_many_words"]);
  expect(["12", "-3,5", "1e9", "12 km", "Infinity"].map((text) => of({ kind: "number" }, text))).toEqual([
    null,
    null,
    "number",
    "number",
    "number",
  ]);
  const links = [
    "https://broeikas.test/x",
    "http://broeikas.test",
    "javascript:alert(1)",
    "https://a:b@broeikas.test",
    "https://localhost",
  ];
  expect(links.map((text) => of({ kind: "video" }, text))).toEqual([null, "link", "link", "link", "link"]);
  const options = [{ code: "o1", label: all("Ja") }];
  expect([of({ kind: "choice", options }, "o1"), of({ kind: "choice", options }, "o2")]).toEqual([null, "choice"]);
});

test("options written as lines keep their code when reworded, moved or translated", () => {
  const first = optionsFrom("Klein ; Petit ; Small\nGroot", []);
  expect(first.map(({ code, label }) => [code, label.fr])).toEqual([
    ["o1", "Petit"],
    ["o2", "Groot"],
  ]);
  expect(optionsFrom(optionLines(first), first)).toEqual(first);
  expect(optionsFrom("Groot\nMiddel\nKlein", first).map(({ code }) => code)).toEqual(["o2", "o3", "o1"]);
  expect(optionsFrom("Heel klein\nGroot", first).map(({ code }) => code)).toEqual(["o1", "o2"]);
  expect(optionsFrom("Groot", first).map(({ code }) => code)).toEqual(["o2"]);
});

test("an edition asks the default questions until its form is made; old content reads and hashes as before", async () => {
  const world = await awardsWorld(await freshStore());
  expect(await formOf(world.store.db, world.editionId)).toMatchObject(DEFAULT_FIELDS);
  const old = fullContent({ title: "T", problem: "P", done: "D", next: "N" }, "nl");
  expect(answered(old, DEFAULT_FIELDS).map(({ text }) => text)).toEqual(["P", "D", "N"]);
  expect(canonicalEntry(old, 3)).toBe(
    '{"lang":"nl","title":"T","pitch":"","description":"","problem":"P","done":"D","next":"N","ideaVersionNo":3}',
  );
  expect(canonicalEntry(withAnswer(withAnswer(old, "q2", "b"), "q1", "a"), 3)).toBe(
    canonicalEntry(withAnswer(withAnswer(old, "q1", "a"), "q2", "b"), 3),
  );
});

test("organisers make the form until entries close; nobody else, and nothing else", async () => {
  const world = await awardsWorld(await freshStore());
  const mine = (who: Person) => changeForm(at(world, who, "open"), { editionSlug: SLUG, change: { do: "remove", key: "done" } });
  expect(await refusal(mine(world.learner))).toBe("forbidden");
  expect(await refusal(formPage(view(world.store, world.learner), SLUG, new Date(AT.open)))).toBe("not_found");
  for (const [field, more] of [
    ["label.nl", { label: { nl: "", fr: "", en: "" } }],
    ["wordsMax", { wordsMax: 0 }],
    ["options", { kind: "choice", options: [] }],
    ["categories", { categories: ["nergens"] }],
  ] as const) {
    const error = await add(world, more).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "invalid", params: { field } });
  }
  await add(world, { required: true, categories: ["two"] });
  await change(world, { do: "move", key: "q1", by: -1 });
  await change(world, { do: "remove", key: "done" });
  expect((await formOf(world.store.db, world.editionId)).map(({ key }) => key)).toEqual(["problem", "q1", "next"]);
  // Reworded, it stays the same question of the same kind.
  await change(world, { do: "save", key: "q1", field: question({ label: all("Budget?"), kind: "number" }) });
  expect((await formOf(world.store.db, world.editionId))[1]).toMatchObject({ key: "q1", kind: "text", label: all("Budget?") });
  // A key is never used again, also not that of a question which was taken out.
  await change(world, { do: "remove", key: "q1" });
  await add(world);
  expect((await allFieldsOf(world.store.db, world.editionId)).map(({ key, removed }) => [key, removed])).toEqual([
    ["problem", false],
    ["next", false],
    ["q2", false],
    ["done", true],
    ["q1", true],
  ]);
  expect(await refusal(change(world, { do: "remove", key: "next" }, "judging"))).toBe("entries_closed");
});

test("a dossier answers what its category asks; what is wrong is named, what is frozen is what was asked", async () => {
  const world = await awardsWorld(await freshStore());
  await add(world, { required: true, wordsMax: 3 });
  await add(world, { required: true, categories: ["two"] });
  await add(world, { kind: "number", audience: "organiser" });
  const { entryId } = await begin(world, world.learner);
  const ctx = at(world, world.learner, "open");
  const answers = { q1: "een twee drie vier", q2: "voor later", q3: "12,5", q9: "bestaat niet" };
  const { revision } = await saveDossier(ctx, { entryId, revision: 1, content: { ...DOSSIER, answers } });
  expect((await formAt(world, world.learner, entryId)).lacking).toEqual([{ name: "answer.q1", problem: "too_many_words" }]);
  const error = await submitEntry(ctx, { entryId, revision }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "dossier_incomplete", params: { fields: "answer.q1:too_many_words" } });
  const second = await saveDossier(ctx, { entryId, revision, content: { answers: { q1: "een twee drie" } } });
  await submitEntry(ctx, { entryId, revision: second.revision });
  const [draft] = await world.store.db.select().from(entryDrafts).where(eq(entryDrafts.entryId, entryId));
  expect(draft?.content.answers).toEqual({ q1: "een twee drie", q2: "voor later", q3: "12,5" });
  const [frozen] = await world.store.db
    .select()
    .from(entryVersions)
    .where(and(eq(entryVersions.entryId, entryId), eq(entryVersions.no, 1)));
  expect(frozen?.content.answers).toEqual({ q1: "een twee drie", q3: "12,5" });
  // Saving the same again is no conflict, and changes nothing since the version.
  expect((await saveDossier(ctx, { entryId, revision: 1, content: { answers: { q3: "12,5", q1: "een twee drie" } } })).revision).toBe(3);
  expect((await formAt(world, world.learner, entryId)).changedSinceSubmit).toBe(false);
  // A question that is taken out later still shows where it was answered.
  await change(world, { do: "remove", key: "q1" });
  const fields = await allFieldsOf(world.store.db, world.editionId);
  expect(answerOf(frozen?.content ?? {}, "q1")).toBe("een twee drie");
  expect(answered(frozen?.content ?? fullContent({}, "nl"), fields).map(({ key }) => key)).toContain("q1");
  expect(await world.store.db.select().from(entryFields)).toHaveLength(6);
});

test("what only organisers may read never reaches a juror, by query", async () => {
  const world = await awardsWorld(await freshStore());
  await add(world, { audience: "organiser", label: all("KANARIE-VRAAG") });
  await add(world, { label: all("Voor de jury") });
  const { entryId } = await begin(world, world.learner);
  const ctx = at(world, world.learner, "open");
  const answers = { q1: "KANARIE-ANTWOORD", q2: "mag gelezen worden" };
  const { revision } = await saveDossier(ctx, { entryId, revision: 1, content: { ...DOSSIER, answers } });
  await submitEntry(ctx, { entryId, revision });
  const [juror] = await makeJurors(world, 1);
  const [round] = await world.store.db.select().from(rounds);
  if (!juror || !round) throw new Error("a juror and a round");
  const row = { entryId, jurorId: juror.personId, roundId: round.id, state: "open" as const, pinned: false, reason: "best" };
  await world.store.tx(async (tx) => tx.insert(assignments).values({ id: "given", ...row, at: new Date(AT.judging) }));
  const sheet = JSON.stringify(await sheetFor(view(world.store, juror), "given", new Date(AT.judging)));
  expect(sheet).toContain("mag gelezen worden");
  expect(sheet).not.toContain("KANARIE");
  expect(JSON.stringify(await jurorQueue(view(world.store, juror), SLUG, new Date(AT.judging)))).not.toContain("KANARIE");
});
