import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { signIns, signInSteps } from "#db/schema/access";
import { audit, auditDetails } from "#db/schema/across";
import { people, sessions } from "#db/schema/identity";
import { recoveryCodes, secondSteps } from "#db/schema/second-step";
import { makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { BY_PASSWORD } from "#tests/support/proof";
import { withSecondStep } from "#tests/support/second-step";
import { freshStore } from "#tests/support/store";
import { testVault } from "#tests/support/vault";
import { beginStep } from "~/domain/identity/access/steps";
import { firstProof, passSecondStep } from "~/domain/identity/second-step/pass-second-step";
import { hasSecondStep, pendingSecondStep, secondStepOf } from "~/domain/identity/second-step/queries";
import { beginSecondStep, confirmSecondStep, renewRecoveryCodes } from "~/domain/identity/second-step/set-up-second-step";
import { resetSecondStep } from "~/domain/identity/second-step/reset-second-step";
import { totpCode, totpStep } from "~/domain/identity/second-step/totp";
import { turnOffSecondStep } from "~/domain/identity/second-step/turn-off-second-step";
import { setPassword } from "~/domain/identity/set-password";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { after, minutes, seconds } from "~/domain/kernel/time";
import { fixedClock } from "~/infra/clock";
import { createSessions } from "~/infra/sessions";
import { createVault } from "~/infra/vault";
import { deliver, refusalOf } from "./post";

const LONG = "vier natte paraplus";
const ADMIN = { role: "admin", scopeKind: "instance", scopeId: "instance" } as const;
const FROM = { userAgent: "Firefox", network: "192.0.2.0/24" };

async function stepFor(store: Store, { personId }: Person): Promise<string> {
  const payload = { method: "password", to: "/lab", draftClaim: "x" };
  return store.tx((tx) => beginStep(tx, { now: NOW }, { kind: "second_factor", personId, payload }));
}
const pass = (store: Store, secret: string, code: string, now = NOW) =>
  passSecondStep(testCtx(store, {}, now), testVault, { secret, code, ...FROM });

test("a code is right half a minute early and late, however it is spaced, and not further", () => {
  const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
  const code = totpCode(secret, NOW);
  for (const off of [-30, 0, 30]) expect(totpStep(secret, code, after(NOW, seconds(off))), String(off)).toBe(NOW.getTime() / 30_000);
  for (const off of [-60, 60]) expect(totpStep(secret, code, after(NOW, seconds(off))), String(off)).toBeNull();
  expect(totpStep(secret, ` ${code.slice(0, 3)} ${code.slice(3)} `, NOW)).not.toBeNull();
  for (const odd of ["", "12345", "1234567", "٠١٢٣٤٥", "abcdef", "-12345"]) expect(totpStep(secret, odd, NOW), odd).toBeNull();
  // RFC 6238, appendix B, cut to six digits.
  expect(totpCode("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", new Date(59_000))).toBe("287082");
  expect(totpCode("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", new Date(1_111_111_109_000))).toBe("081804");
});

test("it guards nothing before a code was typed, and what is kept of it cannot be read", async () => {
  const store = await freshStore();
  const an = await makePerson(store);
  const ctx = testCtx(store, an);
  await beginSecondStep(ctx, testVault, {});
  const first = await pendingSecondStep(store.db, testVault, an.personId);
  expect(first?.address).toMatch(/^otpauth:\/\/totp\/Broeikas:persoon.*[?&]secret=[A-Z2-7]{32}&/);
  expect(await hasSecondStep(store.db, an.personId)).toBe(false);
  const [row] = await store.db.select().from(secondSteps);
  expect(JSON.stringify(row)).not.toContain(first?.secret);
  await beginSecondStep(ctx, testVault, {});
  expect((await pendingSecondStep(store.db, testVault, an.personId))?.secret).not.toBe(first?.secret);
  expect(await refusalOf(confirmSecondStep(ctx, testVault, totpCode(first?.secret ?? "", NOW)))).toBe("code_refused");

  const sessionsOf = createSessions({
    store,
    clock: fixedClock(NOW),
    env: { INSECURE_COOKIES: false, SESSION_DAYS: 30, SESSION_MAX_DAYS: 180 },
  });
  await sessionsOf.create(an.personId, { userAgent: "", ...BY_PASSWORD });
  const second = await pendingSecondStep(store.db, testVault, an.personId);
  const codes = await confirmSecondStep(ctx, testVault, totpCode(second?.secret ?? "", NOW));
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
  expect(JSON.stringify(await store.db.select().from(recoveryCodes))).not.toContain(codes[0]);
  expect(await secondStepOf(store.db, an.personId)).toEqual({ since: NOW, codesLeft: 10 });
  expect(await store.db.select().from(sessions)).toEqual([]);
  expect(await pendingSecondStep(store.db, testVault, an.personId)).toBeNull();
  expect(await refusalOf(beginSecondStep(ctx, testVault, {}))).toBe("already_done");
  expect((await deliver(store)).mails.map((mail) => mail.subject)).toEqual(["Je meldt je nu in twee stappen aan"]);
});

test("who has a password shows it before a second step is made, and the instance must have a key", async () => {
  const store = await freshStore();
  const an = await makePerson(store, { password: LONG });
  const ctx = testCtx(store, an);
  expect(await refusalOf(beginSecondStep(ctx, testVault, {}))).toBe("invalid");
  expect(await refusalOf(beginSecondStep(ctx, testVault, { password: "iets anders dan dat" }))).toBe("wrong_password");
  const closed = createVault({ SECRET_KEY: undefined, DATABASE_URL: "postgres://x", DATA_DIR: "" });
  expect(await refusalOf(beginSecondStep(ctx, closed, { password: LONG }))).toBe("vault_closed");
  await beginSecondStep(ctx, testVault, { password: LONG });
  expect(
    await pendingSecondStep(
      store.db,
      createVault({ SECRET_KEY: "another key, as long as it should be", DATABASE_URL: undefined, DATA_DIR: "" }),
      an.personId,
    ),
  ).toBeNull();
});

test("a code lets in once; a wrong one leaves the step and is written down", async () => {
  const store = await freshStore();
  const an = await makePerson(store);
  const phone = await withSecondStep(store, an);
  const secret = await stepFor(store, an);
  expect(await refusalOf(pass(store, secret, "000000"))).toBe("code_refused");
  expect((await store.db.select().from(signIns)).map(({ outcome, method }) => [outcome, method])).toEqual([["refused", "password"]]);
  expect(await pass(store, secret, phone.at(NOW))).toEqual({ personId: an.personId, method: "password", to: "/lab", draftClaim: "x" });
  expect(await refusalOf(pass(store, secret, phone.at(NOW)))).toBe("token_invalid");
  const again = await stepFor(store, an);
  expect(await refusalOf(pass(store, again, phone.at(NOW)))).toBe("code_refused");
  expect(await refusalOf(pass(store, again, phone.at(after(NOW, -seconds(30)))))).toBe("code_refused");
  expect(await pass(store, again, phone.at(after(NOW, seconds(30))))).toMatchObject({ personId: an.personId });
});

test("of one code at the same moment exactly one use succeeds, of the app and of the paper", async () => {
  const store = await freshStore();
  const an = await makePerson(store);
  const phone = await withSecondStep(store, an);
  for (const code of [phone.at(NOW), phone.codes[0] ?? ""]) {
    const steps = await Promise.all(Array.from({ length: 8 }, () => stepFor(store, an)));
    const outcomes = await Promise.all(steps.map((secret) => refusalOf(pass(store, secret, code))));
    expect(
      outcomes.filter((outcome) => outcome === "none"),
      code,
    ).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(["none", "code_refused"]));
  }
  expect((await secondStepOf(store.db, an.personId))?.codesLeft).toBe(9);
  // One step lets in once, whatever codes are good.
  const secret = await stepFor(store, an);
  const outcomes = await Promise.all(phone.codes.slice(1, 5).map((code) => refusalOf(pass(store, secret, code))));
  expect(outcomes.sort()).toEqual(["none", "token_invalid", "token_invalid", "token_invalid"]);
});

test("a recovery code of somebody else, a used one and a step past its time open nothing", async () => {
  const store = await freshStore();
  const an = await makePerson(store);
  const bo = await makePerson(store);
  const ofAn = await withSecondStep(store, an);
  const ofBo = await withSecondStep(store, bo);
  const secret = await stepFor(store, an);
  expect(await refusalOf(pass(store, secret, ofBo.codes[0] ?? ""))).toBe("code_refused");
  expect(await refusalOf(pass(store, secret, ofBo.at(NOW)))).toBe("code_refused");
  const typed = (ofAn.codes[0] ?? "").toUpperCase().replaceAll("-", " ");
  expect(await pass(store, secret, typed)).toMatchObject({ personId: an.personId });
  const late = await stepFor(store, an);
  expect(await refusalOf(pass(store, late, ofAn.codes[0] ?? ""))).toBe("code_refused");
  expect(await firstProof(testCtx(store, {}, after(NOW, minutes(10))), late)).toBeNull();
  expect(await refusalOf(pass(store, late, ofAn.codes[1] ?? "", after(NOW, minutes(10))))).toBe("token_invalid");
  expect((await deliver(store)).mails.map((mail) => mail.subject)).toContain("Een herstelcode is gebruikt");
  expect(await store.db.select().from(signInSteps).where(eq(signInSteps.personId, bo.personId))).toEqual([]);
});

test("new recovery codes end the old ones and ask for a proof", async () => {
  const store = await freshStore();
  const an = await makePerson(store);
  const phone = await withSecondStep(store, an);
  const ctx = testCtx(store, an);
  expect(await refusalOf(renewRecoveryCodes(ctx, testVault, {}))).toBe("invalid");
  expect(await refusalOf(renewRecoveryCodes(ctx, testVault, { code: "123 456" }))).toBe("code_refused");
  const fresh = await renewRecoveryCodes(ctx, testVault, { code: phone.at(NOW) });
  expect(await refusalOf(renewRecoveryCodes(ctx, testVault, { code: phone.at(NOW) }))).toBe("code_refused");
  const secret = await stepFor(store, an);
  expect(await refusalOf(pass(store, secret, phone.codes[3] ?? ""))).toBe("code_refused");
  expect(await pass(store, secret, fresh[3] ?? "")).toMatchObject({ personId: an.personId });
});

test("with a second step a password of 8 is long enough; without it a longer one is asked again", async () => {
  const store = await freshStore();
  const an = await makePerson(store, { password: LONG });
  const ctx = testCtx(store, an);
  expect(await refusalOf(setPassword(ctx, { current: LONG, next: "gruwvlok" }))).toBe("invalid");
  const phone = await withSecondStep(store, an, { password: LONG });
  expect(await refusalOf(setPassword(ctx, { current: LONG, next: "gruwvlo" }))).toBe("invalid");
  await setPassword(ctx, { current: LONG, next: "gruwvlok" });
  const [person] = await store.db.select().from(people).where(eq(people.id, an.personId));
  expect(person?.passwordShort).toBe(true);
  expect(await refusalOf(turnOffSecondStep(ctx, testVault, { password: "gruwvlok" }))).toBe("invalid");
  expect(await refusalOf(turnOffSecondStep(ctx, testVault, { code: phone.codes[0], nextPassword: "gruwvlok" }))).toBe("invalid");
  expect(await hasSecondStep(store.db, an.personId)).toBe(true);
  await turnOffSecondStep(ctx, testVault, { code: phone.codes[0], nextPassword: LONG });
  expect(await hasSecondStep(store.db, an.personId)).toBe(false);
  expect(await store.db.select().from(recoveryCodes)).toEqual([]);
  expect(await refusalOf(turnOffSecondStep(ctx, testVault, { password: LONG }))).toBe("stale");
  expect((await deliver(store)).mails.map((mail) => mail.subject)).toEqual([
    "Je meldt je nu in twee stappen aan",
    "Je wachtwoord is veranderd",
    "De tweede stap is uitgezet",
  ]);
});

test("a short password and turning the step off at the same moment never leave a short password alone", async () => {
  for (let round = 0; round < 3; round += 1) {
    const store = await freshStore();
    const an = await makePerson(store, { password: LONG });
    const phone = await withSecondStep(store, an, { password: LONG });
    const ctx = testCtx(store, an);
    await Promise.all([
      refusalOf(setPassword(ctx, { current: LONG, next: "gruwvlok" })),
      refusalOf(turnOffSecondStep(ctx, testVault, { code: phone.codes[0] })),
    ]);
    const [person] = await store.db.select().from(people).where(eq(people.id, an.personId));
    expect(person?.passwordShort && !(await hasSecondStep(store.db, an.personId))).toBe(false);
  }
});

test("an admin takes it away for who lost phone and codes: only the mailbox opens the account then, and nobody does it for themselves", async () => {
  const store = await freshStore();
  const admin = await makePerson(store, { name: "Ada", roles: [ADMIN] });
  const person = await makePerson(store, { email: "an@broeikas.test", password: LONG });
  await withSecondStep(store, person, { password: LONG });
  await withSecondStep(store, admin);
  const half = await stepFor(store, person);
  const sessionsOf = createSessions({
    store,
    clock: fixedClock(NOW),
    env: { INSECURE_COOKIES: false, SESSION_DAYS: 30, SESSION_MAX_DAYS: 180 },
  });
  await sessionsOf.create(person.personId, { userAgent: "", ...BY_PASSWORD });
  const reset = (by: Person, personId: string) => resetSecondStep(testCtx(store, by), { personId, reason: "Telefoon gestolen" });
  expect(await refusalOf(reset(person, admin.personId))).toBe("not_found");
  expect(await refusalOf(reset(admin, admin.personId))).toBe("same_person");
  expect(await refusalOf(reset(admin, "nobody"))).toBe("not_found");

  await deliver(store);
  await reset(admin, person.personId);
  expect(await refusalOf(reset(admin, person.personId))).toBe("already_done");
  expect(await hasSecondStep(store.db, person.personId)).toBe(false);
  expect(await hasSecondStep(store.db, admin.personId)).toBe(true);
  expect(await store.db.select().from(sessions)).toEqual([]);
  expect(await store.db.select().from(recoveryCodes).where(eq(recoveryCodes.personId, person.personId))).toEqual([]);
  expect(await firstProof(testCtx(store, {}), half)).toBeNull();
  const [row] = await store.db.select().from(people).where(eq(people.id, person.personId));
  expect(row).toMatchObject({ passwordHash: null, passwordShort: false });
  const { mails } = await deliver(store);
  expect(mails.map(({ to }) => to)).toEqual(["an@broeikas.test", "an@broeikas.test"]);
  expect(mails.map(({ text }) => text).join()).toContain("nam een beheerder de tweede stap van je account weg");
  const [trail] = await store.db.select().from(audit).where(eq(audit.action, "second_step.reset"));
  expect(trail).toMatchObject({ actorId: admin.personId, subjectId: person.personId });
  const [detail] = await store.db
    .select()
    .from(auditDetails)
    .where(eq(auditDetails.auditId, trail?.id ?? ""));
  expect(detail?.detail).toBe("Telefoon gestolen");
});
