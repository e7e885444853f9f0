import { beforeEach, expect, test } from "vitest";
import { makeCampus, makePerson } from "#tests/support/actors";
import type { TestCampus } from "#tests/support/actors";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Client } from "#tests/support/app-client";
import { elements } from "#tests/support/app-html";
import { testCtx } from "#tests/support/ctx";
import { listStatements } from "#tests/support/store";
import { plantIdea } from "~/domain/ideas/plant-idea";
import type { Person } from "~/domain/kernel/actor";
import { minutes } from "~/domain/kernel/time";

let app: App;
let campus: TestCampus;
let planter: Person;
let planted = 0;

beforeEach(async () => {
  app = await startApp();
  campus = await makeCampus(app.store);
  planter = await makePerson(app.store, { homeCampusId: campus.id });
  planted = 0;
});

/** Plants public ideas, a minute apart but for every third, which shares its moment with the one before. */
async function plant(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    if (planted % 3 !== 2) app.clock.advance(minutes(1));
    planted += 1;
    const words = [{ kind: "network" as const, termId: null, words: `contact ${planted}`, weight: 2 as const }];
    await plantIdea(testCtx(app.store, planter, app.clock.now()), {
      lang: "nl",
      title: `Plan ${String(planted).padStart(2, "0")}`,
      pitch: "Een plan dat iedereen mag zien.",
      description: "",
      domainId: null,
      growthMarketId: null,
      productionStepId: null,
      needs: words,
      offers: words,
      campusId: campus.id,
      visibility: "public",
      matchConsent: "veiled",
    });
  }
}

const titlesOn = (html: string): string[] => [...new Set(html.replace(/<script[\s\S]*?<\/script>/g, "").match(/Plan \d\d/g) ?? [])];

function linkOn(html: string, says: string): string | null {
  const link = elements(html, "a").find(({ inner }) => inner.includes(says));
  return link?.attributes.href ?? null;
}

test.each([
  ["a visitor", "/ideas", false],
  ["a person", "/ideas", true],
  ["a visitor who searches", "/ideas?q=plan", false],
  ["a person who searches", "/ideas?q=plan&stage=seed", true],
  ["a visitor at the front page", "/", false],
  ["a person in their greenhouse", "/greenhouse", true],
])("%s costs the same statements with 1 and with 30 ideas", async (_who, path, signedIn) => {
  const client = signedIn ? await app.clientOf(planter) : app.client();
  await plant(1);
  await client.get(path);
  const few = await listStatements(app.store, () => client.get(path));
  await plant(29);
  await client.get(path);
  const many = await listStatements(app.store, () => client.get(path));
  expect(many.length, many.filter((statement) => !few.includes(statement)).join("\n")).toBe(few.length);
  expect(few.length).toBeLessThanOrEqual(path === "/greenhouse" ? 40 : 12);
});

test.each([
  ["the list", "/ideas"],
  ["a search", "/ideas?q=plan"],
  ["the greenhouse", "/ideas?view=greenhouse"],
])("%s goes page by page, each idea once, and back again", async (_what, first) => {
  await plant(45);
  const client: Client = app.client();
  const pages: string[][] = [];
  let path: string | null = first;
  let last = first;
  while (path !== null) {
    const { text }: { text: string } = await client.get(path);
    pages.push(titlesOn(text));
    last = path;
    path = linkOn(text, "Volgende");
    expect(pages.length).toBeLessThan(5);
  }
  expect(pages.map((titles) => titles.length)).toEqual([20, 20, 5]);
  expect(new Set(pages.flat()).size).toBe(45);
  const back = linkOn((await client.get(last)).text, "Vorige");
  expect(titlesOn((await client.get(back ?? "")).text).sort()).toEqual([...(pages[1] ?? [])].sort());
});

test("what is planted meanwhile moves nothing on the next page", async () => {
  await plant(40);
  const client = app.client();
  const { text } = await client.get("/ideas");
  await plant(5);
  const second = titlesOn((await client.get(linkOn(text, "Volgende") ?? "")).text);
  expect(second.filter((title) => titlesOn(text).includes(title))).toEqual([]);
  expect(second).toHaveLength(20);
});

test.each([
  "page=x",
  "page=",
  "page=../..",
  "page=eyJhIjoxfQ",
  "stage=nergens",
  "domain=%27--",
  "lang=xx",
  "campus=geen",
  `q=${"a".repeat(1_500)}`,
  "q=%22NEAR(a%2Cb)%22",
  "q=l%27%C3%A9t%C3%A9",
  "q=*",
  "q=secret%3Ax&q=b&page=a&page=b",
])("an address with %s gives a page all the same", async (query) => {
  await plant(3);
  expect((await app.client().get(`/ideas?${query}`)).status).toBe(200);
});
