import { BY_PASSWORD } from "#tests/support/proof";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { people, sessions } from "#db/schema/identity";
import { makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { countStatements, freshStore } from "#tests/support/store";
import { testVault } from "#tests/support/vault";
import { endMySessions } from "~/domain/identity/end-my-sessions";
import { sessionsOf } from "~/domain/identity/queries";
import type { Store } from "~/domain/kernel/store";
import { after, days, hours } from "~/domain/kernel/time";
import { fixedClock } from "~/infra/clock";
import { createSessions } from "~/infra/sessions";
import { refusalOf } from "./post";

const SETTINGS = { INSECURE_COOKIES: false, SESSION_DAYS: 30, SESSION_MAX_DAYS: 180 };

async function layer(settings = SETTINGS) {
  const store = await freshStore();
  const clock = fixedClock(NOW);
  return { store, clock, sessions: createSessions({ store, clock, env: settings }), an: await makePerson(store) };
}

const vault = testVault;
const cookieOf = (setCookie: string): string => setCookie.split(";")[0] ?? "";
const rows = (store: Store) => store.db.select().from(sessions);

test("the cookie is locked down and its secret is kept as a digest only", async () => {
  const { store, sessions: layerOf, an } = await layer();
  const setCookie = await layerOf.create(an.personId, { userAgent: "Firefox", ...BY_PASSWORD });
  expect(setCookie).toMatch(/^__Host-broeikas=[a-z2-7]{40}; HttpOnly; Max-Age=2592000; Path=\/; SameSite=Lax; Secure$/);
  const secret = cookieOf(setCookie).split("=")[1] ?? "";
  const [row] = await rows(store);
  expect(row?.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(row)).not.toContain(secret);
  expect(row).toMatchObject({ personId: an.personId, userAgent: "Firefox", createdAt: NOW, absoluteUntil: after(NOW, days(180)) });
  expect(await layerOf.validate(`lang=nl; ${cookieOf(setCookie)}; x=1`)).toMatchObject({
    personId: an.personId,
    publicId: row?.publicId,
    ...BY_PASSWORD,
  });
});

test("on plain http the cookie has neither the prefix nor Secure", async () => {
  const { sessions: layerOf, an } = await layer({ ...SETTINGS, INSECURE_COOKIES: true });
  const setCookie = await layerOf.create(an.personId, { userAgent: null, ...BY_PASSWORD });
  expect(setCookie).toMatch(/^broeikas=[a-z2-7]{40}; HttpOnly; Max-Age=2592000; Path=\/; SameSite=Lax$/);
  expect(await layerOf.validate(cookieOf(setCookie))).not.toBeNull();
});

test("reading a session is one statement, and nothing for odd cookies", async () => {
  const { store, sessions: layerOf, an } = await layer();
  const cookie = cookieOf(await layerOf.create(an.personId, { userAgent: "", ...BY_PASSWORD }));
  expect(await countStatements(store, () => layerOf.validate(cookie))).toBe(1);
  for (const odd of [
    null,
    "",
    "__Host-broeikas",
    "__Host-broeikas=",
    "__Host-broeikas=%E0%A4%A",
    `__Host-broeikas=${"a".repeat(4_000)}`,
    "broeikas=x",
  ]) {
    expect(await countStatements(store, async () => expect(await layerOf.validate(odd)).toBeNull())).toBe(0);
  }
  expect(await layerOf.validate(`__Host-broeikas=${"a".repeat(40)}`)).toBeNull();
});

test("use moves the end; 30 days of silence end it", async () => {
  const { store, clock, sessions: layerOf, an } = await layer();
  const cookie = cookieOf(await layerOf.create(an.personId, { userAgent: "", ...BY_PASSWORD }));
  clock.advance(days(14));
  expect((await layerOf.validate(cookie))?.setCookie).toBeUndefined();
  clock.advance(days(2));
  const renewed = await layerOf.validate(cookie);
  expect(cookieOf(renewed?.setCookie ?? "")).toBe(cookie);
  clock.advance(days(29));
  expect(await layerOf.validate(cookie)).not.toBeNull();
  clock.advance(days(31));
  expect(await layerOf.validate(cookie)).toBeNull();
  expect(await rows(store)).toEqual([]);
});

test("however often it is used, a session ends after 180 days, and its last days cost no writes", async () => {
  const { store, clock, sessions: layerOf, an } = await layer();
  const cookie = cookieOf(await layerOf.create(an.personId, { userAgent: "", ...BY_PASSWORD }));
  for (let day = 10; day < 180; day += 10) {
    clock.set(after(NOW, days(day)));
    expect(await layerOf.validate(cookie), `day ${day}`).not.toBeNull();
  }
  clock.set(after(NOW, days(180) - hours(1)));
  await layerOf.validate(cookie);
  expect(await countStatements(store, () => layerOf.validate(cookie))).toBe(1);
  expect((await sessionsOf(store.db, an.personId, clock.now()))[0]?.expiresAt).toEqual(after(NOW, days(180)));
  clock.set(after(NOW, days(180)));
  expect(await layerOf.validate(cookie)).toBeNull();
});

test("a suspended or erased person has no session", async () => {
  for (const state of ["suspendedAt", "erasedAt"] as const) {
    const { store, sessions: layerOf, an } = await layer();
    const cookie = cookieOf(await layerOf.create(an.personId, { userAgent: "", ...BY_PASSWORD }));
    await store.tx(
      async (tx) =>
        void (await tx
          .update(people)
          .set({ [state]: NOW })
          .where(eq(people.id, an.personId))),
    );
    expect(await layerOf.validate(cookie)).toBeNull();
    expect(await rows(store)).toEqual([]);
  }
});

test("signing out ends one session; the others can be ended by name or together", async () => {
  const { store, clock, sessions: layerOf, an } = await layer();
  const other = await makePerson(store);
  const cookies: string[] = [];
  for (let i = 0; i < 4; i += 1) {
    cookies.push(cookieOf(await layerOf.create(an.personId, { userAgent: `browser ${i}`, ...BY_PASSWORD })));
    clock.advance(1_000);
  }
  const theirs = cookieOf(await layerOf.create(other.personId, { userAgent: "", ...BY_PASSWORD }));
  expect(await layerOf.end(cookies[0] ?? "")).toBe("__Host-broeikas=; HttpOnly; Max-Age=0; Path=/; SameSite=Lax; Secure");
  expect((await sessionsOf(store.db, an.personId, clock.now())).map((session) => session.userAgent)).toEqual([
    "browser 3",
    "browser 2",
    "browser 1",
  ]);

  const [newest] = await sessionsOf(store.db, an.personId, clock.now());
  const one = { publicId: newest?.publicId ?? "" };
  expect(await refusalOf(endMySessions(testCtx(store, other), vault, one, {}))).toBe("not_found");
  await endMySessions(testCtx(store, an), vault, one, {});
  expect(await layerOf.validate(cookies[3] ?? "")).toBeNull();
  expect(await refusalOf(endMySessions(testCtx(store, an), vault, one, {}))).toBe("not_found");

  const here = await layerOf.validate(cookies[1] ?? "");
  await endMySessions(testCtx(store, an), vault, { allBut: here?.publicId ?? null }, {});
  expect((await sessionsOf(store.db, an.personId, clock.now())).map((session) => session.publicId)).toEqual([here?.publicId]);
  await layerOf.endAll(an.personId);
  expect(await layerOf.validate(cookies[1] ?? "")).toBeNull();
  expect(await layerOf.validate(theirs)).not.toBeNull();
});

test("who has a password gives it before other sessions end; a wrong one ends none", async () => {
  const { store, sessions: layerOf } = await layer();
  const an = await makePerson(store, { password: "vier natte paraplus" });
  const cookie = cookieOf(await layerOf.create(an.personId, { userAgent: "", ...BY_PASSWORD }));
  const end = (password?: string) => endMySessions(testCtx(store, an), vault, { allBut: null }, { password });
  expect(await refusalOf(end())).toBe("invalid");
  expect(await refusalOf(end("vier droge paraplus"))).toBe("wrong_password");
  expect(await layerOf.validate(cookie)).not.toBeNull();
  await end("vier natte paraplus");
  expect(await layerOf.validate(cookie)).toBeNull();
});

test("expired sessions are purged, live ones are not", async () => {
  const { store, clock, sessions: layerOf, an } = await layer();
  await layerOf.create(an.personId, { userAgent: "old", ...BY_PASSWORD });
  clock.advance(days(20));
  await layerOf.create(an.personId, { userAgent: "new", ...BY_PASSWORD });
  clock.advance(days(11));
  expect(await layerOf.purgeExpired()).toBe(1);
  expect((await rows(store)).map((row) => row.userAgent)).toEqual(["new"]);
});

test("while nothing can be kept a session is read as before, and is not said to be over", async () => {
  const { store, clock, an, sessions: healthy } = await layer();
  const cookie = cookieOf(await healthy.create(an.personId, { userAgent: "", ...BY_PASSWORD }));
  const full = Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
  const broken = { ...store, tx: () => Promise.reject(full) };
  const onFullDisk = createSessions({ store: broken, clock, env: SETTINGS });
  // Past the middle of its days its end is moved at each look.
  clock.advance(days(20));
  expect(await onFullDisk.validate(cookie)).toMatchObject({ personId: an.personId });
  // Who signs out must not believe to have done so.
  await expect(onFullDisk.end(cookie)).rejects.toBe(full);
  clock.advance(days(11));
  expect(await onFullDisk.validate(cookie)).toBeNull();
  const faulty = createSessions({ store: { ...store, tx: () => Promise.reject(new Error("a fault of ours")) }, clock, env: SETTINGS });
  await expect(faulty.validate(cookie)).rejects.toThrow("a fault of ours");
});
