import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { dialect } from "#db/dialect";
import { jobs, outbox } from "#db/schema/across";
import { openStore } from "#db/store";
import { startSmtp } from "#tests/support/smtp";
import { freshStore, placeOf } from "#tests/support/store";
import type { Store } from "~/domain/kernel/store";
import { days, hours, minutes, seconds } from "~/domain/kernel/time";
import { fixedClock } from "~/infra/clock";
import { seededIds } from "~/infra/ids";
import { backOff, createJobRunner } from "~/infra/jobs";
import type { JobRunnerOptions } from "~/infra/jobs";
import { createLogger } from "~/infra/logger";
import { createMailer, MailRefused } from "~/infra/mailer";

const log = createLogger({ level: "silent" });
const START = "2026-03-02T09:00:00Z";

async function world() {
  const store = await freshStore();
  const clock = fixedClock(START);
  const newId = seededIds("jobs", clock);
  const runner = (options: Partial<JobRunnerOptions> = {}) =>
    createJobRunner({ store, clock, newId, log, handlers: {}, sendOutbox: async () => undefined, ...options });
  return { store, clock, newId, runner };
}

async function addMail(store: Store, id: string, dueAt = new Date(START)): Promise<void> {
  const row = { id, template: "welcome", address: "an@example.test", payload: {}, dedupeKey: id, dueAt, createdAt: new Date(START) };
  await store.tx(async (tx) => {
    await tx.insert(outbox).values(row);
  });
}

async function addJob(store: Store, kind: string, runAt = new Date(START)): Promise<void> {
  const row = { id: kind, kind, payload: { a: "1" }, dedupeKey: kind, runAt, createdAt: new Date(START) };
  await store.tx(async (tx) => {
    await tx.insert(jobs).values(row);
  });
}

const mailRows = (store: Store) => store.db.select().from(outbox).orderBy(outbox.id);
const jobRows = (store: Store) => store.db.select().from(jobs).orderBy(jobs.runAt);

describe("the outbox", () => {
  it("sends what is due, once, and leaves what is not", async () => {
    const { store, clock, runner } = await world();
    await addMail(store, "now");
    await addMail(store, "later", new Date("2026-03-02T10:00:00Z"));
    const sent: string[] = [];
    const work = runner({ sendOutbox: async ({ id }) => void sent.push(id) });
    expect([await work.runDue(), await work.runDue()]).toEqual([1, 0]);
    clock.advance(hours(1));
    expect(await work.runDue()).toBe(1);
    expect(sent).toEqual(["now", "later"]);
    expect((await mailRows(store)).map(({ sentAt, leaseUntil, attempts }) => [sentAt?.toISOString(), leaseUntil, attempts])).toEqual([
      ["2026-03-02T10:00:00.000Z", null, 1],
      ["2026-03-02T09:00:00.000Z", null, 1],
    ]);
  });

  it("never sends twice when two servers look at the same moment", async () => {
    const { store, runner } = await world();
    for (let n = 0; n < 60; n += 1) await addMail(store, `m${n}`);
    // On SQLite one process writes; several servers mean PostgreSQL.
    const second = dialect === "postgres" ? await openStore(placeOf(store)) : store;
    const sent: string[] = [];
    const sendOutbox = async ({ id }: { id: string }): Promise<undefined> => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      sent.push(id);
      return undefined;
    };
    const runners = [runner({ sendOutbox }), runner({ sendOutbox, store: second }), runner({ sendOutbox })];
    const counts = await Promise.all(runners.map((one) => one.runDue()));
    if (second !== store) await second.close();
    expect(sent).toHaveLength(60);
    expect(new Set(sent).size).toBe(60);
    expect(counts.reduce((a, b) => a + b)).toBe(60);
  });

  it("tries again after a mail server's refusal, later each time, until it is taken", async () => {
    const { store, clock, runner } = await world();
    const smtp = await startSmtp({ failAt: "data" });
    const mailer = createMailer({ smtpUrl: smtp.url, from: "a@campus.test", store, clock });
    const work = runner({
      sendOutbox: async ({ id, address }) => mailer.send({ id, to: address ?? "", subject: "s", text: "t", html: "<p>t</p>" }),
    });
    await addMail(store, "m");
    await work.runDue();
    const [first] = await mailRows(store);
    expect(first).toMatchObject({ attempts: 1, sentAt: null, leaseUntil: null, gaveUpAt: null, dueAt: new Date("2026-03-02T09:00:30Z") });
    expect(first?.lastError).toContain("refused by the test");
    clock.advance(seconds(29));
    expect(await work.runDue()).toBe(0);
    clock.advance(seconds(1));
    expect(await work.runDue()).toBe(1);
    expect((await mailRows(store))[0]).toMatchObject({ attempts: 2, dueAt: new Date("2026-03-02T09:01:30Z") });
    smtp.behave({});
    clock.advance(minutes(1));
    await work.runDue();
    expect((await mailRows(store))[0]).toMatchObject({ attempts: 3, sentAt: clock.now(), lastError: null });
    expect([smtp.attempts(), smtp.mails.length]).toEqual([3, 1]);
  });

  it("sends again what was not answered for, under the same number, and nothing that was", async () => {
    const { store, clock, runner } = await world();
    const smtp = await startSmtp({ failAt: "drop" });
    const mailer = createMailer({ smtpUrl: smtp.url, from: "a@campus.test", store, clock });
    const work = runner({
      sendOutbox: async ({ id, address }) => mailer.send({ id, to: address ?? "", subject: "s", text: "t", html: "<p>t</p>" }),
    });
    await addMail(store, "m");
    await work.runDue();
    expect([smtp.attempts(), smtp.mails.length]).toEqual([1, 0]);
    // Taken, but the line broke before it said so: nobody can know, so it comes twice, and mail programs see that it is the same.
    smtp.behave({ failAt: "late" });
    clock.advance(seconds(30));
    await work.runDue();
    smtp.behave({});
    clock.advance(minutes(1));
    await work.runDue();
    expect(smtp.mails.map(({ headers }) => headers["message-id"])).toEqual(["<m@campus.test>", "<m@campus.test>"]);
    clock.advance(days(1));
    await work.runDue();
    expect([smtp.attempts(), (await mailRows(store))[0]?.attempts]).toEqual([3, 3]);
  });

  it("gives up at once when the address is refused for good, and after the last try else; both stay visible", async () => {
    const { store, clock, runner } = await world();
    await addMail(store, "final");
    await addMail(store, "poison");
    const work = runner({
      maxAttempts: 3,
      sendOutbox: async ({ id }) => {
        if (id === "final") throw new MailRefused("no such mailbox");
        throw new Error("boom");
      },
    });
    for (let n = 0; n < 6; n += 1) {
      await work.runDue();
      clock.advance(hours(5));
    }
    expect(
      (await mailRows(store)).map(({ id, attempts, lastError, sentAt, gaveUpAt }) => [id, attempts, lastError, sentAt, gaveUpAt !== null]),
    ).toEqual([
      ["final", 1, "no such mailbox", null, true],
      ["poison", 3, "boom", null, true],
    ]);
  });

  it("takes over a row whose server died, only after its lease, and stops when it kills every time", async () => {
    const { store, clock, runner } = await world();
    await addMail(store, "m");
    const dying = runner({ leaseMs: minutes(2), maxAttempts: 2, sendOutbox: () => new Promise(() => undefined) });
    void dying.runDue();
    await expect.poll(async () => (await mailRows(store))[0]?.attempts).toBe(1);
    const sent: string[] = [];
    const next = runner({ maxAttempts: 2, sendOutbox: async ({ id }) => void sent.push(id) });
    clock.advance(minutes(2));
    expect(await next.runDue()).toBe(0);
    clock.advance(1);
    expect(await next.runDue()).toBe(1);
    expect(sent).toEqual(["m"]);

    await addMail(store, "n");
    for (let n = 0; n < 2; n += 1) {
      void runner({ leaseMs: minutes(2), maxAttempts: 2, sendOutbox: () => new Promise(() => undefined) }).runDue();
      await expect.poll(async () => (await mailRows(store))[1]?.attempts).toBe(n + 1);
      clock.advance(minutes(3));
    }
    await next.runDue();
    expect(sent).toEqual(["m"]);
    expect((await mailRows(store))[1]).toMatchObject({
      attempts: 3,
      sentAt: null,
      gaveUpAt: clock.now(),
      lastError: "given up: the process stopped at each try",
    });
  });

  it("goes on when the clock is set back an hour: a lease from the time to come holds nobody up", async () => {
    const { store, clock, runner } = await world();
    await addMail(store, "m");
    void runner({ sendOutbox: () => new Promise(() => undefined) }).runDue();
    await expect.poll(async () => (await mailRows(store))[0]?.attempts).toBe(1);
    const sent: string[] = [];
    const work = runner({
      sendOutbox: async ({ id }) => void sent.push(id),
      recurring: [{ kind: "tidy", everyMs: hours(1) }],
      handlers: { tidy: async () => undefined },
    });
    // Two servers a few minutes apart keep off each other's rows all the same.
    clock.advance(-minutes(4));
    await work.runDue();
    expect(sent).toEqual([]);
    clock.advance(-minutes(56));
    await addMail(store, "n", clock.now());
    await store.tx((tx) => tx.update(outbox).set({ dueAt: clock.now() }).where(eq(outbox.id, "m")));
    await work.runDue();
    expect(sent.sort()).toEqual(["m", "n"]);
    clock.advance(hours(1));
    await work.runDue();
    expect((await jobRows(store)).map(({ dedupeKey, doneAt }) => [dedupeKey, doneAt !== null])).toEqual([
      ["tidy@2026-03-02T08:00:00.000Z", true],
      ["tidy@2026-03-02T09:00:00.000Z", true],
    ]);
  });

  it("ends a row that its renderer skips, with the reason", async () => {
    const { store, clock, runner } = await world();
    await addMail(store, "m");
    await runner({ sendOutbox: async () => ({ skipped: "unsubscribed" }) }).runDue();
    expect((await mailRows(store))[0]).toMatchObject({ sentAt: clock.now(), lastError: "skipped: unsubscribed" });
  });
});

describe("jobs", () => {
  it("are done while a mail server says nothing", async () => {
    const { store, runner } = await world();
    for (let n = 0; n < 6; n += 1) await addMail(store, `m${n}`);
    await addJob(store, "known");
    let release = (): void => undefined;
    const silence = new Promise<undefined>((done) => (release = () => done(undefined)));
    const work = runner({ sendOutbox: () => silence, handlers: { known: async () => undefined } }).runDue();
    await expect.poll(async () => (await jobRows(store))[0]?.doneAt).not.toBeNull();
    release();
    await work;
  });

  it("run by kind with their row; an unknown kind fails like any other", async () => {
    const { store, clock, runner } = await world();
    await addJob(store, "known");
    await addJob(store, "toString");
    const seen: unknown[] = [];
    await runner({ handlers: { known: async ({ payload, attempts }) => void seen.push([payload, attempts]) } }).runDue();
    expect(seen).toEqual([[{ a: "1" }, 1]]);
    const rows = await jobRows(store);
    expect(rows.map(({ kind, doneAt, lastError }) => [kind, doneAt, lastError]).sort()).toEqual([
      ["known", clock.now(), null],
      ["toString", null, "no handler for jobs of kind toString"],
    ]);
  });

  it("come back once a period, whoever looks, and leave no trail longer than a week", async () => {
    const { store, clock, runner } = await world();
    const ran: string[] = [];
    const options = {
      recurring: [{ kind: "tidy", everyMs: hours(1) }],
      handlers: { tidy: async () => void ran.push(clock.now().toISOString()) },
    };
    const [one, two] = [runner(options), runner(options)];
    await Promise.all([one.runDue(), two.runDue(), one.runDue()]);
    clock.advance(minutes(59));
    await two.runDue();
    clock.advance(minutes(1));
    await Promise.all([two.runDue(), one.runDue()]);
    expect(ran).toEqual(["2026-03-02T09:00:00.000Z", "2026-03-02T10:00:00.000Z"]);
    clock.advance(days(8));
    await one.runDue();
    expect(await jobRows(store)).toHaveLength(1);
  });

  it("back off from half a minute to four hours", () => {
    expect([1, 2, 3, 9, 12, 1000].map((n) => backOff(n) / 1000)).toEqual([30, 60, 120, 7680, 14_400, 14_400]);
  });

  it("a poke during a run is not lost, and stop waits for the row in hand and claims no more", async () => {
    const { store, runner } = await world();
    await addMail(store, "a");
    const sent: string[] = [];
    let release = (): void => undefined;
    const work = runner({
      batch: 1,
      sendOutbox: async ({ id }) => {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        sent.push(id);
      },
    });
    work.start();
    await expect.poll(async () => (await mailRows(store))[0]?.attempts).toBe(1);
    await addMail(store, "b");
    work.poke();
    release();
    await expect.poll(async () => (await mailRows(store))[1]?.attempts).toBe(1);
    await addMail(store, "c");
    const stopped = work.stop();
    release();
    await stopped;
    work.poke();
    expect(sent).toEqual(["a", "b"]);
    expect((await mailRows(store)).map(({ sentAt }) => sentAt !== null)).toEqual([true, true, false]);
  });
});
