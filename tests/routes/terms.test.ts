import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { ideas, needs, offers } from "#db/schema/ideas";
import { TERMS } from "#db/seed/taxonomy";
import { importTerms } from "~/domain/campus/import-terms";
import { importVocabulary } from "~/domain/campus/import-vocabulary";
import { removeVocabulary } from "~/domain/campus/remove-vocabulary";
import { ESCO } from "~/domain/campus/vocabulary";
import { readEsco } from "../../app/cli/esco-folder";
import { fakeIo } from "../cli/fake-io";
import { makeCampus, makePerson } from "#tests/support/actors";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Client } from "#tests/support/app-client";
import { elements, textOf } from "#tests/support/app-html";
import { testCtx } from "#tests/support/ctx";
import { escoFolder } from "#tests/support/esco";

let app: App;
let campusId: string;
let client: Client;

beforeAll(async () => {
  app = await startApp();
  const cli = testCtx(app.store, { via: "cli" });
  await importTerms(cli, TERMS);
  campusId = (await makeCampus(app.store, { slug: "noord" })).id;
  client = await app.clientOf(await makePerson(app.store, { name: "Typ Ster", homeCampusId: campusId }));
});

const taken = async () => {
  const { entries, words } = await readEsco(fakeIo(), escoFolder(), ["occupation", "skill"]);
  return { ...ESCO, entries, words };
};
const inputs = (html: string, name: string) =>
  elements(html, "input")
    .filter((one) => one.attributes.name === name)
    .map(({ attributes }) => ({ type: attributes.type, value: attributes.value, checked: attributes.checked !== undefined }));

test("the notice of a list that was taken over stands at the foot of every page and in /about, and goes with it", async () => {
  const cli = testCtx(app.store, { via: "cli" });
  const visitor = app.client();
  const pages = ["/", "/about", "/ideas", "/sign-in"];
  for (const path of pages) expect(textOf((await visitor.get(path)).text), path).not.toContain("ESCO");
  await importVocabulary(cli, await taken());
  for (const path of pages) expect(textOf((await visitor.get(path)).text), path).toContain(ESCO.notice);
  expect(textOf((await client.get("/account")).text)).toContain(ESCO.notice);
  for (const [language, said] of [
    ["nl", "Lijsten van anderen"],
    ["fr", "Listes d’autres auteurs"],
    ["en", "Lists made by others"],
  ] as const) {
    const text = textOf((await app.client({ language }).get("/about")).text);
    expect(text).toContain(said);
    expect(text.split(ESCO.notice)).toHaveLength(3);
  }
  await removeVocabulary(cli, ESCO.source);
  for (const path of pages) expect(textOf((await visitor.get(path)).text), path).not.toContain("ESCO");
});

test("terms while typing: for each row that is asked, at most three; odd questions get none, and too many are refused softly", async () => {
  const visitor = app.client();
  const ask = (query: string) => visitor.get(`/plant/terms?${query}`);
  const found = await ask("lang=nl&needs[0]=lassen&offers[2]=boekh&evil[0]=lassen&needs[0].words=x");
  expect(found.status).toBe(200);
  for (const said of ["needs[0]", "welding", "offers[2]", "bookkeeping"]) expect(found.text).toContain(said);
  expect(found.text).not.toContain("evil");
  expect((await ask(`lang=xx&needs[0]=${"x".repeat(3_000)}`)).status).toBe(200);
  expect((await ask("")).status).toBe(200);
  const many = await ask(Array.from({ length: 60 }, (_, no) => `needs[${no}]=lassen`).join("&"));
  expect(many.text).not.toContain("needs[24]");
  const answers: number[] = [];
  for (let no = 0; no < 125; no += 1) answers.push((await client.get("/plant/terms?lang=nl&needs[0]=a")).status);
  expect(answers.filter((status) => status === 200)).toHaveLength(120);
  expect(answers.at(-1)).toBe(429);
});

test("without JavaScript the third screen asks which terms are meant; they are taken, left or refused, and can be corrected", async () => {
  const first = await client.post("/plant", {
    intent: "next",
    step: "1",
    title: "Kast die zichzelf last",
    pitch: "Een kast van oud staal, gemaakt op school.",
    lang: "nl",
    campusId,
  });
  const second = await client.post(first.location ?? "", {
    intent: "next",
    step: "2",
    draftId: new URLSearchParams(first.location?.split("?")[1]).get("draft") ?? "",
    "needs[0].kind": "expertise",
    "needs[0].words": "iemand die kan lasen",
    "needs[1].kind": "expertise",
    "needs[1].words": "een goede boekhoudster",
    "offers[0].kind": "expertise",
    "offers[0].words": "qqqq",
  });
  const page = (await client.get(second.location ?? "")).text;
  expect(textOf(page)).toContain("Bedoel je een van deze woorden?");
  expect(inputs(page, "needs[0].termId").map(({ value }) => value)).toEqual(expect.arrayContaining(["welding", "none"]));
  expect(inputs(page, "offers[0].words")).toEqual([{ type: "hidden", value: "qqqq", checked: false }]);
  expect(inputs(page, "offers[0].termId")).toEqual([]);

  const hidden = Object.fromEntries(
    elements(page, "input")
      .filter(({ attributes }) => attributes.type === "hidden" && attributes.name !== undefined)
      .map(({ attributes }) => [attributes.name ?? "", attributes.value ?? ""]),
  );
  const choices = { "needs[0].termId": "welding", "needs[1].termId": "none", visibility: "campus", matchConsent: "veiled" };
  const third = await client.post(second.location ?? "", { ...hidden, ...choices, intent: "next" });
  expect(third.location).toMatch(/^\/ideas\/[\w-]{36}$/);
  const ideaId = third.location?.slice("/ideas/".length) ?? "";
  const rows = async (table: typeof needs | typeof offers) => {
    const all = await app.store.db.select().from(table).where(eq(table.ownerId, ideaId));
    return all
      .filter(({ removedAt }) => removedAt === null)
      .sort((a, b) => a.position - b.position)
      .map(({ id, words, termId }) => ({ id, words, termId }));
  };
  const kept = await rows(needs);
  expect(kept.map(({ words, termId }) => [words, termId])).toEqual([
    ["iemand die kan lasen", "welding"],
    ["een goede boekhoudster", "none"],
  ]);
  expect((await rows(offers)).map(({ termId }) => termId)).toEqual([null]);

  const editor = (await client.get(`/ideas/${ideaId}/edit`)).text;
  expect(inputs(editor, "needs[0].termId").find(({ checked }) => checked)?.value).toBe("welding");
  expect(inputs(editor, "needs[1].termId").find(({ checked }) => checked)?.value).toBe("none");
  const [idea] = await app.store.db.select().from(ideas).where(eq(ideas.id, ideaId));
  const edited = await client.post(`/ideas/${ideaId}/edit`, {
    intent: "save",
    baseVersion: String(idea?.versionNo),
    lang: "nl",
    title: idea?.title ?? "",
    pitch: idea?.pitch ?? "",
    "needs[0].kind": "expertise",
    "needs[0].words": "iemand die kan lasen",
    "needs[0].termFor": "iemand die kan lasen",
    "needs[0].termId": "bookkeeping",
    "needs[1].kind": "expertise",
    "needs[1].words": "een drone",
    "needs[1].termFor": "een goede boekhoudster",
    "needs[1].termId": "welding",
    "offers[0].kind": "expertise",
    "offers[0].words": "een goede lasser",
    "offers[0].termId": "no-such-term",
  });
  expect(edited.status).toBe(303);
  const after = await rows(needs);
  expect(after[0]).toEqual({ id: kept[0]?.id, words: "iemand die kan lasen", termId: "bookkeeping" });
  expect(after[1]).toMatchObject({ words: "een drone", termId: null });
  expect((await rows(offers))[0]).toMatchObject({ words: "een goede lasser", termId: null });
});
