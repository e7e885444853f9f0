import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { signIns, signInSteps } from "#db/schema/access";
import { people, sessions } from "#db/schema/identity";
import { calendarFeeds } from "#db/schema/notifications";
import { oidcAccounts } from "#db/schema/oidc";
import { passkeys } from "#db/schema/passkeys";
import { makePerson } from "#tests/support/actors";
import { buildPasskey } from "#tests/support/app-passkeys";
import { NOW, testCtx } from "#tests/support/ctx";
import { BY_PASSWORD } from "#tests/support/proof";
import { countStatements, freshStore } from "#tests/support/store";
import { testVault } from "#tests/support/vault";
import { reportSignIn } from "~/domain/identity/access/not-me";
import { recordRefusal, recordSignIn, signInsOf } from "~/domain/identity/access/record-sign-in";
import { beginStep } from "~/domain/identity/access/steps";
import { confirmEmailChange } from "~/domain/identity/email-change/confirm-email-change";
import { requestEmailChange } from "~/domain/identity/email-change/request-email-change";
import { writeOidcAccount } from "~/domain/identity/oidc/rows";
import { runRetention } from "~/domain/identity/privacy/run-retention";
import type { Store } from "~/domain/kernel/store";
import { after, days, minutes } from "~/domain/kernel/time";
import { renewCalendarFeed } from "~/domain/notifications/renew-calendar-feed";
import { fixedClock } from "~/infra/clock";
import { createSessions } from "~/infra/sessions";
import { deliver, refusalOf, secretIn } from "./post";

const PASSWORD = "vier natte paraplus";
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0";
const NEWER = FIREFOX.replaceAll("132.0", "133.0");
const SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Safari/604.1";
const [HOME, SCHOOL] = ["192.0.2.0/24", "198.51.100.0/24"];

const come = (store: Store, personId: string, userAgent: string, network: string, minute: number) =>
  recordSignIn(testCtx(store, {}, after(NOW, minutes(minute))), { personId, method: "link", outcome: "in", userAgent, network });
const subjects = async (store: Store) => (await deliver(store)).mails.map(({ subject, text }) => [subject, text]);

test("a browser and network never seen before are told by mail; the first time and a newer version of the same are not", async () => {
  const store = await freshStore();
  const an = await makePerson(store);
  await come(store, an.personId, FIREFOX, HOME, 0);
  await come(store, an.personId, FIREFOX, HOME, 1);
  await come(store, an.personId, NEWER, HOME, 2);
  expect(await subjects(store)).toEqual([]);
  await come(store, an.personId, FIREFOX, SCHOOL, 3);
  await come(store, an.personId, SAFARI, HOME, 4);
  const told = await subjects(store);
  expect(told.map(([subject]) => subject)).toEqual(["Nieuwe aanmelding bij Broeikas", "Nieuwe aanmelding bij Broeikas"]);
  expect(told[0]?.[1]).toContain("Vanaf: Firefox, Linux, 198.51.100.0/24.");
  await come(store, an.personId, SAFARI, HOME, 5);
  expect(await subjects(store)).toEqual([]);
  // What was refused makes no place known.
  const ctx = testCtx(store);
  await recordSignIn(ctx, { personId: an.personId, method: "password", outcome: "refused", userAgent: SAFARI, network: SCHOOL });
  await come(store, an.personId, SAFARI, SCHOOL, 6);
  expect(await subjects(store)).toHaveLength(1);
});

test("a refused password is written down for a known address, and costs the same for an unknown one", async () => {
  const store = await freshStore();
  const an = await makePerson(store, { email: "an@broeikas.test" });
  const refuse = (email: string) => () => recordRefusal(testCtx(store), { email, userAgent: FIREFOX, network: HOME });
  const [known, unknown] = [
    await countStatements(store, refuse("AN@broeikas.test")),
    await countStatements(store, refuse("niemand@broeikas.test")),
  ];
  expect(known).toBe(unknown);
  expect(await store.db.select().from(signIns)).toMatchObject([{ personId: an.personId, outcome: "refused", method: "password" }]);
  expect(JSON.stringify(await store.db.select().from(signInSteps))).not.toContain("niemand");
  await runRetention(testCtx(store, { via: "job", now: after(NOW, days(2)) }));
  expect(await store.db.select().from(signInSteps)).toEqual([]);
});

test("the list is newest first, of oneself only, and a year long", async () => {
  const store = await freshStore();
  const [an, bo] = [await makePerson(store), await makePerson(store)];
  await come(store, an.personId, FIREFOX, HOME, 0);
  await come(store, bo.personId, SAFARI, SCHOOL, 1);
  await come(store, an.personId, SAFARI, HOME, 2);
  expect((await signInsOf(store.db, an.personId)).map(({ userAgent }) => userAgent)).toEqual([SAFARI, FIREFOX]);
  await runRetention(testCtx(store, { via: "job", now: after(NOW, days(365) + minutes(1)) }));
  expect((await signInsOf(store.db, an.personId)).map(({ userAgent }) => userAgent)).toEqual([SAFARI]);
});

test("that was not me: every session, half sign-in and the password end, and a mail asks for a new one", async () => {
  const store = await freshStore();
  const an = await makePerson(store, { password: PASSWORD });
  const bo = await makePerson(store);
  const env = { INSECURE_COOKIES: false, SESSION_DAYS: 30, SESSION_MAX_DAYS: 180 };
  const layer = createSessions({ store, clock: fixedClock(NOW), env });
  for (const { personId } of [an, an, bo]) await layer.create(personId, { userAgent: "", ...BY_PASSWORD });
  await store.tx((tx) => beginStep(tx, { now: NOW }, { kind: "second_factor", personId: an.personId, payload: { method: "link" } }));
  await come(store, an.personId, FIREFOX, HOME, 0);
  const [row] = await signInsOf(store.db, an.personId);
  expect(await refusalOf(reportSignIn(testCtx(store, bo), row?.id ?? ""))).toBe("not_found");
  await reportSignIn(testCtx(store, an), row?.id ?? "");
  expect((await store.db.select().from(sessions)).map(({ personId }) => personId)).toEqual([bo.personId]);
  expect(await store.db.select().from(signInSteps)).toEqual([]);
  const [person] = await store.db.select().from(people).where(eq(people.id, an.personId));
  expect(person?.passwordHash).toBeNull();
  expect((await subjects(store)).map(([subject]) => subject)).toEqual(["Een nieuw wachtwoord kiezen"]);
});

test("that was not me: what was added since goes too, and what there was before stays", async () => {
  const store = await freshStore();
  const an = await makePerson(store, { email: "an@broeikas.test" });
  const add = async (minute: number, name: string) => {
    const ctx = testCtx(store, an, after(NOW, minutes(minute)));
    const { id } = await buildPasskey(store, an, "https://broeikas.test", { now: ctx.now, name });
    const account = { personId: an.personId, issuer: "https://school.test", subject: name, email: "an@broeikas.test" };
    await store.tx((tx) => writeOidcAccount(tx, ctx, account));
    await renewCalendarFeed(ctx);
    return id;
  };
  const own = await add(0, "van mij");
  await come(store, an.personId, SAFARI, SCHOOL, 1);
  await add(2, "van een ander");
  await requestEmailChange(testCtx(store, an, after(NOW, minutes(3))), testVault, { email: "ander@broeikas.test" });
  const mailed = (await deliver(store, after(NOW, minutes(4)))).mails.find(({ to }) => to === "ander@broeikas.test");
  const [row] = await signInsOf(store.db, an.personId);
  await reportSignIn(testCtx(store, an, after(NOW, minutes(5))), row?.id ?? "");
  expect((await store.db.select().from(passkeys)).map(({ id }) => id)).toEqual([own]);
  expect((await store.db.select().from(oidcAccounts)).map(({ subject }) => subject)).toEqual(["van mij"]);
  expect((await store.db.select().from(calendarFeeds)).filter(({ revokedAt }) => revokedAt === null)).toEqual([]);
  const late = testCtx(store, {}, after(NOW, minutes(6)));
  expect(await refusalOf(confirmEmailChange(late, secretIn(mailed)))).toBe("token_invalid");
});
