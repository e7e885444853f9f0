import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { audit, jobs } from "#db/schema/across";
import { terms } from "#db/schema/campus";
import { ideaAudience, ideas, ideaVersions, needs, offers } from "#db/schema/ideas";
import { searchStems } from "#db/schema/search";
import { termMoves } from "#db/schema/terms";
import { makeCast } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { countStatements, freshStore } from "#tests/support/store";
import { MERGE_UNDO_DAYS, NEED_KINDS } from "~/domain/campus/campus";
import { importTerms } from "~/domain/campus/import-terms";
import { allTerms } from "~/domain/campus/queries";
import { mergeTerms } from "~/domain/campus/terms/merge-terms";
import { mergePreview, termList, termToEdit } from "~/domain/campus/terms/queries-terms";
import { REINDEX_JOB } from "~/domain/campus/terms/reindex";
import { undoMerge } from "~/domain/campus/terms/undo-merge";
import { addTerm, changeTerm, seenAs, setRetired } from "~/domain/campus/terms/write-term";
import { editIdea } from "~/domain/ideas/edit-idea";
import { WORD_KINDS } from "~/domain/ideas/idea";
import { loadDraft } from "~/domain/ideas/queries-mine";
import { reindexTopic } from "~/domain/ideas/reindex-topic";
import { saveDraft } from "~/domain/ideas/save-draft";
import { setWords } from "~/domain/ideas/set-words";
import { receiptHolds } from "~/domain/ideas/versions";
import { RETENTION_RULES } from "~/domain/identity/privacy/rules";
import { after, days } from "~/domain/kernel/time";
import { content, plant, refusal, view, word } from "../ideas/world";

const NO_SYNONYMS = { nl: [], fr: [], en: [] };
const named = (name: string) => ({ nl: name, fr: `${name}-fr`, en: `${name}-en` });
const LIST = [
  { code: "metal", kind: "domain", nl: "metaal", fr: "métal", en: "metal" },
  { code: "steel", kind: "domain", nl: "staal", fr: "acier", en: "steel", syn: { nl: ["inox"] } },
  { code: "wood", kind: "domain", nl: "hout", fr: "bois", en: "wood" },
  { code: "joining", kind: "skill", needKind: "expertise", nl: "verbinden", fr: "assembler", en: "joining" },
  { code: "welding", kind: "skill", needKind: "expertise", parent: "joining", nl: "lassen", fr: "soudage", en: "welding" },
  { code: "mig", kind: "skill", needKind: "expertise", parent: "welding", nl: "MIG-lassen", fr: "soudage MIG", en: "MIG welding" },
] as const;

async function world() {
  const store = await freshStore();
  const cast = await makeCast(store);
  const admin = testCtx(store, cast.admin);
  await importTerms(testCtx(store, { via: "cli" }), LIST);
  const row = async (id: string) => (await store.db.select().from(terms).where(eq(terms.id, id)))[0];
  return { store, cast, admin, row, campusId: cast.campus.id };
}

test("kinds of need are those of needs and offers; a merge can be undone as long as its moves are kept", () => {
  expect(NEED_KINDS).toEqual(WORD_KINDS);
  expect(RETENTION_RULES.find(({ code }) => code === "term_moves")?.days).toBe(MERGE_UNDO_DAYS);
});

test("only an admin changes the list; names, places and double names are checked", async () => {
  const { store, cast, admin, row } = await world();
  const input = { kind: "domain", labels: named("glas"), synonyms: NO_SYNONYMS, parentId: null, needKind: null } as const;
  for (const actor of [cast.visitor, cast.learner, cast.coach, cast.organiser]) {
    const ctx = testCtx(store, actor);
    expect(await refusal(addTerm(ctx, input))).toBe("forbidden");
    expect(await refusal(changeTerm(ctx, "wood", { ...input, seen: "" }))).toBe("forbidden");
    expect(await refusal(setRetired(ctx, "wood", true))).toBe("forbidden");
    expect(await refusal(mergeTerms(ctx, { fromId: "steel", intoId: "metal" }))).toBe("forbidden");
    expect(await refusal(undoMerge(ctx, "x"))).toBe("forbidden");
    expect(await refusal(termList(ctx, { search: "", page: 1 }))).toBe("forbidden");
    expect(await refusal(mergePreview(ctx, "steel", "metal"))).toBe("forbidden");
  }
  expect(await addTerm(admin, input)).toEqual({ termId: "glas-en" });
  expect(await refusal(addTerm(admin, input))).toBe("term_named");
  expect(await addTerm(admin, { ...input, labels: { nl: "niets", fr: "rien", en: "None" } })).toEqual({ termId: "none-2" });
  expect(await refusal(addTerm(admin, { ...input, labels: named("x"), needKind: "capital" }))).toBe("invalid");
  expect(await refusal(addTerm(admin, { ...input, kind: "skill", labels: named("x") }))).toBe("invalid");
  expect(await refusal(addTerm(admin, { ...input, labels: named("x"), parentId: "welding" }))).toBe("invalid");

  const welding = (await row("welding"))!;
  const change = {
    labels: welding.labels,
    synonyms: NO_SYNONYMS,
    parentId: "joining",
    needKind: "expertise",
    seen: seenAs(welding),
  } as const;
  expect(await refusal(changeTerm(admin, "welding", { ...change, parentId: "mig" }))).toBe("invalid");
  expect(await refusal(changeTerm(admin, "welding", { ...change, parentId: "welding" }))).toBe("invalid");
  expect(await refusal(changeTerm(admin, "welding", { ...change, labels: { ...welding.labels, fr: "Assembler" } }))).toBe("term_named");
  expect(await refusal(changeTerm(admin, "nergens", change))).toBe("not_found");
  expect(await changeTerm(admin, "welding", change)).toEqual({ changed: false });
  expect(await changeTerm(admin, "welding", { ...change, labels: { ...welding.labels, nl: "laswerk" }, parentId: null })).toEqual({
    changed: true,
  });
  expect(await refusal(changeTerm(admin, "welding", change))).toBe("stale");
  const [trail] = await store.db.select().from(audit).where(eq(audit.action, "term.changed"));
  expect(trail?.fields).toEqual(["labels.nl", "parent"]);

  await setRetired(admin, "wood", true);
  expect(await refusal(setRetired(admin, "wood", true))).toBe("already_done");
  expect((await termList(admin, { search: "", state: "retired", page: 1 })).rows.map(({ id }) => id)).toEqual(["wood"]);
  expect(await refusal(mergeTerms(admin, { fromId: "metal", intoId: "wood" }))).toBe("invalid");
  await setRetired(admin, "wood", false);
});

test("the list is searched in every language and costs two statements, whatever its length", async () => {
  const { store, admin, cast, campusId } = await world();
  const few = await countStatements(store, () => termList(admin, { search: "inox", page: 1 }));
  await importTerms(
    testCtx(store, { via: "cli" }),
    Array.from({ length: 70 }, (_, n) => ({ code: `d${n}`, kind: "domain", nl: `d${n}`, fr: `d${n}`, en: `d${n}` })),
  );
  await plant(store, cast.learner, campusId, { domainId: "steel", needs: [word("inox", { termId: "welding" })] });
  expect(few).toBe(2);
  expect(await countStatements(store, () => termList(admin, { search: "", page: 2 }))).toBe(2);
  const page = await termList(admin, { search: "ACIER", kind: "domain", page: 9 });
  expect(page).toMatchObject({ count: 1, page: 1, pages: 1 });
  expect(page.rows[0]).toMatchObject({ id: "steel", used: 1, state: "offered", parent: null });
  expect((await termToEdit(admin, "welding")).uses).toMatchObject({ needs: 1, children: 1 });
});

test("a merge moves what points at a term; what is hashed stays, and everything old still leads there", async () => {
  const { store, cast, admin, campusId } = await world();
  const ideaId = await plant(store, cast.learner, campusId, { domainId: "steel", visibility: "public" });
  const draft = await saveDraft(testCtx(store, cast.learner), { content: { title: "Iets", domainId: "steel" } });
  expect(await mergePreview(admin, "steel", "metal")).toMatchObject({ uses: { ideas: 1 }, versions: 1, drafts: 1, both: 0 });
  const { mergeId } = await mergeTerms(admin, { fromId: "steel", intoId: "metal" });

  const idea = async () => (await store.db.select().from(ideas).where(eq(ideas.id, ideaId)))[0];
  const audience = async () =>
    (await store.db.select().from(ideaAudience).where(eq(ideaAudience.ideaId, ideaId))).map((one) => one.domainId);
  const version = async () => (await store.db.select().from(ideaVersions).where(eq(ideaVersions.ideaId, ideaId))).at(-1)!;
  expect((await idea())?.domainId).toBe("metal");
  expect(new Set(await audience())).toEqual(new Set(["metal"]));
  expect((await version()).content.domainId).toBe("steel");
  expect(receiptHolds(await version())).toBe(true);
  expect((await allTerms(store.db)).find(({ id }) => id === "metal")?.synonyms.nl).toEqual(["staal", "inox"]);
  expect((await loadDraft(view(store, cast.learner), { draftId: draft.draftId }))?.content.domainId).toBe("metal");

  const edit = { baseVersion: 1, content: content({ domainId: "metal" }) };
  expect(await editIdea(testCtx(store, cast.learner), ideaId, edit)).toEqual({ no: 1, changed: false });
  const later = await plant(store, cast.learner, campusId, { title: "Nog een", domainId: "steel", needs: [word("x", { termId: "mig" })] });
  expect((await store.db.select().from(ideas).where(eq(ideas.id, later)))[0]?.domainId).toBe("metal");

  // Searching by the name of the other term finds it once the job has run.
  const [job] = await store.db.select().from(jobs).where(eq(jobs.kind, REINDEX_JOB));
  expect(job?.payload).toEqual({ termId: "metal", kind: "domain", after: "" });
  const stems = async () => (await store.db.select().from(searchStems).where(eq(searchStems.ideaId, ideaId))).map(({ stem }) => stem);
  expect(await stems()).toContain("stal");
  await reindexTopic(testCtx(store, { via: "job" }), { termId: "metal", kind: "domain", after: "" });
  expect(await stems()).toContain("metal");

  expect(await refusal(mergeTerms(admin, { fromId: "steel", intoId: "wood" }))).toBe("stale");
  expect(await refusal(mergeTerms(admin, { fromId: "wood", intoId: "steel" }))).toBe("stale");
  expect(await mergePreview(admin, "steel", "wood")).toBeNull();
  expect(await refusal(mergeTerms(admin, { fromId: "wood", intoId: "wood" }))).toBe("invalid");
  expect(await refusal(mergeTerms(admin, { fromId: "wood", intoId: "welding" }))).toBe("invalid");

  await importTerms(testCtx(store, { via: "cli" }), LIST);
  expect((await allTerms(store.db)).map(({ id }) => id)).not.toContain("steel");
  await undoMerge(admin, mergeId);
  expect((await idea())?.domainId).toBe("steel");
  expect(new Set(await audience())).toEqual(new Set(["steel"]));
  expect((await store.db.select().from(ideas).where(eq(ideas.id, later)))[0]?.domainId).toBe("metal");
  expect(await store.db.select().from(termMoves)).toEqual([]);
  expect(await refusal(undoMerge(admin, mergeId))).toBe("already_done");
});

test("merges of merges are undone last first, and none after 30 days", async () => {
  const { store, cast, admin, campusId, row } = await world();
  const ideaId = await plant(store, cast.learner, campusId, { domainId: "steel" });
  const domain = async () => (await store.db.select().from(ideas).where(eq(ideas.id, ideaId)))[0]?.domainId;
  const first = await mergeTerms(admin, { fromId: "steel", intoId: "metal" });
  const second = await mergeTerms(admin, { fromId: "metal", intoId: "wood" });
  expect([await domain(), (await row("steel"))?.mergedInto]).toEqual(["wood", "wood"]);
  expect(await refusal(undoMerge(admin, first.mergeId))).toBe("term_merged_on");
  const late = testCtx(store, cast.admin, after(NOW, days(MERGE_UNDO_DAYS)));
  expect(await refusal(undoMerge(late, second.mergeId))).toBe("too_late");
  await undoMerge(admin, second.mergeId);
  expect([await domain(), (await row("steel"))?.mergedInto]).toEqual(["metal", "metal"]);
  await undoMerge(admin, first.mergeId);
  expect([await domain(), (await row("steel"))?.mergedInto]).toEqual(["steel", null]);
});

test("the tree never goes round, whichever way terms are merged, imported and undone", async () => {
  const { store, admin, row } = await world();
  const { mergeId } = await mergeTerms(admin, { fromId: "joining", intoId: "mig" });
  expect([(await row("mig"))?.parentId, (await row("welding"))?.parentId]).toEqual([null, "mig"]);
  await importTerms(testCtx(store, { via: "cli" }), LIST);
  expect([(await row("mig"))?.parentId, (await row("welding"))?.parentId]).toEqual(["welding", null]);
  await undoMerge(admin, mergeId);
  expect((await row("mig"))?.parentId).toBe("welding");
});

test("what one owner says twice after a merge becomes one, with its own words and the heavier weight; undoing parts it", async () => {
  const { store, cast, admin, campusId } = await world();
  const me = cast.learner;
  const ctx = testCtx(store, me);
  const offered = [
    word("lassen", { termId: "welding", weight: 3 }),
    word("MIG, tien jaar bij de scheepsbouw", { termId: "mig", weight: 1 }),
  ];
  await setWords(ctx, { ownerKind: "person", ownerId: me.personId, lang: "nl", needs: [], offers: offered });
  const own = [word("lassen van buizen", { termId: "welding" }), word("MIG in de goot", { termId: "mig" })];
  const ideaId = await plant(store, me, campusId, { needs: [...own, word("MIG-lassen", { termId: "mig", kind: "network" })] });
  const mine = async () => {
    const rows = await store.db
      .select()
      .from(offers)
      .where(and(eq(offers.ownerId, me.personId), isNull(offers.removedAt)));
    return rows.map(({ words, weight, termId }) => [words, weight, termId]).sort();
  };
  const open = async () => (await store.db.select().from(ideas).where(eq(ideas.id, ideaId)))[0]?.openNeedCount;
  const before = await mine();
  expect((await mergePreview(admin, "mig", "welding"))?.both).toBe(2);
  const { mergeId } = await mergeTerms(admin, { fromId: "mig", intoId: "welding" });
  expect(await mine()).toEqual([["MIG, tien jaar bij de scheepsbouw", 3, "welding"]]);
  const asked = await store.db.select().from(needs).where(eq(needs.ownerId, ideaId));
  expect(asked.map(({ termId, removedAt }) => [termId, removedAt])).toEqual(Array(3).fill(["welding", null]));
  expect(await open()).toBe(3);
  await undoMerge(admin, mergeId);
  expect(await mine()).toEqual(before);
  expect(await open()).toBe(3);
});

test("a name of a term that was merged before is no word of one's own; what its owner removed since stays removed", async () => {
  const { store, cast, admin } = await world();
  const { personId: ownerId } = cast.learner;
  const say = (...list: ReturnType<typeof word>[]) =>
    setWords(testCtx(store, cast.learner), { ownerKind: "person", ownerId, lang: "nl", needs: [], offers: list });
  const mine = async () => {
    const mineNow = and(eq(offers.ownerId, ownerId), isNull(offers.removedAt));
    return (await store.db.select().from(offers).where(mineNow)).map(({ words }) => words).sort();
  };
  await say(word("MIG-lassen", { termId: "mig" }), word("verbinden van hout", { termId: "joining" }));
  const first = await mergeTerms(admin, { fromId: "mig", intoId: "welding" });
  const { mergeId } = await mergeTerms(admin, { fromId: "welding", intoId: "joining" });
  expect(await mine()).toEqual(["verbinden van hout"]);
  await say(word("tekenen", { kind: "network" }));
  await undoMerge(admin, mergeId);
  await undoMerge(admin, first.mergeId);
  expect(await mine()).toEqual(["tekenen"]);
});

test("two merges at once, and a merge while an idea picks the term, end in one state", async () => {
  const { store, cast, admin, campusId, row } = await world();
  const other = testCtx(store, cast.admin);
  const both = await Promise.allSettled([
    mergeTerms(admin, { fromId: "steel", intoId: "metal" }),
    mergeTerms(other, { fromId: "metal", intoId: "steel" }),
  ]);
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const into = [(await row("steel"))?.mergedInto, (await row("metal"))?.mergedInto];
  expect(into.filter((one) => one === null)).toHaveLength(1);

  const planting = Array.from({ length: 6 }, (_, n) =>
    plant(store, cast.learner, campusId, { title: `Idee ${n} van hout`, domainId: "wood" }),
  );
  await Promise.all([mergeTerms(admin, { fromId: "wood", intoId: into[0] === null ? "steel" : "metal" }), ...planting]);
  expect(await store.db.select({ id: ideas.id }).from(ideas).where(eq(ideas.domainId, "wood"))).toEqual([]);
  expect(await store.db.select({ id: ideaAudience.ideaId }).from(ideaAudience).where(eq(ideaAudience.domainId, "wood"))).toEqual([]);
  expect(await store.db.select().from(ideas)).toHaveLength(6);
});

test("search follows the names that a list brings along, and no others", async () => {
  const { store } = await world();
  const asked = async () => (await store.db.select().from(jobs).where(eq(jobs.kind, REINDEX_JOB))).map(({ payload }) => payload);
  const renamed = LIST.map((term) => (term.code === "wood" ? { ...term, en: "timber" } : term));
  await importTerms(testCtx(store, { via: "cli" }), LIST);
  expect(await asked()).toEqual([]);
  await importTerms(testCtx(store, { via: "cli" }), renamed);
  expect(await asked()).toEqual([{ termId: "wood", kind: "domain", after: "" }]);
});
