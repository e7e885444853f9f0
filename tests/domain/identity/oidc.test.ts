import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { signIns, signInSteps } from "#db/schema/access";
import { audit } from "#db/schema/across";
import { people } from "#db/schema/identity";
import { oidcAccounts } from "#db/schema/oidc";
import { makeCampus, makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { testVault } from "#tests/support/vault";
import type { GivenProof } from "~/domain/identity/access/prove";
import { STEP_TTL, takeStep } from "~/domain/identity/access/steps";
import { eraseMe } from "~/domain/identity/erase-me";
import { exportMyData } from "~/domain/identity/export-my-data";
import { answerOidc } from "~/domain/identity/oidc/answer-oidc";
import type { OidcOutcome } from "~/domain/identity/oidc/answer-oidc";
import { beginOidc } from "~/domain/identity/oidc/begin-oidc";
import { joinByOidc } from "~/domain/identity/oidc/join-by-oidc";
import { linkOidc, peekOidc } from "~/domain/identity/oidc/link-oidc";
import type { Proved } from "~/domain/identity/oidc/proved";
import { oidcAccountsOf } from "~/domain/identity/oidc/rows";
import { unlinkOidc } from "~/domain/identity/oidc/unlink-oidc";
import { suspendPerson } from "~/domain/identity/suspend-person";
import type { Store } from "~/domain/kernel/store";
import { after } from "~/domain/kernel/time";
import { refusalOf } from "./post";

const FROM = { userAgent: "Firefox", network: "192.0.2.0/24" };
const AN: Proved = {
  issuer: "https://school.test",
  subject: "s-1",
  email: "An@School.test",
  emailVerified: true,
  name: "An",
  factors: 1,
};

const answer = (store: Store, proved: Proved = AN, askedBy: string | null = null) =>
  answerOidc(testCtx(store), { proved, askedBy, to: "/plant", from: FROM });

function secretOf(outcome: OidcOutcome): string {
  if (!("secret" in outcome)) throw new Error(`nothing waits: ${outcome.kind}`);
  return outcome.secret;
}

async function join(store: Store, proved: Proved = AN) {
  const campus = await makeCampus(store);
  const secret = secretOf(await answer(store, proved));
  return joinByOidc(testCtx(store), { secret, name: "An", ageBand: "18-25", campusId: campus.id, locale: "nl" });
}

test("a question is kept with who asked it, and used once", async () => {
  const store = await freshStore();
  const an = await makePerson(store);
  const secret = await beginOidc(testCtx(store, an), { state: "s", nonce: "n", verifier: "v", to: "" });
  const take = () => store.tx((tx) => takeStep(tx, { now: NOW }, secret, "oidc"));
  const all = await Promise.allSettled([take(), take()]);
  const [taken] = all.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  expect(all.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(taken).toMatchObject({ personId: an.personId, payload: { state: "s", nonce: "n", verifier: "v" } });
});

describe("somebody new", () => {
  test("answers the questions of signing up, gets an account with the checked address, and comes back by the service alone", async () => {
    const store = await freshStore();
    const { personId, factors, to } = await join(store, { ...AN, factors: 2 });
    expect({ factors, to }).toEqual({ factors: 2, to: "/plant" });
    const [person] = await store.db.select().from(people).where(eq(people.id, personId));
    expect(person).toMatchObject({
      email: "An@school.test",
      emailKey: "an@school.test",
      verifiedAt: NOW,
      ageBand: "18-25",
      passwordHash: null,
    });
    expect(await answer(store)).toEqual({ kind: "in", personId });
    // The service knows them by the subject: another address there changes nothing here.
    expect(await answer(store, { ...AN, email: "an.new@school.test" })).toEqual({ kind: "in", personId });
    expect((await oidcAccountsOf(store.db, personId))[0]).toMatchObject({ email: "an.new@school.test", lastUsedAt: NOW });
  });

  test("makes one account of one answer, and of two answers at the same time", async () => {
    const store = await freshStore();
    const campus = await makeCampus(store);
    const ask = (secret: string) =>
      refusalOf(joinByOidc(testCtx(store), { secret, name: "An", ageBand: "18-25", campusId: campus.id, locale: "nl" }));
    const [one, other] = [secretOf(await answer(store)), secretOf(await answer(store))];
    const all = await Promise.all([ask(one), ask(one), ask(other)]);
    expect(all.filter((code) => code === "none")).toHaveLength(1);
    expect(all.filter((code) => code !== "none").every((code) => ["token_invalid", "already_done"].includes(code))).toBe(true);
    expect(await store.db.select().from(oidcAccounts)).toHaveLength(1);
    expect(await store.db.select().from(people)).toHaveLength(1);
  });

  test("is asked for a campus that there is, within ten minutes", async () => {
    const store = await freshStore();
    const campus = await makeCampus(store);
    const secret = secretOf(await answer(store));
    const asked = { secret, name: "An", ageBand: "18-25", locale: "nl" } as const;
    expect(await refusalOf(joinByOidc(testCtx(store), { ...asked, campusId: "nowhere" }))).toBe("invalid");
    const late = testCtx(store, {}, after(NOW, STEP_TTL + 1));
    expect(await refusalOf(joinByOidc(late, { ...asked, campusId: campus.id }))).toBe("token_invalid");
    expect(await peekOidc(store.db, secret, NOW)).toMatchObject({ personId: null, email: "An@school.test" });
    expect(await peekOidc(store.db, secret, late.now)).toBeNull();
  });
});

describe("an address of ours", () => {
  test("opens nothing by itself: its person confirms the link from within, and nobody else can", async () => {
    const store = await freshStore();
    const an = await makePerson(store, { email: "an@school.test" });
    const evil = await makePerson(store);
    const campus = await makeCampus(store);
    const outcome = await answer(store);
    expect(outcome.kind).toBe("link");
    const secret = secretOf(outcome);
    expect(await store.db.select().from(oidcAccounts)).toEqual([]);
    expect(await refusalOf(linkOidc(testCtx(store), testVault, secret, {}))).toBe("sign_in_needed");
    expect(await refusalOf(linkOidc(testCtx(store, evil), testVault, secret, {}))).toBe("conflict");
    const joining = { secret, name: "x", ageBand: "18-25", campusId: campus.id, locale: "nl" } as const;
    expect(await refusalOf(joinByOidc(testCtx(store), joining))).toBe("token_invalid");
    const both = await Promise.all([1, 2].map(() => refusalOf(linkOidc(testCtx(store, an), testVault, secret, {}))));
    expect(both.sort()).toEqual(["none", "token_invalid"]);
    expect(await answer(store)).toEqual({ kind: "in", personId: an.personId });
  });

  test("does not matter to who is signed in: they link what they proved, which may have another address", async () => {
    const store = await freshStore();
    const an = await makePerson(store, { email: "an@thuis.test" });
    const bo = await makePerson(store);
    const outcome = await answer(store, AN, an.personId);
    expect(outcome.kind).toBe("link");
    expect(await linkOidc(testCtx(store, an), testVault, secretOf(outcome), {})).toEqual({ to: "/plant" });
    expect(await answer(store, AN, an.personId)).toEqual({ kind: "linked" });
    expect(await refusalOf(answer(store, AN, bo.personId))).toBe("conflict");
    const [link] = await oidcAccountsOf(store.db, an.personId);
    expect(await refusalOf(unlinkOidc(testCtx(store, bo), link?.id ?? ""))).toBe("not_found");
    await unlinkOidc(testCtx(store, an), link?.id ?? "");
    expect((await answer(store)).kind).toBe("join");
  });
});

test("who has a password shows it before a link is made; a wrong one leaves what waits", async () => {
  const store = await freshStore();
  const an = await makePerson(store, { password: "vier natte paraplus" });
  const secret = secretOf(await answer(store, AN, an.personId));
  const link = (given: GivenProof) => refusalOf(linkOidc(testCtx(store, an), testVault, secret, given));
  expect([await link({}), await link({ password: "iets anders dan dat" })]).toEqual(["invalid", "wrong_password"]);
  expect(await oidcAccountsOf(store.db, an.personId)).toEqual([]);
  expect(await link({ password: "vier natte paraplus" })).toBe("none");
});

test("an address that the service did not check, or that is none, opens nothing", async () => {
  const store = await freshStore();
  await join(store);
  expect(await refusalOf(answer(store, { ...AN, emailVerified: false }))).toBe("not_verified");
  expect(await refusalOf(answer(store, { ...AN, email: "" }))).toBe("not_verified");
  expect(await refusalOf(answer(store, { ...AN, email: "an@localhost" }))).toBe("not_verified");
});

test("the same subject at another service is somebody else", async () => {
  const store = await freshStore();
  await join(store);
  const outcome = await answer(store, { ...AN, issuer: "https://other.test", email: "else@other.test" });
  expect(outcome.kind).toBe("join");
});

test("a suspended person is refused, which is noted", async () => {
  const store = await freshStore();
  const { personId } = await join(store);
  const admin = await makePerson(store, { roles: [{ role: "admin", scopeKind: "instance", scopeId: "instance" }] });
  await suspendPerson(testCtx(store, admin), { personId, reason: "Proef" });
  expect(await refusalOf(answer(store))).toBe("suspended");
  const seen = await store.db.select().from(signIns).where(eq(signIns.personId, personId));
  expect(seen).toEqual([expect.objectContaining({ method: "oidc", outcome: "refused", ...FROM })]);
});

test("linking, unlinking and signing in stand in the trail; the export tells the links and erasing removes them", async () => {
  const store = await freshStore();
  const { personId } = await join(store);
  await answer(store);
  const trail = await store.db
    .select()
    .from(audit)
    .where(and(eq(audit.subjectKind, "person"), eq(audit.subjectId, personId)));
  expect(trail.map(({ action }) => action)).toEqual(expect.arrayContaining(["oidc.linked", "person.signed_in"]));
  const [person] = await store.db.select().from(people).where(eq(people.id, personId));
  const ctx = testCtx(store, { ...(await makePerson(store)), personId });
  expect(JSON.stringify(await exportMyData(ctx))).toContain(AN.issuer);
  expect(person?.erasedAt).toBeNull();
  await eraseMe(ctx);
  expect(await oidcAccountsOf(store.db, personId)).toEqual([]);
  expect((await store.db.select().from(signInSteps)).filter((step) => step.personId === personId)).toEqual([]);
  expect((await answer(store)).kind).toBe("join");
});
