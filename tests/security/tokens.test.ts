import { eq, isNull } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { keptMails } from "#db/schema/across";
import { people, roleGrants, sessions, tokens } from "#db/schema/identity";
import type { Answer, Client } from "#tests/support/app-client";
import { buildPasskey } from "#tests/support/app-passkeys";
import { emailOf, tokenMailed } from "#tests/support/app-world";
import { demandSameTime } from "#tests/support/same-time";
import { withSecondStep } from "#tests/support/second-step";
import { testVault } from "#tests/support/vault";
import { freshStore } from "#tests/support/store";
import { makePerson } from "#tests/support/actors";
import { testCtx } from "#tests/support/ctx";
import { beginStep } from "~/domain/identity/access/steps";
import { requestEmailChange } from "~/domain/identity/email-change/request-email-change";
import { hashPassword } from "~/domain/identity/password";
import { requestAccountLink } from "~/domain/identity/request-account-link";
import { requestPasswordReset } from "~/domain/identity/request-password-reset";
import { signInWithPassword } from "~/domain/identity/sign-in-with-password";
import type { Person } from "~/domain/kernel/actor";
import { COOKIES } from "~/domain/kernel/cookies";
import { isDomainError } from "~/domain/kernel/errors";
import { besiege } from "./besieged";
import type { Besieged } from "./besieged";

const AT_ONCE = 50;

let site: Besieged;
beforeAll(async () => {
  site = await besiege();
}, 120_000);
beforeEach(() => site.begin());

/** Fifty browsers, each from a network of its own, send one form at the same moment. */
async function storm(path: string, fields: Readonly<Record<string, string>>): Promise<Answer[]> {
  const clients: Client[] = [];
  await site.alone("visitor", async (client) => {
    for (let i = 0; i < AT_ONCE; i += 1) clients.push(site.app.client());
    return client.get("/sign-in/sent");
  });
  return Promise.all(clients.map((client) => client.post(path, fields)));
}

const won = (answers: readonly Answer[]): number => answers.filter(({ status }) => status === 303).length;
const others = (answers: readonly Answer[]): number[] => [
  ...new Set(answers.map(({ status }) => status).filter((status) => status !== 303)),
];
const rowsOf = async () => {
  const { db } = site.app.store;
  return {
    sessions: (await db.select().from(sessions)).length,
    people: (await db.select().from(people)).length,
    grants: (await db.select().from(roleGrants)).length,
    open: await db.select().from(sessions),
  };
};

describe("of fifty uses at the same moment exactly one counts", () => {
  test("a link to sign in", async () => {
    await site.alone("visitor", (client) => client.get("/sign-in/sent"));
    const before = await rowsOf();
    const answers = await storm("/sign-in/link", { token: site.world.tokens.link });
    expect([won(answers), others(answers).every((status) => status === 400 || status === 429)]).toEqual([1, true]);
    expect((await rowsOf()).sessions).toBe(before.sessions + 1);
  });

  test("a link to choose a password", { timeout: 60_000 }, async () => {
    const answers = await storm("/reset/choose", { token: site.world.tokens.reset, password: "vier natte paraplus" });
    expect([won(answers), others(answers).every((status) => status === 400 || status === 429)]).toEqual([1, true]);
    const open = await site.app.store.db.select().from(tokens).where(isNull(tokens.usedAt));
    expect(open.filter(({ kind, emailKey }) => kind === "reset" && emailKey === emailOf("owner"))).toEqual([]);
  });

  test("an invitation to a role", async () => {
    const fields = { token: site.world.tokens.invite, name: "Nieuwe coach", ageBand: "26-45" };
    const answers = await storm("/invite", fields);
    expect([won(answers), others(answers).every((status) => status === 400 || status === 429)]).toEqual([1, true]);
    const made = await site.app.store.db.select().from(people).where(eq(people.emailKey, "nieuw@broeikas.test"));
    expect(made).toHaveLength(1);
    expect(
      await site.app.store.db
        .select()
        .from(roleGrants)
        .where(eq(roleGrants.personId, made[0]?.id ?? "")),
    ).toHaveLength(2);
  });

  test("a link to sign up", async () => {
    await site.alone("visitor", (client) => client.get("/sign-in/sent"));
    const { app, world } = site;
    const signUp = { name: "Nora", ageBand: "18-25", campusId: world.campus.id } as const;
    const ctx = { ...testCtx(app.store), now: app.clock.now() };
    await requestAccountLink(ctx, { email: "nora@broeikas.test", locale: "nl", intent: "sign_up", signUp });
    await app.runDue();
    const token = await tokenMailed(app.store, "nora@broeikas.test", "/sign-in/link");
    const clients = Array.from({ length: AT_ONCE }, () => app.client());
    const answers = await Promise.all(clients.map((client) => client.post("/sign-in/link", { token })));
    expect(won(answers)).toBe(1);
    expect(await app.store.db.select().from(people).where(eq(people.emailKey, "nora@broeikas.test"))).toHaveLength(1);
  });
});

/** Fifty browsers, each with a secret of its own or all with the same one in the cookie of what waits, send one form at the same moment. */
async function stormWith(
  cookie: string,
  secretOf: (at: number) => Promise<string>,
  path: string,
  fields: Readonly<Record<string, string>>,
) {
  const clients = Array.from({ length: AT_ONCE }, () => site.app.client());
  for (const [at, client] of clients.entries()) {
    await client.keepCookie(`__Host-${cookie}=${await secretOf(at)}; Path=/; Secure; HttpOnly; SameSite=Lax`);
  }
  return Promise.all(clients.map((client) => client.post(path, fields)));
}

describe("of fifty second proofs at the same moment exactly one opens a session", () => {
  const sessionsOf = async (personId: string) => (await rowsOf()).open.filter((session) => session.personId === personId);
  const ready = async () => {
    await site.alone("visitor", (client) => client.get("/sign-in/sent"));
    const { store, clock } = site.app;
    const person = site.world.people.member as Person;
    const phone = await withSecondStep(store, person, {}, clock.now());
    const payload = { method: "link" };
    const begin = () =>
      store.tx((tx) => beginStep(tx, { now: clock.now() }, { kind: "second_factor", personId: person.personId, payload }));
    return { phone, begin, personId: person.personId, now: clock.now() };
  };

  test("one code of the app, typed in fifty browsers that each gave the first proof", { timeout: 60_000 }, async () => {
    const { phone, begin, personId, now } = await ready();
    const answers = await stormWith(COOKIES.second_factor, begin, "/sign-in/code", { code: phone.at(now) });
    expect([won(answers), others(answers).every((status) => status === 400 || status === 429)]).toEqual([1, true]);
    expect(await sessionsOf(personId)).toMatchObject([{ factors: 2 }]);
  });

  test("one code on paper, in fifty browsers with the first proof of one", { timeout: 60_000 }, async () => {
    const { phone, begin, personId } = await ready();
    const secret = await begin();
    const answers = await stormWith(COOKIES.second_factor, () => Promise.resolve(secret), "/sign-in/code", { code: phone.codes[0] ?? "" });
    const led = answers.filter(({ status, location }) => status === 303 && location !== "/sign-in");
    expect([led.length, (await sessionsOf(personId)).length]).toEqual([1, 1]);
  });

  test("one answer of a passkey, in fifty browsers that stole the question", { timeout: 60_000 }, async () => {
    await site.alone("visitor", (client) => client.get("/sign-in/sent"));
    const { app, world } = site;
    const { personId } = world.people.member as Person;
    const { device } = await buildPasskey(app.store, world.people.member as Person, app.origin);
    const asking = app.client();
    const question = JSON.parse((await asking.post("/sign-in/passkey", { intent: "sign_in" })).text) as { challenge: string };
    const answer = device.use(question, { origin: app.origin, rpId: new URL(app.origin).hostname });
    const secret = (await asking.cookie(`__Host-${COOKIES.passkey}`)) ?? "";
    const answers = await stormWith(COOKIES.passkey, () => Promise.resolve(secret), "/sign-in?index", { intent: "passkey", answer });
    expect([won(answers), others(answers).every((status) => status === 400 || status === 429)]).toEqual([1, true]);
    expect((await sessionsOf(personId)).filter(({ method }) => method === "passkey")).toHaveLength(1);
  });
});

test("of fifty who say yes for a new mailbox, and fifty who say no for the old one, one does each, and the old one has the last word", async () => {
  await site.alone("visitor", (client) => client.get("/sign-in/sent"));
  const { app, world } = site;
  const { personId } = world.people.member;
  await requestEmailChange(testCtx(app.store, world.people.member, app.clock.now()), testVault, { email: "nieuw.adres@broeikas.test" });
  await app.runDue();
  const yes = await tokenMailed(app.store, "nieuw.adres@broeikas.test", "/account/email/confirm");
  const no = await tokenMailed(app.store, emailOf("member"), "/account/email/stop");
  const send = (path: string, token: string) => Array.from({ length: AT_ONCE }, () => app.client().post(path, { token }));
  const [saidYes, saidNo] = await Promise.all([
    Promise.all(send("/account/email/confirm", yes)),
    Promise.all(send("/account/email/stop", no)),
  ]);
  expect([won(saidNo), won(saidYes) <= 1]).toEqual([1, true]);
  expect([...others(saidYes), ...others(saidNo)].every((status) => status === 400 || status === 429)).toBe(true);
  const [row] = await app.store.db
    .select()
    .from(people)
    .where(eq(people.id, personId ?? ""));
  expect(row?.email).toBe(emailOf("member"));
});

test("a secret that does not fit opens nothing: cut, longer, in other letters, of another kind, or twice", async () => {
  const { link, reset, invite } = site.world.tokens;
  const odd = [link.slice(0, -1), `${link}A`, link.toUpperCase(), ` ${link}`, `${link}=`, reset, invite, "%00", "' OR 1=1 --"];
  for (const token of odd) {
    const { answer, changed } = await site.alone("visitor", (client) => client.post("/sign-in/link", { token }));
    expect([token, answer.status, changed]).toEqual([token, 400, []]);
  }
  const mails = await site.app.store.db.select().from(keptMails);
  expect(mails.length).toBeGreaterThan(0);
});

/** Below this, in milliseconds, no network lets anybody tell two times apart. */
const NOISE_MS = 2;

describe("the time an answer takes does not tell whether an address is known", () => {
  const same = (tries: number, ask: (email: string) => Promise<unknown>): Promise<void> =>
    demandSameTime(
      { tries, noiseMs: NOISE_MS },
      (at) => ask(`bekend${at % 10}@broeikas.test`),
      (at) => ask(`vreemd${at}@broeikas.test`),
    );

  const populated = async () => {
    const store = await freshStore();
    const hash = await hashPassword("zeven groene gieters");
    for (let i = 0; i < 10; i += 1) await makePerson(store, { email: `bekend${i}@broeikas.test` });
    await store.tx(async (tx) => void (await tx.update(people).set({ passwordHash: hash })));
    return store;
  };

  test("signing in by password", { timeout: 60_000 }, async () => {
    const store = await populated();
    await same(30, (email) =>
      signInWithPassword(testCtx(store), { email, password: "niet het goede wachtwoord" }).catch((thrown: unknown) => {
        if (!isDomainError(thrown) || thrown.code !== "wrong_password") throw thrown;
      }),
    );
  });

  test("asking for a link to sign in or up, or for a new password", { timeout: 60_000 }, async () => {
    const store = await populated();
    let minute = 0;
    const ctx = () => testCtx(store, {}, new Date(Date.UTC(2026, 10, 21, 13, (minute += 1))));
    await same(60, (email) => requestPasswordReset(ctx(), { email, locale: "nl" }));
    for (const intent of ["sign_in", "sign_up"] as const)
      await same(60, (email) => requestAccountLink(ctx(), { email, locale: "nl", intent }));
  });
});
