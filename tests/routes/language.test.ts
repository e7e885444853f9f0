import { beforeAll, expect, test } from "vitest";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Answer } from "#tests/support/app-client";
import { elements } from "#tests/support/app-html";
import { makePerson } from "#tests/support/actors";

let app: App;

beforeAll(async () => {
  app = await startApp();
});

const langOf = ({ text }: Answer): string | undefined => elements(text, "html")[0]?.attributes.lang;

test.each([
  ["", "nl"],
  ["fr", "fr"],
  ["fr-BE,fr;q=0.9,en;q=0.5", "fr"],
  ["de-DE,de;q=0.9,en;q=0.4,fr;q=0.3", "en"],
  ["en;q=0.2, fr;q=0.8", "fr"],
  ["es,it", "nl"],
  ["*", "nl"],
  ["nonsense;;;q=x,,,", "nl"],
])("a visitor whose browser says %j reads %s", async (language, expected) => {
  const answer = await app.client({ language }).get("/about");
  expect(langOf(answer)).toBe(expected);
  expect(answer.headers["content-language"]).toBe(expected);
});

test("a visitor chooses a language, and it stays chosen on the page they came from", async () => {
  const client = app.client({ language: "nl" });
  const chosen = await client.post("/language", { locale: "fr", to: "/about?a=1" });
  expect([chosen.status, chosen.location]).toEqual([303, "/about?a=1"]);
  expect(langOf(await client.get("/about"))).toBe("fr");
  await client.post("/language", { locale: "xx", to: "/about" });
  expect(langOf(await client.get("/about"))).toBe("fr");
  expect(langOf(await client.get("/nergens"))).toBe("fr");
});

test("the language of an account goes before that of the browser, and changing it is kept with the account", async () => {
  const person = await makePerson(app.store, { locale: "en" });
  const client = await app.clientOf(person, { language: "nl" });
  expect(langOf(await client.get("/about"))).toBe("en");
  await client.post("/language", { locale: "fr", to: "/about" });
  expect(langOf(await client.get("/about"))).toBe("fr");
  expect(langOf(await (await app.clientOf(person, { language: "nl" })).get("/about"))).toBe("fr");
});
