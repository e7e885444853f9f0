import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { people, sessions } from "#db/schema/identity";
import { oidcAccounts } from "#db/schema/oidc";
import { makeCampus, makePerson } from "#tests/support/actors";
import type { TestCampus } from "#tests/support/actors";
import { ORIGIN, startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Answer, Client } from "#tests/support/app-client";
import { leaksIn } from "#tests/support/canary";
import { CLIENT, startProvider } from "#tests/support/oidc-provider";
import type { Known, TestProvider } from "#tests/support/oidc-provider";
import { afterwards, freshStore } from "#tests/support/store";
import { OIDC_CALLBACK } from "~/infra/oidc";

const PASSWORD = "zeven groene gieters";
const NEW: Known = { sub: "nele", email: "nele@school.test", email_verified: true, name: "Nele Nieuw", amr: ["pwd", "mfa"] };

let school: TestProvider;
let app: App;
let campus: TestCampus;
/** Everything the pages said, to look for what should not be there. */
const said: string[] = [];

beforeAll(async () => {
  vi.stubEnv("NODE_ENV", "production");
  school = await startProvider();
  afterwards(() => school.stop());
  await school.open(ORIGIN + OIDC_CALLBACK);
  app = await startApp({ settings: school.settings });
});

beforeEach(async () => {
  app.moveTo(await freshStore());
  campus = await makeCampus(app.store);
  school.is(NEW);
});

async function heard(asked: Promise<Answer>): Promise<Answer> {
  const answer = await asked;
  said.push(JSON.stringify(answer.headers), answer.text);
  return answer;
}

/** Goes to the service; returns where it sends the browser back to, as a path of ours. */
async function there(client: Client, path = "/sign-in/oidc", meddle: (url: URL) => void = () => undefined): Promise<string> {
  const begun = await heard(client.get(path));
  expect(begun.status).toBe(303);
  expect(begun.headers["cache-control"]).toBe("no-store");
  const url = new URL(begun.location ?? "");
  expect(url.origin).toBe(school.issuer);
  meddle(url);
  const back = await school.walk(url.href);
  expect(back.startsWith(ORIGIN + OIDC_CALLBACK)).toBe(true);
  return back.slice(ORIGIN.length);
}

/** Goes to the service and back. */
const round = async (client: Client, path?: string): Promise<Answer> => heard(client.get(await there(client, path)));

const join = (client: Client, more: Record<string, string> = {}) =>
  heard(client.post("/sign-in/oidc/join", { name: "Nele Nieuw", ageBand: "18-25", campusId: campus.id, ...more }));

const openSessions = () => app.store.db.select().from(sessions);
const links = () => app.store.db.select().from(oidcAccounts);

describe("the page to sign in", () => {
  test("leads to the service by a link, with where somebody was going", async () => {
    const { text } = await app.client().get("/sign-in?to=/plant");
    expect(text).toContain('href="/sign-in/oidc?to=%2Fplant"');
    expect(text).toContain("Aanmelden met Testschool");
  });

  test("stays whole when the service is gone, and says so in three languages", async () => {
    const gone = await startProvider();
    await gone.stop();
    const lonely = await startApp({ settings: { ...school.settings, OIDC_ISSUER: gone.issuer } });
    for (const [language, words] of [
      ["nl", "Die dienst antwoordt nu niet."],
      ["fr", "Ce service ne répond pas"],
      ["en", "That service gives no answer now."],
    ] as const) {
      const client = lonely.client({ language });
      expect((await client.get("/sign-in")).status).toBe(200);
      const answer = await client.get("/sign-in/oidc?to=/plant");
      expect(answer.location).toBe("/sign-in?why=down&to=%2Fplant");
      expect((await client.get(answer.location ?? "")).text).toContain(words);
    }
  });
});

describe("somebody new", () => {
  test("answers the questions of signing up and is in, with two proofs, on the way to where they were going", async () => {
    const client = app.client();
    expect((await round(client, "/sign-in/oidc?to=/plant")).location).toBe("/sign-in/oidc/join");
    const page = await heard(client.get("/sign-in/oidc/join"));
    expect(page.text).toContain("nele@school.test");
    expect(page.text).toContain('value="Nele Nieuw"');
    const refused = await join(client, { ageBand: "", name: "Zelf gekozen" });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('value="Zelf gekozen"');
    const thief = app.client();
    await thief.keepCookie(`__Host-oidc=${await client.cookie("__Host-oidc")}; Path=/; Secure; HttpOnly`);
    expect((await join(client)).location).toBe("/plant");
    const [session] = await openSessions();
    expect(session).toMatchObject({ method: "oidc", factors: 2 });
    const [person] = await app.store.db.select().from(people);
    expect(person).toMatchObject({ name: "Nele Nieuw", email: "nele@school.test", ageBand: "18-25" });
    // The answer is used up.
    expect((await join(thief)).status).toBe(400);
    // And from now on the service is enough, on another browser too.
    school.is({ ...NEW, amr: ["pwd"] });
    const other = app.client();
    expect((await round(other)).location).toBe("/greenhouse");
    expect((await openSessions()).map(({ factors }) => factors).sort()).toEqual([1, 2]);
    expect((await other.get("/account/keys")).text).toContain("nele@school.test");
  });

  test("is asked to begin again when the answer waited too long", async () => {
    const client = app.client();
    await round(client);
    app.clock.advance(11 * 60_000);
    expect((await client.get("/sign-in/oidc/join")).text).toContain("Hier wacht niets meer");
    expect((await join(client)).status).toBe(400);
    const back = await there(client);
    app.clock.advance(11 * 60_000);
    expect((await client.get(back)).location).toBe("/sign-in?why=expired");
  });
});

describe("somebody with an account of that address", () => {
  test("is not let in by the service; they sign in as ever, confirm the link, and then are", async () => {
    const nele = await makePerson(app.store, { email: "nele@school.test", password: PASSWORD });
    const client = app.client();
    expect((await round(client)).location).toBe("/sign-in/oidc/link");
    expect(await openSessions()).toEqual([]);
    const page = await heard(client.get("/sign-in/oidc/link"));
    expect(page.text).toContain("Met dit adres is hier al een account.");
    expect((await client.post("/sign-in/oidc/link", {})).status).toBe(403);
    const to = "/sign-in/oidc/link";
    const entered = await client.post("/sign-in?index", { intent: "password", email: "nele@school.test", password: PASSWORD, to });
    expect(entered.location).toBe(to);
    expect((await heard(client.get(to))).text).toContain("Koppelen met Testschool");
    expect(await links()).toEqual([]);
    const unproved = await heard(client.post(to, {}));
    expect([unproved.status, unproved.text.includes("Vul dit in")]).toEqual([400, true]);
    expect((await heard(client.post(to, { currentPassword: PASSWORD }))).location).toBe("/account/keys");
    expect(await links()).toEqual([expect.objectContaining({ personId: nele.personId, subject: "nele" })]);
    expect((await round(app.client())).location).toBe("/greenhouse");
    const [link] = await links();
    expect((await client.post("/account/keys", { intent: "unlink", id: link?.id ?? "" })).location).toBe("/account/keys");
    expect((await round(app.client())).location).toBe("/sign-in/oidc/link");
  });

  test("cannot be linked by somebody else who is signed in here", async () => {
    await makePerson(app.store, { email: "nele@school.test" });
    const client = app.client();
    await round(client);
    await app.signInAs(client, await makePerson(app.store));
    expect((await client.get("/sign-in/oidc/link")).text).toContain("Je bent aangemeld met een ander account.");
    expect((await client.post("/sign-in/oidc/link", {})).status).toBe(409);
    expect(await links()).toEqual([]);
  });
});

test("who is signed in links what they proved, and is told when it is somebody else's", async () => {
  const an = await makePerson(app.store, { email: "an@thuis.test" });
  const client = await app.clientOf(an);
  expect((await round(client, "/sign-in/oidc?to=/account/keys")).location).toBe("/sign-in/oidc/link");
  expect((await client.post("/sign-in/oidc/link", {})).location).toBe("/account/keys");
  expect((await round(client, "/sign-in/oidc")).location).toBe("/account/keys");
  const bo = await app.clientOf(await makePerson(app.store));
  const refused = await round(bo);
  expect(refused.location).toBe("/account/keys?why=conflict");
  expect((await bo.get(refused.location ?? "")).text).toContain("Dat account hoort al bij iemand anders");
});

describe("refused", () => {
  test("an answer to another browser's question, whose own question stays as it is", async () => {
    const [victim, attacker] = [app.client(), app.client()];
    const attackers = await there(attacker);
    const victims = await there(victim);
    expect((await victim.get(attackers)).location).toBe("/sign-in?why=state");
    expect((await app.client().get(attackers)).location).toBe("/sign-in?why=expired");
    expect((await victim.get(victims)).location).toBe("/sign-in/oidc/join");
  });

  test("an answer given twice, or somebody else's code under one's own state", async () => {
    const client = app.client();
    const back = await there(client);
    expect((await client.get(back)).location).toBe("/sign-in/oidc/join");
    expect((await client.get(back)).location).toBe("/sign-in?why=expired");
    const [victim, attacker] = [app.client(), app.client()];
    const stolen = new URL(ORIGIN + (await there(attacker)));
    const own = new URL(ORIGIN + (await there(victim)));
    own.searchParams.set("code", stolen.searchParams.get("code") ?? "");
    expect((await victim.get(own.pathname + own.search)).location).toBe("/sign-in?why=failed");
    expect(await openSessions()).toEqual([]);
  });

  test("two answers at the same time: one is heard", async () => {
    const client = app.client();
    const back = await there(client);
    const all = await Promise.all([1, 2, 3].map(() => client.get(back)));
    expect(all.map(({ location }) => location).sort()).toEqual(["/sign-in/oidc/join", "/sign-in?why=expired", "/sign-in?why=expired"]);
  });

  test("another nonce, another service's name, an address nobody checked, and a person who said no", async () => {
    const client = app.client();
    const nonce = await there(client, "/sign-in/oidc", (url) => url.searchParams.set("nonce", "of-another"));
    expect((await client.get(nonce)).location).toBe("/sign-in?why=failed");
    const mixed = new URL(ORIGIN + (await there(client)));
    mixed.searchParams.set("iss", "https://evil.example");
    expect((await client.get(mixed.pathname + mixed.search)).location).toBe("/sign-in?why=failed");
    school.is({ ...NEW, email_verified: false });
    expect((await round(client)).location).toBe("/sign-in?why=unverified");
    school.is(null);
    const denied = await round(client, "/sign-in/oidc?to=/plant");
    expect(denied.location).toBe("/sign-in?why=refused&to=%2Fplant");
    expect((await client.get(denied.location ?? "")).text).toContain("Het aanmelden is daar gestopt.");
    expect(await openSessions()).toEqual([]);
  });

  test.each(["https://evil.example/", "//evil.example", "/\t/evil.example", "/\\evil.example", "javascript:alert(1)"])(
    "to lead away afterwards, to %j",
    async (to) => {
      const client = app.client();
      await round(client, `/sign-in/oidc?to=${encodeURIComponent(to)}`);
      const { location } = await join(client);
      expect(location).toMatch(/^\/[\w-]/);
      expect(location).not.toContain("evil");
    },
  );

  test("a suspended person", async () => {
    const client = app.client();
    await round(client);
    await join(client);
    await app.store.tx(async (tx) => {
      await tx.update(people).set({ suspendedAt: app.clock.now(), suspendedReason: "Proef" }).where(eq(people.email, "nele@school.test"));
    });
    expect((await round(app.client())).location).toBe("/sign-in?why=suspended");
  });
});

test("no token, code, secret or verifier stands on a page, in a header but where it must, or in the log", async () => {
  const client = app.client();
  const back = await there(client);
  await heard(client.get(back));
  await heard(client.get("/sign-in/oidc/join"));
  const code = new URL(ORIGIN + back).searchParams.get("code") ?? "";
  expect(school.tokens.length).toBeGreaterThan(5);
  expect(leaksIn(said.join(""), [CLIENT.secret, code, ...school.tokens])).toEqual([]);
  expect(leaksIn(JSON.stringify(app.logged), [CLIENT.secret, code, ...school.tokens])).toEqual([]);
  expect(leaksIn(JSON.stringify(await links()), [...school.tokens])).toEqual([]);
});
