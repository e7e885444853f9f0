import { asc } from "drizzle-orm";
import { expect, test } from "vitest";
import { outbox } from "#db/schema/across";
import { people, profiles, roleGrants, tokens } from "#db/schema/identity";
import { makeCampus, makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { freshStore, listStatements } from "#tests/support/store";
import { consumeAccountLink, peekAccountLink } from "~/domain/identity/consume-account-link";
import { runRetention } from "~/domain/identity/privacy/run-retention";
import { loadActor } from "~/domain/identity/queries";
import { requestAccountLink } from "~/domain/identity/request-account-link";
import { suspendPerson } from "~/domain/identity/suspend-person";
import type { Store } from "~/domain/kernel/store";
import { after, days, hours, minutes } from "~/domain/kernel/time";
import { deliver, refusalOf, secretIn } from "./post";

const signIn = (store: Store, email: string, now = NOW) =>
  requestAccountLink(testCtx(store, {}, now), { email, locale: "nl", intent: "sign_in" });

async function linkFor(store: Store, email: string, now = NOW): Promise<string> {
  await signIn(store, email, now);
  return secretIn((await deliver(store, now)).mails[0]);
}

test("signing up: one mail, a page that changes nothing, an account", async () => {
  const store = await freshStore();
  const campus = await makeCampus(store);
  const signUp = { name: "Nora Nieuw", ageBand: "16-17", campusId: campus.id, draftClaim: "a".repeat(64) } as const;
  await requestAccountLink(testCtx(store), { email: " Nora@Broeikas.TEST ", locale: "fr", intent: "sign_up", signUp, to: "/plant" });
  const { mails } = await deliver(store);
  expect(mails.map((mail) => mail.to)).toEqual(["Nora@broeikas.test"]);
  expect(mails[0]?.subject).toBe("Bienvenue chez Broeikas : confirmez votre adresse");
  const secret = secretIn(mails[0]);

  const before = await store.db.select().from(tokens);
  expect(await peekAccountLink(store.db, secret, NOW)).toEqual({
    kind: "sign_up",
    name: "Nora Nieuw",
    email: "Nora@broeikas.test",
    ageBand: "16-17",
  });
  expect(await store.db.select().from(tokens)).toEqual(before);
  expect(await store.db.select().from(people)).toEqual([]);

  const used = await consumeAccountLink(testCtx(store), secret);
  expect(used).toMatchObject({ isNew: true, draftClaim: "a".repeat(64), to: "/plant" });
  const [person] = await store.db.select().from(people);
  expect(person).toMatchObject({
    id: used.personId,
    name: "Nora Nieuw",
    nameKey: "nora nieuw",
    emailKey: "nora@broeikas.test",
    ageBand: "16-17",
    locale: "fr",
    homeCampusId: campus.id,
    verifiedAt: NOW,
  });
  expect((await store.db.select().from(roleGrants)).map(({ role, scopeId }) => ({ role, scopeId }))).toEqual([
    { role: "learner", scopeId: campus.id },
  ]);
  expect((await store.db.select().from(profiles))[0]?.visibility).toBe("private");
  expect((await loadActor(store.db, used.personId, NOW))?.keys).toContain(`campus:${campus.id}`);
});

test("a secret is never kept, only its digest", async () => {
  const store = await freshStore();
  await makePerson(store, { email: "an@broeikas.test" });
  const secret = await linkFor(store, "an@broeikas.test");
  const rows = [await store.db.select().from(tokens), await store.db.select().from(outbox)];
  expect(JSON.stringify(rows)).not.toContain(secret);
  expect(Buffer.from(secret, "base64url")).toHaveLength(32);
});

test("of parallel uses of one link exactly one succeeds", async () => {
  const store = await freshStore();
  await makePerson(store, { email: "an@broeikas.test" });
  const secret = await linkFor(store, "an@broeikas.test");
  const outcomes = await Promise.all(Array.from({ length: 12 }, () => refusalOf(consumeAccountLink(testCtx(store), secret))));
  expect(outcomes.sort()).toEqual(["none", ...Array.from({ length: 11 }, () => "token_invalid")]);
});

test("of parallel uses of one sign-up link exactly one account comes", async () => {
  const store = await freshStore();
  const campus = await makeCampus(store);
  const signUp = { name: "Nora", ageBand: "18-25", campusId: campus.id } as const;
  await requestAccountLink(testCtx(store), { email: "nora@broeikas.test", locale: "nl", intent: "sign_up", signUp });
  const secret = secretIn((await deliver(store)).mails[0]);
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => refusalOf(consumeAccountLink(testCtx(store), secret))));
  expect(outcomes.filter((outcome) => outcome === "none")).toHaveLength(1);
  expect(await store.db.select().from(people)).toHaveLength(1);
});

test("known and unknown addresses cause the same statements and the same rows", async () => {
  const store = await freshStore();
  const campus = await makeCampus(store);
  await makePerson(store, { email: "bekend@broeikas.test" });
  const ask = (email: string, intent: "sign_in" | "sign_up") =>
    requestAccountLink(testCtx(store), { email, locale: "nl", intent, signUp: { name: "N", ageBand: "46+", campusId: campus.id } });
  await ask("warm@broeikas.test", "sign_in");
  for (const intent of ["sign_in", "sign_up"] as const) {
    const known = await listStatements(store, () => ask("bekend@broeikas.test", intent));
    const unknown = await listStatements(store, () => ask("vreemde@broeikas.test", intent));
    expect(unknown).toEqual(known);
  }
  const shape = ({ id: _id, address: _address, dedupeKey, ...rest }: typeof outbox.$inferSelect) => ({
    ...rest,
    key: dedupeKey.replace(/bekend|vreemde/, "x"),
  });
  const rows = (await store.db.select().from(outbox).orderBy(asc(outbox.id))).slice(1).map(shape);
  expect(rows).toHaveLength(4);
  expect(rows[0]).toEqual(rows[1]);
  expect(rows[2]).toEqual(rows[3]);
});

test("what the mail says is decided at sending", async () => {
  const store = await freshStore();
  const campus = await makeCampus(store);
  await makePerson(store, { name: "Bea", email: "bekend@broeikas.test" });
  const signUp = { name: "Iemand", ageBand: "46+", campusId: campus.id } as const;
  await requestAccountLink(testCtx(store), { email: "bekend@broeikas.test", locale: "nl", intent: "sign_up", signUp });
  await requestAccountLink(testCtx(store, {}, after(NOW, 1)), { email: "vreemde@broeikas.test", locale: "nl", intent: "sign_in" });
  const { mails } = await deliver(store);
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
    ["bekend@broeikas.test", "Jouw link om je aan te melden"],
    ["vreemde@broeikas.test", "Geen account met dit adres"],
  ]);
  expect(mails[0]?.text).toContain("Dag Bea");
  expect(mails[1]?.text).not.toContain("token=");
  expect(await consumeAccountLink(testCtx(store), secretIn(mails[0]))).toMatchObject({ isNew: false });
});

test("mail about an account goes to the account's address, not to what was typed", async () => {
  const store = await freshStore();
  await makePerson(store, { email: "an.peeters@broeikas.test" });
  await signIn(store, "AN.Peeters@BROEIKAS.test");
  expect((await deliver(store)).mails.map((mail) => mail.to)).toEqual(["an.peeters@broeikas.test"]);
});

test("a double click sends one mail, the next minute another, and the newer link ends the older", async () => {
  const store = await freshStore();
  await makePerson(store, { email: "an@broeikas.test" });
  await signIn(store, "an@broeikas.test");
  await signIn(store, "An@broeikas.test", after(NOW, 20_000));
  const first = await deliver(store);
  expect(first.mails).toHaveLength(1);
  const later = after(NOW, minutes(1));
  const newer = await linkFor(store, "an@broeikas.test", later);
  expect(await refusalOf(consumeAccountLink(testCtx(store, {}, later), secretIn(first.mails[0])))).toBe("token_invalid");
  expect(await refusalOf(consumeAccountLink(testCtx(store, {}, later), newer))).toBe("none");
});

test("a link ends after 30 minutes, one to sign up after 24 hours", async () => {
  const store = await freshStore();
  const campus = await makeCampus(store);
  await makePerson(store, { email: "an@broeikas.test" });
  const secret = await linkFor(store, "an@broeikas.test");
  expect(await peekAccountLink(store.db, secret, after(NOW, minutes(30) - 1))).not.toBeNull();
  expect(await peekAccountLink(store.db, secret, after(NOW, minutes(30)))).toBeNull();
  expect(await refusalOf(consumeAccountLink(testCtx(store, {}, after(NOW, minutes(30))), secret))).toBe("token_invalid");
  await requestAccountLink(testCtx(store), {
    email: "n@broeikas.test",
    locale: "nl",
    intent: "sign_up",
    signUp: { name: "N", ageBand: "46+", campusId: campus.id },
  });
  const toSignUp = secretIn((await deliver(store)).mails[0]);
  expect(await refusalOf(consumeAccountLink(testCtx(store, {}, after(NOW, hours(24))), toSignUp))).toBe("token_invalid");
  expect(await refusalOf(consumeAccountLink(testCtx(store, {}, after(NOW, hours(24) - 1)), toSignUp))).toBe("none");
});

test("a suspended person gets no mail, and a link sent before does nothing", async () => {
  const store = await freshStore();
  const admin = await makePerson(store, { roles: [{ role: "admin", scopeKind: "instance", scopeId: "instance" }] });
  const an = await makePerson(store, { email: "an@broeikas.test" });
  const secret = await linkFor(store, "an@broeikas.test");
  await suspendPerson(testCtx(store, admin), { personId: an.personId, reason: "pesten" });
  expect(await refusalOf(consumeAccountLink(testCtx(store), secret))).toBe("token_invalid");
  await signIn(store, "an@broeikas.test", after(NOW, minutes(2)));
  expect(await deliver(store, after(NOW, minutes(2)))).toEqual({ mails: [], skipped: ["suspended"] });
});

test("odd secrets, addresses and campuses are refused", async () => {
  const store = await freshStore();
  for (const secret of ["", "x", "a".repeat(43), "é".repeat(43), "a".repeat(5_000)]) {
    expect(await refusalOf(consumeAccountLink(testCtx(store), secret))).toBe("token_invalid");
  }
  for (const email of [
    "",
    "an",
    "an@",
    "@broeikas.test",
    "a b@c.be",
    "an@broeikas.test\r\nBcc: x@y.be",
    "an@c.be/x",
    "an@localhost",
    "m\u0131ke@c.be",
  ]) {
    expect(await refusalOf(signIn(store, email)), email).toBe("invalid");
  }
  const signUp = { name: "N", ageBand: "46+", campusId: "nergens" } as const;
  expect(await refusalOf(requestAccountLink(testCtx(store), { email: "n@c.be", locale: "nl", intent: "sign_up", signUp }))).toBe("invalid");
  expect(await store.db.select().from(outbox)).toEqual([]);
});

test("mailed secrets are cleared away a week after their end", async () => {
  const store = await freshStore();
  await makePerson(store, { email: "an@broeikas.test" });
  await linkFor(store, "an@broeikas.test");
  const purge = (ms: number) => runRetention(testCtx(store, { via: "job", now: after(NOW, minutes(30) + ms) }));
  expect(await purge(days(7) - 1)).toEqual(new Map());
  expect(await purge(days(7))).toEqual(new Map([["tokens", 1]]));
});
