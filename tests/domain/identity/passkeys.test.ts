import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { signIns, signInSteps } from "#db/schema/access";
import { audit } from "#db/schema/across";
import { passkeys } from "#db/schema/passkeys";
import { makePerson } from "#tests/support/actors";
import { Authenticator } from "#tests/support/authenticator";
import type { Pretended } from "#tests/support/authenticator";
import { NOW, testCtx } from "#tests/support/ctx";
import { withSecondStep } from "#tests/support/second-step";
import { freshStore } from "#tests/support/store";
import { testVault } from "#tests/support/vault";
import type { GivenProof } from "~/domain/identity/access/prove";
import { STEP_TTL } from "~/domain/identity/access/steps";
import { eraseMe } from "~/domain/identity/erase-me";
import { exportMyData } from "~/domain/identity/export-my-data";
import { addPasskey } from "~/domain/identity/passkeys/add-passkey";
import { beginPasskey } from "~/domain/identity/passkeys/begin-passkey";
import { beginPasskeySignIn } from "~/domain/identity/passkeys/begin-passkey-sign-in";
import { relyingPartyOf } from "~/domain/identity/passkeys/relying-party";
import { removePasskey } from "~/domain/identity/passkeys/remove-passkey";
import { renamePasskey } from "~/domain/identity/passkeys/rename-passkey";
import { passkeysOf } from "~/domain/identity/passkeys/rows";
import { signInWithPasskey } from "~/domain/identity/passkeys/sign-in-with-passkey";
import { suspendPerson } from "~/domain/identity/suspend-person";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { after } from "~/domain/kernel/time";
import { refusalOf } from "./post";

const RP = { id: "broeikas.test", origin: "https://broeikas.test" };
const HERE: Pretended = { origin: RP.origin, rpId: RP.id };
const FROM = { userAgent: "Firefox", network: "192.0.2.0/24" };

async function add(store: Store, person: Person, device = new Authenticator(), pretended: Pretended = HERE, name = "Mijn telefoon") {
  const ctx = testCtx(store, person);
  const { secret, options } = await beginPasskey(ctx, RP, testVault, {});
  const { id } = await addPasskey(ctx, RP, { secret, answer: device.make(options, pretended), name });
  return { id, device };
}

async function signIn(store: Store, device: Authenticator, pretended: Partial<Pretended> = {}, now: Date = NOW) {
  const { secret, options } = await beginPasskeySignIn(testCtx(store), RP);
  const answer = device.use(options, { ...HERE, ...pretended });
  return signInWithPasskey(testCtx(store, {}, now), RP, { secret, answer, from: FROM });
}

async function world() {
  const store = await freshStore();
  const an = await makePerson(store, { name: "An", email: "an@broeikas.test" });
  return { store, an, ...(await add(store, an)) };
}

const noted = async (store: Store) =>
  (await store.db.select().from(audit)).map(({ action }) => action).filter((one) => /passkey/.test(one));
const rowsOf = (store: Store) => store.db.select().from(passkeys).orderBy(asc(passkeys.createdAt), asc(passkeys.id));

test("a passkey exists for a host name over https, or on this machine", () => {
  expect(relyingPartyOf("https://broeikas.example")).toEqual({ id: "broeikas.example", origin: "https://broeikas.example" });
  expect(relyingPartyOf("https://broeikas.example:8443")?.id).toBe("broeikas.example");
  expect(relyingPartyOf("http://localhost:3000")).toEqual({ id: "localhost", origin: "http://localhost:3000" });
  for (const origin of ["http://broeikas.example", "http://127.0.0.1:3000", "https://192.0.2.4", "https://[::1]:3000"]) {
    expect(relyingPartyOf(origin), origin).toBeNull();
  }
});

describe("a passkey", () => {
  test("is asked for with the owner known, says itself whose it is, and signs in without an address", async () => {
    const { store, an, device } = await world();
    const again = await beginPasskey(testCtx(store, an), RP, testVault, {});
    expect(again.options.authenticatorSelection).toMatchObject({ residentKey: "required", userVerification: "required" });
    expect(again.options.excludeCredentials).toEqual([expect.objectContaining({ id: device.id.toString("base64url") })]);
    const { options } = await beginPasskeySignIn(testCtx(store), RP);
    expect(options).toMatchObject({ rpId: RP.id, userVerification: "required" });
    expect(options.allowCredentials).toBeUndefined();
    expect(await signIn(store, device)).toEqual({ personId: an.personId });
    expect(await signIn(store, device)).toEqual({ personId: an.personId });
    const [row] = await rowsOf(store);
    expect(row).toMatchObject({
      personId: an.personId,
      name: "Mijn telefoon",
      counter: 3,
      backedUp: false,
      doubtedAt: null,
      lastUsedAt: NOW,
    });
  });

  test("is one of several, each named, renamed and removed by its person only", async () => {
    const { store, an, id, device } = await world();
    const bo = await makePerson(store);
    const second = await add(store, an, new Authenticator(), HERE, "Sleutelhanger");
    expect(await refusalOf(renamePasskey(testCtx(store, bo), { id, name: "Van Bo" }))).toBe("not_found");
    expect(await refusalOf(removePasskey(testCtx(store, bo), id))).toBe("not_found");
    await renamePasskey(testCtx(store, an), { id, name: "Oude telefoon" });
    expect((await passkeysOf(store.db, an.personId)).map(({ name }) => name).sort()).toEqual(["Oude telefoon", "Sleutelhanger"]);
    await removePasskey(testCtx(store, an), id);
    expect(await refusalOf(removePasskey(testCtx(store, an), id))).toBe("not_found");
    expect(await refusalOf(signIn(store, device))).toBe("invalid");
    expect(await signIn(store, second.device)).toEqual({ personId: an.personId });
    expect(await noted(store)).toEqual(expect.arrayContaining(["passkey.added", "passkey.renamed", "passkey.removed"]));
  });

  test("of a device that does not count stays at nought", async () => {
    const store = await freshStore();
    const an = await makePerson(store);
    const { device } = await add(store, an, new Authenticator(), { ...HERE, counter: 0 });
    for (let i = 0; i < 2; i += 1) expect(await signIn(store, device, { counter: 0 })).toEqual({ personId: an.personId });
  });

  test("may have counted further than a number of 32 bits with a sign", async () => {
    const { store, an, device } = await world();
    expect(await signIn(store, device, { counter: 4_294_967_290 })).toEqual({ personId: an.personId });
    expect((await rowsOf(store))[0]?.counter).toBe(4_294_967_290);
  });
});

test("is made by who shows their password or a code, where they have one", async () => {
  const store = await freshStore();
  const an = await makePerson(store, { password: "vier natte paraplus" });
  const begin = (given: GivenProof) => refusalOf(beginPasskey(testCtx(store, an), RP, testVault, given));
  expect(await begin({})).toBe("invalid");
  expect(await begin({ password: "iets anders dan dat" })).toBe("wrong_password");
  expect(await begin({ password: "vier natte paraplus" })).toBe("none");
  const phone = await withSecondStep(store, an, { password: "vier natte paraplus" });
  expect(await begin({ code: "000000" })).toBe("code_refused");
  expect(await begin({ code: phone.at(NOW) })).toBe("none");
});

describe("refused", () => {
  test("an answer given twice, or two at the same time: one comes in", async () => {
    const { store, an, device } = await world();
    const { secret, options } = await beginPasskeySignIn(testCtx(store), RP);
    const answers = [1, 2, 3].map(() => device.use(options, HERE));
    const all = await Promise.all(
      answers.map((answer) => refusalOf(signInWithPasskey(testCtx(store), RP, { secret, answer, from: FROM }))),
    );
    expect(all.sort()).toEqual(["none", "token_invalid", "token_invalid"]);
    const ctx = testCtx(store, an);
    const begun = await beginPasskey(ctx, RP, testVault, {});
    const made = [new Authenticator(), new Authenticator()].map((one) => one.make(begun.options, HERE));
    const kept = await Promise.all(made.map((answer) => refusalOf(addPasskey(ctx, RP, { secret: begun.secret, answer, name: "x" }))));
    expect(kept.sort()).toEqual(["none", "token_invalid"]);
    expect(await rowsOf(store)).toHaveLength(2);
  });

  test.each<[string, Partial<Pretended>]>([
    ["given to another site", { origin: "https://broeikas.test.evil.example" }],
    ["given to this host over plain http", { origin: "http://broeikas.test" }],
    ["made for another host", { rpId: "evil.example" }],
    ["of a device that did not make sure who held it", { userVerified: false }],
    ["that says it is somebody else's", { userHandle: Buffer.from("01a1fe31-0000-7000-8000-000000000000").toString("base64url") }],
  ])("an answer %s, which uses the question up", async (_name, pretended) => {
    const { store, an, device } = await world();
    const { secret, options } = await beginPasskeySignIn(testCtx(store), RP);
    const wrong = device.use(options, { ...HERE, ...pretended });
    expect(await refusalOf(signInWithPasskey(testCtx(store), RP, { secret, answer: wrong, from: FROM }))).toBe("invalid");
    const right = device.use(options, HERE);
    expect(await refusalOf(signInWithPasskey(testCtx(store), RP, { secret, answer: right, from: FROM }))).toBe("token_invalid");
    if (pretended.userHandle === undefined) {
      expect(await refusalOf(add(store, an, new Authenticator(), { ...HERE, ...pretended }))).toBe("invalid");
    }
  });

  test("an answer to another question, in another shape, for another purpose, or by another's key", async () => {
    const { store, an, device } = await world();
    const begin = () => beginPasskeySignIn(testCtx(store), RP);
    const refusal = async (secret: string, answer: string) =>
      refusalOf(signInWithPasskey(testCtx(store), RP, { secret, answer, from: FROM }));
    const other = await begin();
    expect(await refusal((await begin()).secret, device.use(other.options, HERE))).toBe("invalid");
    for (const odd of ["", "null", "{", "[]", '{"id":"x"}', "x".repeat(30_000)])
      expect(await refusal((await begin()).secret, odd)).toBe("invalid");
    expect(await refusal("", device.use(other.options, HERE))).toBe("token_invalid");
    const adding = await beginPasskey(testCtx(store, an), RP, testVault, {});
    expect(await refusal(adding.secret, device.use(adding.options, HERE))).toBe("token_invalid");
    const stranger = new Authenticator();
    const begun = await begin();
    stranger.make({ ...begun.options, user: { id: "x" } }, HERE);
    const forged = JSON.parse(stranger.use(begun.options, HERE)) as Record<string, unknown>;
    const id = device.id.toString("base64url");
    expect(await refusal(begun.secret, JSON.stringify({ ...forged, id, rawId: id }))).toBe("invalid");
  });

  test("a question that is too old, or somebody else's", async () => {
    const { store, an, device } = await world();
    const late = after(NOW, STEP_TTL + 1);
    const begun = await beginPasskeySignIn(testCtx(store), RP);
    const answer = device.use(begun.options, HERE);
    expect(await refusalOf(signInWithPasskey(testCtx(store, {}, late), RP, { secret: begun.secret, answer, from: FROM }))).toBe(
      "token_invalid",
    );
    const bo = await makePerson(store);
    const adding = await beginPasskey(testCtx(store, an), RP, testVault, {});
    const made = new Authenticator().make(adding.options, HERE);
    expect(await refusalOf(addPasskey(testCtx(store, bo), RP, { secret: adding.secret, answer: made, name: "x" }))).toBe("token_invalid");
  });

  test("the same passkey for a second person", async () => {
    const { store, device } = await world();
    const bo = await makePerson(store);
    expect(await refusalOf(add(store, bo, device))).toBe("already_done");
  });

  test("a count that does not go on: noted in the trail, among the sign-ins, and on the passkey; the true device still comes in", async () => {
    const { store, an, device } = await world();
    await signIn(store, device, { counter: 9 });
    expect(await refusalOf(signIn(store, device, { counter: 9 }))).toBe("invalid");
    expect(await refusalOf(signIn(store, device, { counter: 0 }))).toBe("invalid");
    expect((await passkeysOf(store.db, an.personId))[0]?.doubtedAt).toEqual(NOW);
    expect(await noted(store)).toEqual(["passkey.added", "passkey.doubted", "passkey.doubted"]);
    const seen = await store.db.select().from(signIns).where(eq(signIns.personId, an.personId));
    expect(seen).toEqual(expect.arrayContaining([expect.objectContaining({ method: "passkey", outcome: "refused", ...FROM })]));
    expect(await signIn(store, device, { counter: 10 })).toEqual({ personId: an.personId });
  });

  test("a suspended person, only after a right answer; an erased one is nobody", async () => {
    const { store, an, device } = await world();
    const instance = { role: "admin", scopeKind: "instance", scopeId: "instance" } as const;
    const admin = await makePerson(store, { roles: [instance] });
    await suspendPerson(testCtx(store, admin), { personId: an.personId, reason: "Proef" });
    expect(await refusalOf(signIn(store, device))).toBe("suspended");
    expect(await refusalOf(signIn(store, device, { userVerified: false }))).toBe("invalid");
    const bo = await makePerson(store);
    const { device: bos } = await add(store, bo);
    await eraseMe(testCtx(store, bo));
    expect(await refusalOf(signIn(store, bos))).toBe("invalid");
  });
});

test("the export names the passkeys without their keys, and erasing removes them with the questions under way", async () => {
  const { store, an } = await world();
  await beginPasskey(testCtx(store, an), RP, testVault, {});
  const data = JSON.stringify(await exportMyData(testCtx(store, an)));
  const [row] = await rowsOf(store);
  expect(data).toContain("Mijn telefoon");
  expect(data).not.toContain(row?.publicKey);
  await eraseMe(testCtx(store, an));
  expect(await rowsOf(store)).toEqual([]);
  expect((await store.db.select().from(signInSteps)).filter(({ personId }) => personId === an.personId)).toEqual([]);
});
