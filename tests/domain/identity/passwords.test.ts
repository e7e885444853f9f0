import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import fc from "#tests/support/fast-check";
import { describe, expect, test } from "vitest";
import { audit } from "#db/schema/across";
import { people, sessions } from "#db/schema/identity";
import { makeCampus, makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { BY_PASSWORD } from "#tests/support/proof";
import { freshStore } from "#tests/support/store";
import { isCommonPassword } from "~/domain/identity/common-password";
import { COMMON_PHRASES, COMMON_WORDS } from "~/domain/identity/common-words";
import { newPasswordField } from "~/domain/identity/forms";
import { hashPassword, isWeakerHash, verifyPassword } from "~/domain/identity/password";
import { sessionsOf } from "~/domain/identity/queries";
import { requestPasswordReset } from "~/domain/identity/request-password-reset";
import { peekPasswordReset, resetPassword } from "~/domain/identity/reset-password";
import { insertSession } from "~/domain/identity/session-rows";
import { setPassword } from "~/domain/identity/set-password";
import { signInWithPassword } from "~/domain/identity/sign-in-with-password";
import { suspendPerson } from "~/domain/identity/suspend-person";
import type { Store } from "~/domain/kernel/store";
import { after, days, minutes } from "~/domain/kernel/time";
import { deliver, refusalOf, secretIn } from "./post";

const GOOD = "regenboog tafel zeven knikkers";
const BETTER = "kapstok wandelt naar oostende";

async function openSession(store: Store, personId: string, publicId: string): Promise<void> {
  const dates = { createdAt: NOW, expiresAt: after(NOW, days(30)), absoluteUntil: after(NOW, days(180)) };
  await store.tx((tx) =>
    insertSession(tx, { secret: `geheim-${publicId}`, publicId, personId, userAgent: "", ...BY_PASSWORD, impersonatorId: null, ...dates }),
  );
}

const openIds = async (store: Store, personId: string) =>
  (await sessionsOf(store.db, personId, NOW)).map((session) => session.publicId).sort();

describe("signing in", () => {
  test("the right password signs in; a wrong one, an unknown address and no password end alike", async () => {
    const store = await freshStore();
    const an = await makePerson(store, { email: "an@broeikas.test" });
    await makePerson(store, { email: "zonder@broeikas.test" });
    await setPassword(testCtx(store, an), { next: GOOD });
    expect(await signInWithPassword(testCtx(store), { email: "AN@broeikas.test", password: GOOD })).toEqual({ personId: an.personId });
    for (const given of [
      { email: "an@broeikas.test", password: `${GOOD} ` },
      { email: "an@broeikas.test", password: "" },
      { email: "niemand@broeikas.test", password: GOOD },
      { email: "zonder@broeikas.test", password: GOOD },
      { email: "geen adres", password: GOOD },
    ]) {
      expect(await refusalOf(signInWithPassword(testCtx(store), given))).toBe("wrong_password");
    }
  });

  test("a suspended person is told so only after the right password", async () => {
    const store = await freshStore();
    const admin = await makePerson(store, { roles: [{ role: "admin", scopeKind: "instance", scopeId: "instance" }] });
    const an = await makePerson(store, { email: "an@broeikas.test" });
    await setPassword(testCtx(store, an), { next: GOOD });
    await suspendPerson(testCtx(store, admin), { personId: an.personId, reason: "pesten" });
    expect(await refusalOf(signInWithPassword(testCtx(store), { email: "an@broeikas.test", password: "fout wachtwoord" }))).toBe(
      "wrong_password",
    );
    expect(await refusalOf(signInWithPassword(testCtx(store), { email: "an@broeikas.test", password: GOOD }))).toBe("suspended");
  });

  test("a hash made with less work is made anew at signing in", async () => {
    const store = await freshStore();
    const an = await makePerson(store, { email: "an@broeikas.test" });
    const weak = await hash(GOOD, { memoryCost: 4096, timeCost: 1, parallelism: 1 });
    expect(isWeakerHash(weak)).toBe(true);
    await store.tx(async (tx) => void (await tx.update(people).set({ passwordHash: weak }).where(eq(people.id, an.personId))));
    await signInWithPassword(testCtx(store), { email: "an@broeikas.test", password: GOOD });
    const [row] = await store.db.select({ kept: people.passwordHash }).from(people).where(eq(people.id, an.personId));
    expect(isWeakerHash(row?.kept ?? "")).toBe(false);
    expect(await verifyPassword(row?.kept ?? null, GOOD)).toBe(true);
  });

  test("letters typed on another keyboard are the same letters; a broken hash opens nothing", async () => {
    const composed = "één crème brûlée graag";
    expect(await verifyPassword(await hashPassword(composed), composed.normalize("NFD"))).toBe(true);
    expect(await verifyPassword("geen hash", composed)).toBe(false);
    expect(await verifyPassword(null, composed)).toBe(false);
  });
});

describe("setting a password", () => {
  test("the present one is asked for, and all other sessions end", async () => {
    const store = await freshStore();
    const an = await makePerson(store, { email: "an@broeikas.test" });
    const other = await makePerson(store);
    for (const publicId of ["deze", "gsm", "school"]) await openSession(store, an.personId, publicId);
    await openSession(store, other.personId, "van-een-ander");
    await setPassword(testCtx(store, an), { next: GOOD, keepSession: "deze" });
    expect(await openIds(store, an.personId)).toEqual(["deze"]);
    expect(await openIds(store, other.personId)).toEqual(["van-een-ander"]);
    expect(await refusalOf(setPassword(testCtx(store, an), { next: BETTER }))).toBe("wrong_password");
    expect(await refusalOf(setPassword(testCtx(store, an), { current: BETTER, next: BETTER }))).toBe("wrong_password");
    await setPassword(testCtx(store, an), { current: GOOD, next: BETTER });
    expect(await openIds(store, an.personId)).toEqual([]);
    expect(await refusalOf(signInWithPassword(testCtx(store), { email: "an@broeikas.test", password: GOOD }))).toBe("wrong_password");
    const trail = await store.db
      .select({ action: audit.action, fields: audit.fields, by: audit.actorId })
      .from(audit)
      .where(eq(audit.actorId, an.personId));
    expect(trail).toEqual([1, 2].map(() => ({ action: "person.password_set", fields: ["password"], by: an.personId })));
  });

  test("an easy one, also one made of the campus or the person, is refused by the use case itself", async () => {
    const store = await freshStore();
    await makeCampus(store, { name: "Zilverberg" });
    const an = await makePerson(store, { name: "Xanthe Vandeputte", email: "x@broeikas.test" });
    for (const next of ["kort", "x".repeat(257), "Welkom2024Genk!!!", "Zilverberg-Zilver 7", "xanthe.vandeputte1"]) {
      expect(await refusalOf(setPassword(testCtx(store, an), { next })), next).toBe("invalid");
    }
    expect(await store.db.select({ kept: people.passwordHash }).from(people)).toEqual([{ kept: null }]);
  });
});

describe("a forgotten password", () => {
  test("a reset ends every session and every other link, once", async () => {
    const store = await freshStore();
    const an = await makePerson(store, { email: "an@broeikas.test" });
    await openSession(store, an.personId, "gsm");
    await requestPasswordReset(testCtx(store), { email: "an@broeikas.test", locale: "nl" });
    await requestPasswordReset(testCtx(store), { email: "niemand@broeikas.test", locale: "en" });
    const { mails } = await deliver(store);
    expect(mails.map((mail) => mail.subject)).toEqual(["Een nieuw wachtwoord kiezen", "No account with this address"]);
    const secret = secretIn(mails[0]);
    expect(await peekPasswordReset(store.db, secret, NOW)).toMatchObject({ email: "an@broeikas.test" });
    expect(await refusalOf(resetPassword(testCtx(store), secret, "te kort"))).toBe("invalid");
    expect(await resetPassword(testCtx(store), secret, GOOD)).toEqual({ personId: an.personId });
    expect(await store.db.select().from(sessions)).toEqual([]);
    expect(await refusalOf(resetPassword(testCtx(store), secret, BETTER))).toBe("token_invalid");
    expect(await signInWithPassword(testCtx(store), { email: "an@broeikas.test", password: GOOD })).toEqual({ personId: an.personId });
  });

  test("of parallel resets with one link one succeeds, and none after an hour", async () => {
    const store = await freshStore();
    await makePerson(store, { email: "an@broeikas.test" });
    await requestPasswordReset(testCtx(store), { email: "an@broeikas.test", locale: "nl" });
    const secret = secretIn((await deliver(store)).mails[0]);
    expect(await refusalOf(resetPassword(testCtx(store, {}, after(NOW, minutes(60))), secret, GOOD))).toBe("token_invalid");
    const outcomes = await Promise.all(
      [GOOD, BETTER, "kelder vol groene paraplu's"].map((next) => refusalOf(resetPassword(testCtx(store), secret, next))),
    );
    expect(outcomes.sort()).toEqual(["none", "token_invalid", "token_invalid"]);
  });
});

describe("what is easy to guess", () => {
  test("the list is long enough to mean something", () => {
    expect(COMMON_WORDS.length + COMMON_PHRASES.size).toBeGreaterThan(600);
  });

  test.each([
    "passwordpassword",
    "P@ssw0rdP@ssw0rd",
    "123456789012345",
    "aaaaaaaaaaaaaaaa",
    "correct horse battery staple",
    "Welkom2024Genk!!!",
    "azertyuiopqsdfgh",
    "t2campus-genk-2026",
    "broeikasbroeikas1",
    "zomer herfst winter lente 1",
    "Blauwvis7!Blauwvis7!",
    "MijnWachtwoordIs123!",
  ])("%s", (password) => expect(isCommonPassword(password)).toBe(true));

  test.each([GOOD, BETTER, "wp3jf9s!kdl2-xmz", "de kat slaapt op mijn toetsenbord", "лампа вело сир облак"])("not %s", (password) =>
    expect(isCommonPassword(password)).toBe(false),
  );

  test("one piece said twice is always easy; random letters never are", () => {
    fc.assert(fc.property(fc.string({ minLength: 8, maxLength: 60 }), (piece) => isCommonPassword(piece + piece)));
    const letters = fc.array(fc.constantFrom(..."bcdfghjklmnpqrstvwxyz23456789"), { minLength: 24, maxLength: 40 });
    fc.assert(
      fc.property(letters, (chosen) => {
        fc.pre(new Set(chosen).size > 12);
        return !isCommonPassword(chosen.join(""));
      }),
    );
  });

  test("the form tells which rule, and counts characters as people do", () => {
    const issueOf = (value: string) => newPasswordField(["Xanthe"]).safeParse(value).error?.issues[0]?.message ?? "none";
    expect(issueOf("🌱".repeat(8))).toBe("error.field.too_short");
    expect(issueOf("x".repeat(257))).toBe("error.field.too_long");
    expect(issueOf("Xanthe Xanthe 12!")).toBe("identity.password.common");
    expect(issueOf(GOOD)).toBe("none");
  });
});
