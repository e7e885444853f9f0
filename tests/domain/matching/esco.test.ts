import { expect, test } from "vitest";
import { TERMS } from "#db/seed/taxonomy";
import { importTerms } from "~/domain/campus/import-terms";
import { importVocabulary } from "~/domain/campus/import-vocabulary";
import { removeVocabulary } from "~/domain/campus/remove-vocabulary";
import type { VocabularyEntry } from "~/domain/campus/vocabulary";
import { ESCO } from "~/domain/campus/vocabulary";
import type { IdeaContent } from "~/domain/ideas/idea";
import { NO_TERM } from "~/domain/ideas/idea";
import { wordsOf } from "~/domain/ideas/queries-page";
import { compareAnew } from "~/domain/matching/compare-anew";
import { suggestTerms } from "~/domain/matching/suggest-terms";
import { newestTaxonomy, taxonomyOf } from "~/domain/matching/taxonomy";
import { lexiconFor } from "../../../app/cli/matching-lexicon";
import { readEsco } from "../../../app/cli/esco-folder";
import { main } from "../../../app/cli/index";
import { fakeIo } from "../../cli/fake-io";
import { actorOf, makeCampus, makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { escoFolder, folderOf } from "#tests/support/esco";
import { freshStore } from "#tests/support/store";
import { plant, word } from "../ideas/world";
import { matchesOf } from "./world";

const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1_000);

async function world() {
  const store = await freshStore();
  const cli = testCtx(store, { via: "cli" });
  await importTerms(cli, TERMS);
  const dir = escoFolder();
  const { entries, words } = await readEsco(fakeIo(), dir, ["occupation", "skill"]);
  return { store, cli, dir, taken: { ...ESCO, entries, words } };
}

async function team(store: Awaited<ReturnType<typeof freshStore>>) {
  const campus = await makeCampus(store, { slug: "noord" });
  const person = async (name: string) => actorOf(store, (await makePerson(store, { name, homeCampusId: campus.id })).personId);
  return { campus, ann: await person("Ann"), ben: await person("Ben") };
}

const IDEAS = [
  { id: "a", lang: "nl", title: "Eerste idee", needs: ["zwiepelaar"], offers: ["boekhouding"] },
  { id: "b", lang: "en", title: "Second idea", needs: ["bookkeeping"], offers: ["quirmster"] },
] as const;

test("the app and the command give one number for the same ideas, with the list and without", { timeout: 60_000 }, async () => {
  const { store, cli, dir, taken } = await world();
  const { campus, ann, ben } = await team(store);
  const planted = (at: 0 | 1): Partial<IdeaContent> => ({
    ...IDEAS[at],
    pitch: IDEAS[at].title,
    needs: IDEAS[at].needs.map((words) => word(words)),
    offers: IDEAS[at].offers.map((words) => word(words)),
  });
  const own = await plant(store, ann, campus.id, { ...planted(0), matchConsent: "open", visibility: "campus" });
  await plant(store, ben, campus.id, { ...planted(1), matchConsent: "open", visibility: "campus" });

  const lines = folderOf({
    "ideas.jsonl": IDEAS.map(({ id, lang, title, needs, offers }) => ({
      externalId: id,
      lang,
      title,
      pitch: title,
      needs: needs.map((words) => `expertise: ${words}`),
      offers: offers.map((words) => `expertise: ${words}`),
    })),
  });
  const byCommand = async (...more: string[]): Promise<number> => {
    const io = fakeIo();
    expect(await main(["match", `${lines}/ideas.jsonl`, ...more], io), io.err).toBe(0);
    const [first] = io.out.split("\n");
    return (JSON.parse(first ?? "") as { matches: { complementarity: number }[] }).matches[0]?.complementarity ?? 0;
  };
  const byApp = async (): Promise<number> => (await matchesOf(store, ann, own)).items[0]?.complementarity ?? 0;

  const without = await byCommand();
  expect(await byApp()).toBe(without);
  await importVocabulary(cli, taken);
  await compareAnew(cli);
  // The lexicon is looked up once a minute; this is the one of now.
  await newestTaxonomy(store.db);
  const taxonomy = await taxonomyOf(store.db, later(61));
  expect(taxonomy.labels.get("esco:o1")).toEqual({ nl: "zwiepelaar", fr: "brouticier", en: "quirmster" });
  const lexicon = await lexiconFor(fakeIo(), dir);
  expect(taxonomy.lexicon.bridges).toEqual(lexicon.bridges);
  expect(taxonomy.lexicon.frequency).toEqual(lexicon.frequency);
  expect(taxonomy.lexicon.phrases).toEqual(lexicon.phrases);
  expect(taxonomy.lexicon.grams).toEqual(lexicon.grams);
  const withList = await byCommand("--esco", dir);
  expect(withList).toBeGreaterThan(without);
  expect(await byApp()).toBe(withList);
});

test(
  "while a lexicon with the list is being made the one before serves; without the list it is as it was",
  { timeout: 60_000 },
  async () => {
    const { store, cli, taken } = await world();
    const before = await taxonomyOf(store.db, NOW);
    await importVocabulary(cli, { ...taken, entries: [...taken.entries, ...many(400)] });
    expect(await taxonomyOf(store.db, later(61))).toBe(before);
    const made = await newestTaxonomy(store.db);
    expect(made.lexicon.size).toBe(before.lexicon.size + 403);
    expect(await taxonomyOf(store.db, later(62))).toBe(made);
    await removeVocabulary(cli, ESCO.source);
    expect(await taxonomyOf(store.db, later(130))).toBe(before);
  },
);

const many = (count: number): VocabularyEntry[] =>
  Array.from({ length: count }, (_, no) => ({
    id: `esco:many${no}`,
    kind: "occupation",
    labels: { nl: `vakman ${no}`, fr: `artisan ${no}`, en: `craftsman ${no}` },
    synonyms: { nl: [], fr: [], en: [] },
    notes: {},
  }));

test("suggested terms: by name, unfinished, misspelt, over English; ours before theirs, at most three, never a topic", async () => {
  const { store, cli, taken } = await world();
  await importVocabulary(cli, taken);
  const taxonomy = await newestTaxonomy(store.db);
  const ids = (...asked: [string, "nl" | "fr" | "en"]): string[] => suggestTerms(taxonomy, ...asked).map(({ id }) => id);
  expect(ids("lassen", "nl")[0]).toBe("welding");
  expect(ids("iemand die kan lasen", "nl")[0]).toBe("welding");
  expect(ids("zwiep", "nl")[0]).toBe("esco:o1");
  expect(ids("een zwiepelmeester", "nl")[0]).toBe("esco:o1");
  expect(ids("vlonquiste", "fr")[0]).toBe("esco:o2");
  expect(ids("boekh", "nl")[0]).toBe("bookkeeping");
  // The skill has no Dutch name: it is reached over English, and told in English.
  expect(suggestTerms(taxonomy, "quizzle", "nl")).toContainEqual({ id: "esco:s1", label: "quizzle" });
  expect(suggestTerms(taxonomy, "zwiepelaar", "nl", "fr")[0]).toEqual({ id: "esco:o1", label: "brouticier" });
  for (const nothing of ["", "   ", "qqqqqq", "de het een"]) expect(ids(nothing, "nl")).toEqual([]);
  expect(ids("x".repeat(5_000), "nl")).toEqual([]);
  for (const term of TERMS.filter(({ needKind }) => needKind === undefined)) expect(ids(term.nl, "nl")).not.toContain(term.code);
  expect(ids("lassen boekhouding zwiepelaar strijkerzetter", "nl").length).toBeLessThanOrEqual(3);
});

test("a picked entry is kept and counts; that none fits counts too; one that was taken out again is forgotten", async () => {
  const { store, cli, taken } = await world();
  await importVocabulary(cli, taken);
  await newestTaxonomy(store.db);
  const { campus, ann, ben } = await team(store);
  const content = (needs: IdeaContent["needs"], offers: IdeaContent["offers"]) => ({
    needs,
    offers,
    matchConsent: "open" as const,
    visibility: "campus" as const,
  });
  const own = await plant(
    store,
    ann,
    campus.id,
    content([word("iemand met vaste hand", { termId: "esco:o1" })], [word("boekhouding", { termId: NO_TERM })]),
  );
  const said = await wordsOf(store.db, "idea", own);
  expect([said.needs[0]?.termId, said.needs[0]?.term, said.offers[0]?.termId]).toEqual(["esco:o1", null, NO_TERM]);
  await plant(store, ben, campus.id, content([], [word("un brouticier", { termId: "esco:o1" })]));
  const [match] = (await matchesOf(store, ann, own)).items;
  expect(match?.reasons[0]).toMatchObject({ type: "meeting", how: "same" });

  await removeVocabulary(cli, ESCO.source);
  const again = await plant(store, ann, campus.id, content([word("nog zo iemand", { termId: "esco:o1" })], []));
  expect((await wordsOf(store.db, "idea", again)).needs[0]).toMatchObject({ words: "nog zo iemand", termId: null });
  await expect(plant(store, ann, campus.id, content([word("x", { termId: "no-such" })], []))).rejects.toMatchObject({ code: "invalid" });
});
