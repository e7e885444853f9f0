import { eq } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { keptMails } from "#db/schema/across";
import { makeCampus, makePerson } from "#tests/support/actors";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Client } from "#tests/support/app-client";
import { elements, textOf } from "#tests/support/app-html";
import { tokenMailed } from "#tests/support/app-world";
import { testCtx } from "#tests/support/ctx";
import { withSecondStep } from "#tests/support/second-step";
import { testVault } from "#tests/support/vault";
import { requestEmailChange } from "~/domain/identity/email-change/request-email-change";
import { inviteToRole } from "~/domain/identity/invite-to-role";
import { requestAccountLink } from "~/domain/identity/request-account-link";
import { requestPasswordReset } from "~/domain/identity/request-password-reset";
import { totpCode } from "~/domain/identity/second-step/totp";
import { minutes } from "~/domain/kernel/time";

const PASSWORD = "vier natte paraplus";
const FORM = "/account/security";

let app: App;
beforeAll(async () => {
  vi.stubEnv("NODE_ENV", "production");
  app = await startApp();
});

async function personOf(email: string) {
  const campus = await makeCampus(app.store);
  return makePerson(app.store, { email, homeCampusId: campus.id, password: PASSWORD });
}

const signIn = (client: Client, email: string, to = "/lab") =>
  client.post("/sign-in?index", { intent: "password", email, password: PASSWORD, to });

/** Turns the second step on by the pages alone, and returns what the phone and the paper know. */
async function turnOn(client: Client): Promise<{ secret: string; codes: string[] }> {
  await client.post(FORM, { intent: "begin", currentPassword: PASSWORD });
  const page = await client.get(FORM);
  const secret = /secret=([A-Z2-7]{32})/.exec(page.text)?.[1] ?? "";
  expect(textOf(page.text)).toContain((secret.match(/.{4}/g) ?? []).join(" "));
  const shown = await client.post(FORM, { intent: "confirm", code: totpCode(secret, app.clock.now()) });
  expect(shown.status).toBe(200);
  const codes = textOf(shown.text).match(/\b([a-z2-9]{4}-){3}[a-z2-9]{4}\b/g) ?? [];
  return { secret, codes };
}

test("without JavaScript: set up, keep the codes, sign in with the code, on to where one was going", async () => {
  await personOf("goele@broeikas.test");
  const client = app.client();
  await signIn(client, "goele@broeikas.test");
  const { secret, codes } = await turnOn(client);
  expect(codes).toHaveLength(10);
  const later = await client.get(FORM);
  expect(later.text).not.toContain(codes[0]);
  expect(later.text).not.toContain(secret);
  expect(textOf(later.text)).toContain("Je hebt nog 10 herstelcodes");

  app.clock.advance(minutes(1));
  const other = app.client();
  const first = await signIn(other, "goele@broeikas.test");
  expect(first.location).toBe("/sign-in/code");
  // One proof is none: nothing of the account opens yet.
  expect((await other.get("/greenhouse")).location).toContain("/sign-in");
  expect((await other.get("/account/export")).location).toContain("/sign-in");
  const wrong = await other.post("/sign-in/code", { code: "000000" });
  expect(wrong.status).toBe(400);
  expect(textOf(wrong.text)).toContain("Deze code klopt niet of is al gebruikt");
  const right = await other.post("/sign-in/code", { code: totpCode(secret, app.clock.now()) });
  expect(right.location).toBe("/lab");
  expect((await other.get(FORM)).status).toBe(200);
  expect((await other.post("/sign-in/code", { code: codes[0] ?? "" })).location).toBe("/sign-in");

  // The same code once more, in another browser at the same moment.
  const third = app.client();
  await signIn(third, "goele@broeikas.test");
  expect((await third.post("/sign-in/code", { code: totpCode(secret, app.clock.now()) })).status).toBe(400);
  expect((await third.post("/sign-in/code", { code: codes[0] ?? "" })).location).toBe("/lab");
  expect(textOf((await third.get(FORM)).text)).toContain("Je hebt nog 9 herstelcodes");
});

test("no mail goes round the second step: a link, a new password, an invitation and a new address all lead to the code", async () => {
  const nora = await personOf("nora@broeikas.test");
  await withSecondStep(app.store, nora, { password: PASSWORD }, app.clock.now());
  const ctx = { ...testCtx(app.store), now: app.clock.now() };
  const opens = async (page: string, fields: Record<string, string> = {}, to = "nora@broeikas.test") => {
    await app.runDue();
    const client = app.client();
    const { location } = await client.post(page, { token: await tokenMailed(app.store, to, page), ...fields });
    // Nothing of the account is open yet.
    expect((await client.get("/greenhouse")).location, page).toContain("/sign-in");
    return { client, location };
  };
  await requestAccountLink(ctx, { email: "nora@broeikas.test", locale: "nl", intent: "sign_in" });
  expect((await opens("/sign-in/link")).location).toBe("/sign-in/code");
  const admin = await makePerson(app.store, { roles: [{ role: "admin", scopeKind: "instance", scopeId: "instance" }] });
  const scope = { kind: "campus", id: (await makeCampus(app.store)).id } as const;
  await inviteToRole({ ...ctx, actor: admin }, { email: "nora@broeikas.test", role: "coach", scope, locale: "nl" });
  expect((await opens("/invite")).location).toBe("/sign-in/code");
  await requestPasswordReset(ctx, { email: "nora@broeikas.test", locale: "nl" });
  const { client, location } = await opens("/reset/choose", { password: "zes blauwe kruiwagens" });
  expect(location).toBe("/sign-in");
  const known = { intent: "password", email: "nora@broeikas.test", password: "zes blauwe kruiwagens" };
  expect((await client.post("/sign-in?index", known)).location).toBe("/sign-in/code");
  await requestEmailChange({ ...ctx, actor: nora }, testVault, { email: "nora@nieuw.test", password: "zes blauwe kruiwagens" });
  expect((await opens("/account/email/confirm", {}, "nora@nieuw.test")).location).toBe("/sign-in");
});

test("tries are counted over all addresses, and the page of a code without a step begins anew", async () => {
  await personOf("wim@broeikas.test");
  const client = app.client();
  await signIn(client, "wim@broeikas.test");
  await turnOn(client);
  const other = app.client();
  expect((await other.get("/sign-in/code")).location).toBe("/sign-in");
  await signIn(other, "wim@broeikas.test");
  const statuses: number[] = [];
  for (let i = 0; i < 11; i += 1) statuses.push((await other.post("/sign-in/code", { code: "000000" })).status);
  expect(statuses.filter((status) => status === 400)).toHaveLength(9);
  expect(statuses.at(-1)).toBe(429);
});

test("turning it off asks a proof, and then one proof lets in again", async () => {
  await personOf("an@broeikas.test");
  const client = app.client();
  await signIn(client, "an@broeikas.test");
  await turnOn(client);
  const refused = await client.post(FORM, { intent: "off", currentPassword: "iets heel anders" });
  expect(refused.status).toBe(400);
  const opened = elements(refused.text, "details").filter(({ attributes }) => "open" in attributes);
  expect(opened).toHaveLength(1);
  expect((await client.post(FORM, { intent: "off", currentPassword: PASSWORD })).location).toBe(FORM);
  expect((await client.get(FORM)).status).toBe(200);
  expect((await signIn(app.client(), "an@broeikas.test")).location).toBe("/lab");
});

test("an instance that has no key says so and shows no form", async () => {
  const closed = await startApp({ settings: { SECRET_KEY: "", DATABASE_URL: "postgres://db/none" }, store: app.store });
  const an = await makePerson(app.store);
  const page = await (await closed.clientOf(an)).get(FORM);
  expect(textOf(page.text)).toContain("er is geen sleutel ingesteld");
  expect(elements(page.text, "input").some(({ attributes }) => attributes.value === "begin")).toBe(false);
});

test("another address, without JavaScript: the mail, its page, the session that goes on, and the way back", async () => {
  const person = await personOf("lien@broeikas.test");
  const client = app.client();
  await signIn(client, "lien@broeikas.test");
  const other = await app.clientOf(person);
  const same = await client.post("/account/email?index", { email: "Lien@broeikas.test", currentPassword: PASSWORD });
  expect(same.status).toBe(400);
  expect(textOf(same.text)).toContain("Dit is al je adres");
  expect((await client.post("/account/email?index", { email: "lien@nieuw.test", currentPassword: PASSWORD })).location).toBe(
    "/account/email",
  );
  expect(textOf((await client.get("/account/email")).text)).toContain("We stuurden een mail naar lien@nieuw.test");
  const confirm = await linkTo("lien@nieuw.test");
  expect(textOf((await client.get(confirm)).text)).toContain("lien@nieuw.test");
  expect((await app.client().get(confirm)).status).toBe(200);
  expect((await client.post("/account/email/confirm", { token: tokenOf(confirm) })).location).toBe("/account");
  expect(textOf((await client.get("/account")).text)).toContain("lien@nieuw.test");
  expect((await other.get("/account")).location).toContain("/sign-in");
  const stop = await linkTo("lien@broeikas.test");
  const stranger = app.client();
  expect(textOf((await stranger.get(stop)).text)).toContain("Je kunt het oude hier terugzetten");
  expect((await stranger.post("/account/email/stop", { token: tokenOf(stop) })).location).toBe("/sign-in/sent");
  expect((await client.get("/account")).location).toContain("/sign-in");
  expect((await stranger.post("/account/email/stop", { token: tokenOf(stop) })).status).toBe(400);
});

test("the list of sign-ins shows who was kept out too, and what was not me ends all", async () => {
  await personOf("bert@broeikas.test");
  const client = app.client();
  await signIn(client, "bert@broeikas.test");
  await client.post(FORM, { intent: "nonsense" });
  await app.client().post("/sign-in?index", { intent: "password", email: "bert@broeikas.test", password: "iets heel anders" });
  const page = await client.get(FORM);
  expect(textOf(page.text)).toContain("niet gelukt");
  const id = elements(page.text, "input").find(({ attributes }) => attributes.name === "id")?.attributes.value ?? "";
  expect((await client.post(FORM, { intent: "not_me", id })).location).toBe("/sign-in/sent");
  expect((await client.get(FORM)).location).toContain("/sign-in");
  expect((await signIn(app.client(), "bert@broeikas.test")).status).toBe(400);
});

test("other devices are put out after a proof, and not without one", async () => {
  const person = await personOf("mona@broeikas.test");
  const client = app.client();
  await signIn(client, "mona@broeikas.test");
  const other = await app.clientOf(person);
  const page = await client.get("/account");
  const choices = elements(page.text, "option").map(({ attributes }) => attributes.value);
  const wrong = await client.post("/account?index", { intent: "end_sessions", id: "others", currentPassword: "iets heel anders" });
  expect(wrong.status).toBe(400);
  expect(textOf(wrong.text)).toContain("Dit is niet je huidige wachtwoord");
  expect((await client.post("/account?index", { intent: "end_sessions", id: "others" })).status).toBe(400);
  expect((await other.get("/account")).status).toBe(200);
  const id = choices.find((value) => value !== undefined && value.length > 20 && !value.includes(" ")) ?? "";
  expect((await client.post("/account?index", { intent: "end_sessions", id, currentPassword: PASSWORD })).location).toBe("/account");
  expect((await other.get("/account")).location).toContain("/sign-in");
  expect((await client.get("/account")).status).toBe(200);
});

test("an admin takes the second step of somebody away, with a reason, and the mailbox alone opens the account", async () => {
  const person = await personOf("wies@broeikas.test");
  const client = app.client();
  await signIn(client, "wies@broeikas.test");
  await turnOn(client);
  const roles = [{ role: "admin" as const, scopeKind: "instance" as const, scopeId: "instance" }];
  const admin = await app.clientOf(await makePerson(app.store, { roles }));
  const page = `/admin/people/${person.personId}`;
  expect((await admin.post(page, { intent: "reset_step", reason: "" })).status).toBe(400);
  expect((await admin.post(page, { intent: "reset_step", reason: "Telefoon kwijt" })).location).toBe(page);
  expect((await client.get("/account")).location).toContain("/sign-in");
  expect((await signIn(app.client(), "wies@broeikas.test")).status).toBe(400);
  expect(elements((await admin.get(page)).text, "input").some(({ attributes }) => attributes.value === "reset_step")).toBe(false);
});

/** Path of the link in the newest mail to an address. */
async function linkTo(to: string): Promise<string> {
  app.clock.advance(minutes(1));
  await app.runDue();
  const mails = await app.store.db.select().from(keptMails).where(eq(keptMails.to, to));
  const newest = mails.sort((a, b) => b.at.getTime() - a.at.getTime())[0];
  return /https:\/\/broeikas\.test(\/account\/email\/\S+)/.exec(newest?.text ?? "")?.[1] ?? "";
}
const tokenOf = (path: string): string => new URL(path, app.origin).searchParams.get("token") ?? "";
