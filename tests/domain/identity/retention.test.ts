import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { dialect } from "#db/dialect";
import { signIns } from "#db/schema/access";
import { audit, jobs, keptMails, notifications, outbox, reports } from "#db/schema/across";
import { people, tokens } from "#db/schema/identity";
import { destructions } from "#db/schema/privacy";
import { makeCampus, makePerson } from "#tests/support/actors";
import { canary, expectHidden } from "#tests/support/canary";
import { newIdFor, NOW, testCtx } from "#tests/support/ctx";
import { freshStore, listStatements, placeOf } from "#tests/support/store";
import { recordSignIn } from "~/domain/identity/access/record-sign-in";
import { INSTANCE } from "~/domain/identity/policy";
import { liftHold } from "~/domain/identity/privacy/lift-hold";
import { placeHold } from "~/domain/identity/privacy/place-hold";
import { retentionView } from "~/domain/identity/privacy/queries-retention";
import { RETENTION_RULES } from "~/domain/identity/privacy/rules";
import { runRetention } from "~/domain/identity/privacy/run-retention";
import { after, days } from "~/domain/kernel/time";
import { deliver, refusalOf } from "./post";

const ROLES = [{ role: "admin", scopeKind: "instance", scopeId: INSTANCE.id }] as const;

/** Two people with a row of many kinds, each at the same moment. */
async function world() {
  const store = await freshStore();
  const admin = await makePerson(store, { roles: [...ROLES] });
  const one = await makePerson(store, { email: "een@broeikas.test" });
  const other = await makePerson(store, { email: "twee@broeikas.test" });
  const newId = newIdFor(store);
  const word = canary("wie");
  await store.tx(async (tx) => {
    for (const { personId } of [one, other]) {
      await tx
        .insert(signIns)
        .values({ id: newId(), personId, at: NOW, method: "link", outcome: "in", userAgent: word, network: "10.0.0.0" });
      const notice = { subjectKind: "idea", subjectId: "x", ideaId: null, byPersonId: null, at: NOW };
      await tx.insert(notifications).values({ id: newId(), personId, kind: "x", dedupeKey: newId(), readAt: NOW, ...notice });
      await tx.insert(notifications).values({ id: newId(), personId, kind: "unread", dedupeKey: newId(), readAt: null, ...notice });
      const mail = { template: "notice", payload: {}, dueAt: NOW, createdAt: NOW };
      await tx.insert(outbox).values({ id: newId(), personId, dedupeKey: newId(), sentAt: NOW, ...mail });
      await tx.insert(outbox).values({ id: newId(), personId, dedupeKey: newId(), sentAt: null, ...mail });
      const report = { subjectKind: "idea", campusId: "c", reason: "other", words: word, createdAt: NOW, dueAt: NOW };
      await tx.insert(reports).values({ id: newId(), subjectId: "a", reporterId: personId, closedAt: NOW, ...report });
      await tx.insert(reports).values({ id: newId(), subjectId: "b", reporterId: personId, closedAt: null, ...report });
    }
    await tx.insert(keptMails).values({ id: newId(), at: NOW, to: word, subject: word, text: word, html: word });
    const job = { kind: "x", payload: {}, runAt: NOW, createdAt: NOW };
    await tx.insert(jobs).values({ id: newId(), dedupeKey: "oud", doneAt: NOW, ...job });
  });
  const run = (ms: number) => runRetention(testCtx(store, { via: "job", now: after(NOW, ms) }));
  return { store, admin, one, other, run, word };
}

test.each([
  ["kept_mails", 30, 1],
  ["outbox", 90, 2],
  ["jobs", 90, 1],
  ["notices", 180, 2],
  ["sign_ins", 365, 2],
  ["reports", 730, 2],
] as const)("%s go after %i days, not a moment before", async (rule, kept, count) => {
  const { store, run } = await world();
  expect(RETENTION_RULES.find(({ code }) => code === rule)?.days).toBe(kept);
  expect((await run(days(kept) - 1)).has(rule)).toBe(false);
  expect((await run(days(kept))).get(rule)).toBe(count);
  expect((await run(days(kept))).has(rule)).toBe(false);
  const [row] = (await store.db.select().from(destructions)).filter((line) => line.rule === rule);
  expect(row).toMatchObject({ count, oldest: NOW, newest: NOW, at: after(NOW, days(kept)) });
});

test("what is open or unread stays, and the log names nobody", async () => {
  const { store, run, one, word } = await world();
  await run(days(5000));
  expect((await store.db.select().from(notifications)).map(({ kind }) => kind)).toEqual(["unread", "unread"]);
  expect((await store.db.select().from(outbox)).map(({ sentAt }) => sentAt)).toEqual([null, null]);
  expect((await store.db.select().from(reports)).map(({ closedAt }) => closedAt)).toEqual([null, null]);
  expectHidden(await store.db.select().from(destructions), word, one.personId);
});

test("more than a batch goes in batches, and all of it", async () => {
  const { store, run } = await world();
  const job = { kind: "x", payload: {}, runAt: NOW, createdAt: NOW, doneAt: NOW };
  await store.tx(async (tx) => {
    for (let part = 0; part < 6; part += 1) {
      await tx.insert(jobs).values(Array.from({ length: 200 }, (_, i) => ({ id: `j${part}-${i}`, dedupeKey: `j${part}-${i}`, ...job })));
    }
  });
  expect((await run(days(90))).get("jobs")).toBe(1201);
  const lines = (await store.db.select().from(destructions)).filter(({ rule }) => rule === "jobs");
  expect(lines.map(({ count }) => count)).toEqual([500, 500, 201]);
});

test("a hold on a person spares what is theirs, one on a rule everything, until lifted or over", async () => {
  const { store, admin, one, run } = await world();
  const ctx = testCtx(store, admin);
  const until = after(NOW, days(400));
  const { holdId } = await placeHold(ctx, { subject: "Een@broeikas.test", reason: "Klacht", until });
  await placeHold(ctx, { subject: "jobs", reason: "Onderzoek", until });
  const first = await run(days(399));
  expect([first.get("sign_ins"), first.get("notices"), first.get("outbox"), first.has("jobs")]).toEqual([1, 1, 1, false]);
  expect((await store.db.select().from(signIns)).map(({ personId }) => personId)).toEqual([one.personId]);
  await liftHold(ctx, holdId);
  const second = await run(days(399));
  expect([second.get("sign_ins"), second.has("jobs")]).toEqual([1, false]);
  expect((await run(days(400))).get("jobs")).toBe(1);
  const trail = (await store.db.select().from(audit)).filter(({ action }) => action.startsWith("retention."));
  expect(trail.map(({ action }) => action)).toEqual(["retention.held", "retention.held", "retention.lifted"]);
  const view = await retentionView(store.db, admin, NOW);
  expect(view.holds.map(({ subjectKind, isInForce }) => [subjectKind, isInForce])).toEqual([
    ["rule", true],
    ["person", false],
  ]);
});

test("a hold on a person spares what has only their address, too", async () => {
  const { store, admin, run } = await world();
  const newId = newIdFor(store);
  const addresses = ["Een@broeikas.test", "twee@broeikas.test"];
  await store.tx(async (tx) => {
    await tx.delete(keptMails);
    await tx.delete(outbox);
    for (const to of addresses) {
      const token = { kind: "sign_in", emailKey: to.toLowerCase(), payload: {}, createdAt: NOW, expiresAt: NOW } as const;
      await tx.insert(tokens).values({ ...token, hash: newId() });
      await tx.insert(keptMails).values({ id: newId(), at: NOW, to: to.toLowerCase(), subject: "x", text: "x", html: "x" });
      const mail = { template: "account_link", payload: {}, dueAt: NOW, createdAt: NOW, address: to.toLowerCase() };
      await tx.insert(outbox).values({ ...mail, id: newId(), dedupeKey: newId(), sentAt: NOW });
    }
  });
  await placeHold(testCtx(store, admin), { subject: "een@broeikas.test", reason: "Klacht", until: after(NOW, days(400)) });
  const gone = await run(days(399));
  expect([gone.get("tokens"), gone.get("kept_mails"), gone.get("outbox")]).toEqual([1, 1, 1]);
  expect((await store.db.select().from(keptMails)).map(({ to }) => to)).toEqual(["een@broeikas.test"]);
  expect((await store.db.select().from(tokens)).map(({ emailKey }) => emailKey)).toEqual(["een@broeikas.test"]);
});

test("what was given up goes as what was done does: it names people too", async () => {
  const { store, run } = await world();
  const newId = newIdFor(store);
  await store.tx(async (tx) => {
    const both = { payload: {}, createdAt: NOW, gaveUpAt: NOW };
    await tx.insert(outbox).values({ ...both, id: "op", template: "notice", address: "weg@broeikas.test", dedupeKey: newId(), dueAt: NOW });
    await tx.insert(jobs).values({ ...both, id: "op", kind: "x", dedupeKey: newId(), runAt: NOW });
  });
  expect([(await run(days(90) - 1)).has("outbox"), (await run(days(90) - 1)).has("jobs")]).toEqual([false, false]);
  const gone = await run(days(90));
  expect([gone.get("outbox"), gone.get("jobs")]).toEqual([3, 2]);
});

// PostgreSQL decides by what is in its tables, SQLite by its indexes alone.
test.runIf(dialect === "sqlite")("however much there is, each rule finds what is over by an index", async () => {
  const { store, run } = await world();
  const statements = await listStatements(store, () => run(days(5000)));
  const asked = statements.filter((statement) => /^select .* order by .* limit \d+$/i.test(statement));
  const database = new Database(join(placeOf(store).dataDir, "broeikas.db"), { readonly: true });
  const plans = [...new Set(asked)].map((statement) => {
    const nothing = Array.from({ length: statement.split("?").length - 1 }, () => 0);
    return (database.prepare(`explain query plan ${statement}`).all(nothing) as { detail: string }[])
      .map(({ detail }) => detail)
      .join("; ");
  });
  database.close();
  expect(plans.length).toBeGreaterThanOrEqual(RETENTION_RULES.length);
  expect(plans.filter((plan) => !plan.startsWith("SEARCH") || plan.includes("SCAN"))).toEqual([]);
});

test("only an admin holds, lifts and looks", async () => {
  const { store, admin, one } = await world();
  const until = after(NOW, days(1));
  const hold = { subject: "jobs", reason: "x", until };
  expect(await refusalOf(placeHold(testCtx(store, one), hold))).toBe("not_found");
  expect(await refusalOf(placeHold(testCtx(store, admin), { ...hold, until: NOW }))).toBe("in_the_past");
  expect(await refusalOf(placeHold(testCtx(store, admin), { ...hold, subject: "nergens@broeikas.test" }))).toBe("not_found");
  const { holdId } = await placeHold(testCtx(store, admin), hold);
  expect(await refusalOf(liftHold(testCtx(store, one), holdId))).toBe("not_found");
  await liftHold(testCtx(store, admin), holdId);
  expect(await refusalOf(liftHold(testCtx(store, admin), holdId))).toBe("not_found");
  expect(await refusalOf(retentionView(store.db, one, NOW))).toBe("not_found");
});

const KEPT = 1096;

/** People who came in at NOW for the last time, and the days as they pass. */
async function quietWorld() {
  const store = await freshStore();
  const admin = await makePerson(store, { email: "ada@broeikas.test", roles: [...ROLES] });
  const campus = await makeCampus(store);
  const learner = await makePerson(store, { email: "stil@broeikas.test", roles: [{ role: "learner", scopeId: campus.id }] });
  const coach = await makePerson(store, { email: "coach@broeikas.test", roles: [{ role: "coach", scopeId: campus.id }] });
  const ctxAt = (day: number) => testCtx(store, { via: "job", now: after(NOW, days(day)) });
  const at = (day: number) => runRetention(ctxAt(day));
  const mailsOn = async (day: number) => (await deliver(store, after(NOW, days(day)))).mails.map(({ to, subject }) => [to, subject]);
  const erased = async () =>
    (await store.db.select({ id: people.id, erasedAt: people.erasedAt }).from(people))
      .filter(({ erasedAt }) => erasedAt)
      .map(({ id }) => id);
  const comesIn = (day: number) =>
    recordSignIn(ctxAt(day), { personId: learner.personId, method: "link", outcome: "in", userAgent: "", network: "" });
  await at(0);
  return { store, admin, learner, coach, at, mailsOn, erased, comesIn };
}
const WARNING = ["stil@broeikas.test", "Je account bij Broeikas wordt gewist"];

test("an account nobody uses for 36 months is erased, 30 days after a mail; staff keep theirs", async () => {
  const { store, learner, at, mailsOn, erased } = await quietWorld();
  await at(KEPT - 31);
  expect(await mailsOn(KEPT - 31)).toEqual([]);
  await at(KEPT - 30);
  await at(KEPT - 29);
  expect(await mailsOn(KEPT - 29)).toEqual([WARNING]);
  expect((await at(KEPT - 1)).has("accounts")).toBe(false);
  expect((await at(KEPT)).get("accounts")).toBe(1);
  expect(await erased()).toEqual([learner.personId]);
  expect((await at(KEPT + 1)).has("accounts")).toBe(false);
  const log = (await store.db.select().from(destructions)).filter(({ rule }) => rule === "accounts");
  expect(log).toMatchObject([{ count: 1, oldest: NOW, newest: NOW }]);
  expectHidden(log, learner.personId);
  expect(await mailsOn(KEPT + 1)).toEqual([["stil@broeikas.test", "Je account is gewist"]]);
});

test("whoever comes in after the warning keeps the account, and the count begins anew", async () => {
  const { at, mailsOn, erased, comesIn } = await quietWorld();
  await at(KEPT - 30);
  await comesIn(KEPT - 10);
  expect(await mailsOn(KEPT - 10)).toEqual([]);
  await at(KEPT + 5);
  expect(await erased()).toEqual([]);
  await at(KEPT - 10 + KEPT - 30);
  expect(await mailsOn(KEPT - 10 + KEPT - 30)).toEqual([WARNING]);
});

test("nobody is erased whose warning did not go out, and one who was warned late has the 30 days", async () => {
  const { at, mailsOn, erased } = await quietWorld();
  await at(KEPT + 100);
  expect((await at(KEPT + 140)).has("accounts")).toBe(false);
  expect(await mailsOn(KEPT + 140)).toEqual([WARNING]);
  expect((await at(KEPT + 140)).get("accounts")).toBe(1);
  expect(await erased()).toHaveLength(1);
});

test("a warning that was given up is given anew when the outbox forgets it, and nobody is erased by the old one", async () => {
  const { store, at, mailsOn, erased } = await quietWorld();
  await at(KEPT - 30);
  await store.tx(async (tx) => void (await tx.update(outbox).set({ gaveUpAt: after(NOW, days(KEPT - 28)) })));
  await at(KEPT + 61);
  await at(KEPT + 63);
  expect(await erased()).toEqual([]);
  expect(await mailsOn(KEPT + 63)).toEqual([WARNING]);
  expect((await at(KEPT + 62 + 29)).has("accounts")).toBe(false);
  expect((await at(KEPT + 63 + 30)).get("accounts")).toBe(1);
});

test("a hold on the person or on the rule keeps the account; afterwards the warning comes anew", async () => {
  const { store, admin, at, mailsOn, erased } = await quietWorld();
  const hold = async (subject: string, day: number) =>
    placeHold(testCtx(store, admin), { subject, reason: "Klacht", until: after(NOW, days(day)) });
  await at(KEPT - 30);
  expect(await mailsOn(KEPT - 30)).toEqual([WARNING]);
  await hold("stil@broeikas.test", KEPT + 10);
  await hold("accounts", KEPT + 20);
  for (const day of [KEPT, KEPT + 10, KEPT + 19]) await at(day);
  expect(await erased()).toEqual([]);
  await at(KEPT + 20);
  expect(await mailsOn(KEPT + 20)).toEqual([WARNING]);
  await at(KEPT + 49);
  expect(await erased()).toEqual([]);
  expect((await at(KEPT + 50)).get("accounts")).toBe(1);
});
