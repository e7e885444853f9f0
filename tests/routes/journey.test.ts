import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { ideaDrafts, ideas } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import { makeCampus, makePerson } from "#tests/support/actors";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Client } from "#tests/support/app-client";
import { formsIn, textOf } from "#tests/support/app-html";
import { PASSWORD, tokenMailed } from "#tests/support/app-world";
import { days, minutes } from "~/domain/kernel/time";

let app: App;

beforeEach(async () => {
  app = await startApp();
});

const EMAIL = "nele@broeikas.test";
const WORDS = { title: "Warmtemeter voor lokalen", pitch: "Toont waar de warmte weglekt, lokaal per lokaal." };

/** The three screens, as somebody without JavaScript fills them in. */
async function writeDraft(client: Client, campusId: string): Promise<void> {
  const first = await client.post("/plant", { intent: "next", step: "1", ...WORDS, lang: "nl", campusId });
  expect([first.status, first.location]).toEqual([303, "/plant?step=2"]);
  const needs = { "needs[0].kind": "expertise", "needs[0].words": "solderen", "needs[0].weight": "3" };
  const second = await client.post("/plant?step=2", { intent: "next", step: "2", ...needs });
  expect([second.status, second.location]).toEqual([303, "/plant?step=3"]);
}

test("somebody writes an idea, makes an account by mail, and plants what they wrote", async () => {
  const campus = await makeCampus(app.store, { name: "Campus Noord" });
  const client = app.client();
  await writeDraft(client, campus.id);
  const third = await client.post("/plant?step=3", { intent: "next", step: "3", visibility: "public", matchConsent: "open" });
  expect([third.status, third.location]).toEqual([303, "/sign-up"]);
  expect(textOf((await client.get("/sign-up")).text)).toContain(WORDS.title);

  const asked = await client.post("/sign-up", { name: "Nele", email: EMAIL, ageBand: "18-25", campusId: campus.id, to: "" });
  expect([asked.status, asked.location]).toEqual([303, "/sign-in/sent"]);
  expect(await app.store.db.select().from(people)).toEqual([]);
  await app.runDue();
  const token = await tokenMailed(app.store, EMAIL, "/sign-in/link");

  // A scanner opens the link twice; nothing happens before the button.
  await app.client().get(`/sign-in/link?token=${token}`);
  expect((await client.get(`/sign-in/link?token=${token}`)).text).toContain(EMAIL);
  expect(await app.store.db.select().from(people)).toEqual([]);
  const entered = await client.post("/sign-in/link", { token });
  expect(entered.status).toBe(303);
  expect(entered.location).toMatch(/^\/plant\?draft=[\w-]{36}&step=3$/);

  const [form] = formsIn((await client.get(entered.location ?? "")).text, entered.location ?? "");
  const hidden = Object.fromEntries((form?.fields ?? []).filter(({ type }) => type === "hidden").map(({ name, value }) => [name, value]));
  const planted = await client.post(entered.location ?? "", { ...hidden, intent: "next", visibility: "public", matchConsent: "open" });
  expect(planted.location).toMatch(/^\/ideas\/[\w-]{36}$/);
  const page = textOf((await app.client().get(planted.location ?? "")).text);
  expect(page).toContain(WORDS.title);
  expect(page).toContain("solderen");
  expect(await app.store.db.select({ title: ideas.title }).from(ideas)).toEqual([{ title: WORDS.title }]);
  expect(await app.store.db.select().from(ideaDrafts)).toEqual([]);

  const again = await app.client().post("/sign-in/link", { token });
  expect(again.status).toBe(400);
  expect((await client.post("/sign-out", {})).location).toBe("/");
  expect((await client.get("/greenhouse")).location).toBe("/sign-in?to=%2Fgreenhouse");
});

test("the link opened on another device takes the draft along", async () => {
  const campus = await makeCampus(app.store);
  const laptop = app.client();
  await writeDraft(laptop, campus.id);
  await laptop.post("/sign-up", { name: "Nele", email: EMAIL, ageBand: "18-25", campusId: campus.id });
  await app.runDue();
  const phone = app.client();
  const entered = await phone.post("/sign-in/link", { token: await tokenMailed(app.store, EMAIL, "/sign-in/link") });
  expect((await phone.get(entered.location ?? "")).status).toBe(200);
  const [draft] = await app.store.db.select().from(ideaDrafts);
  expect(draft?.content.title).toBe(WORDS.title);
  expect(draft?.claimHash).toBeNull();
});

test("a known and an unknown address get the same answer", async () => {
  await makePerson(app.store, { email: EMAIL });
  const answers = [];
  for (const email of [EMAIL, "onbekend@broeikas.test"]) {
    const client = app.client();
    const { status, location, headers } = await client.post("/sign-in?index", { intent: "link", email });
    const reset = await client.post("/reset?index", { email });
    const password = await client.post("/sign-in?index", { intent: "password", email, password: "niet het goede wachtwoord" });
    answers.push([status, location, headers["set-cookie"], reset.status, reset.location, password.status, textOf(password.text)]);
  }
  expect(JSON.stringify(answers[1]).replaceAll("onbekend@broeikas.test", EMAIL)).toBe(JSON.stringify(answers[0]));
});

describe("trying passwords", () => {
  const attempt = (client: Client, password: string) => client.post("/sign-in?index", { intent: "password", email: EMAIL, password });

  test("ends after ten, says for how long, and begins again later", async () => {
    await makePerson(app.store, { email: EMAIL, password: PASSWORD });
    const client = app.client();
    for (let i = 0; i < 10; i += 1) expect((await attempt(client, `poging nummer ${i}`)).status).toBe(400);
    const refused = await attempt(client, PASSWORD);
    expect(refused.status).toBe(429);
    const wait = Number(refused.headers["retry-after"]);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(minutes(15) / 1000);
    expect(textOf(refused.text)).toContain(`${Math.ceil(wait / 60)} minuten`);
    expect(await client.cookie("__Host-broeikas")).toBeNull();
    app.clock.advance(wait * 1000);
    expect((await attempt(client, PASSWORD)).location).toBe("/greenhouse");
  });

  test("of somebody else does not keep others out", async () => {
    await makePerson(app.store, { email: EMAIL });
    for (let i = 0; i < 11; i += 1) await attempt(app.client(), `poging nummer ${i}`);
    const other = await app.client().post("/sign-in?index", { intent: "password", email: "an@broeikas.test", password: "iets" });
    expect(other.status).toBe(400);
  });
});

describe("a session", () => {
  test("is a cookie that only we can read, over https, without a domain", async () => {
    await makePerson(app.store, { email: EMAIL, password: PASSWORD });
    const { headers } = await app.client().post("/sign-in?index", { intent: "password", email: EMAIL, password: PASSWORD });
    const cookie = (headers["set-cookie"] ?? []).find((one) => one.startsWith("__Host-broeikas=")) ?? "";
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; Secure/);
    expect(cookie).toMatch(/; Path=\//);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).not.toMatch(/Domain/i);
  });

  test("ends at its last moment, however often it was used", async () => {
    const client = await app.clientOf(await makePerson(app.store));
    const inside = async () => (await client.get("/greenhouse")).status === 200;
    for (let day = 0; day < app.env.SESSION_MAX_DAYS; day += 10) {
      expect(await inside(), `day ${day}`).toBe(true);
      app.clock.advance(days(10));
    }
    expect(await inside()).toBe(false);
  });

  test("ends everywhere when the password is reset", async () => {
    const person = await makePerson(app.store, { email: EMAIL, password: PASSWORD });
    const thief = await app.clientOf(person);
    const client = app.client();
    await client.post("/reset?index", { email: EMAIL });
    await app.runDue();
    const token = await tokenMailed(app.store, EMAIL, "/reset/choose");
    expect((await client.post("/reset/choose", { token, password: "vier natte paraplus" })).location).toBe("/sign-in");
    expect((await thief.get("/greenhouse")).status).toBe(302);
    const [row] = await app.store.db.select({ hash: people.passwordHash }).from(people).where(eq(people.id, person.personId));
    expect(row?.hash).toMatch(/^\$argon2id\$/);
  });
});

const EVIL = [
  "https://evil.example",
  "//evil.example",
  "/\t/evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/%09/evil.example",
  "/./\t//evil.example",
  "javascript:alert(1)",
  "/\r\nLocation: https://evil.example",
  "https:evil.example",
  "/..//evil.example",
  "/.//evil.example",
];

test.each(EVIL)("nobody is sent away by %j", async (to) => {
  await makePerson(app.store, { email: EMAIL, password: PASSWORD });
  const client = app.client();
  const answers = [
    await client.post("/language", { locale: "nl", to }),
    await client.post("/sign-in?index", { intent: "password", email: EMAIL, password: PASSWORD, to }),
    await client.get(`/sign-in?to=${encodeURIComponent(to)}`),
    await client.get(`/sign-up?to=${encodeURIComponent(to)}`),
  ];
  for (const { status, location } of answers) {
    expect([302, 303]).toContain(status);
    expect(new URL(location ?? "", app.origin).origin, location ?? "").toBe(app.origin);
    expect(location).toMatch(/^\/(?![/\\])/);
  }
});
