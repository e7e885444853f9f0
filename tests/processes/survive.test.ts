import { and, count, eq, gt, inArray, isNotNull, isNull, lte } from "drizzle-orm";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { audit, jobs, outbox } from "#db/schema/across";
import { comments, ideas } from "#db/schema/ideas";
import { bookings, occupied } from "#db/schema/scheduling";
import { textOf } from "#tests/support/app-html";
import { newIdFor, testCtx } from "#tests/support/ctx";
import { startSmtp } from "#tests/support/smtp";
import type { SmtpServer } from "#tests/support/smtp";
import { placeOf } from "#tests/support/store";
import { DROP_JOB } from "~/domain/kernel/stored-bytes";
import { after, minutes } from "~/domain/kernel/time";
import { enqueueMail } from "~/domain/notifications/enqueue-mail";
import { systemClock } from "~/infra/clock";
import { movedTo, startCrowd } from "./crowd";
import type { Crowd, Member } from "./crowd";
import { hearsOf, newestOf, until } from "./events";
import type { Listening } from "./events";
import { readsAndWrites } from "./mixed-load";
import type { Written } from "./mixed-load";
import { ask, nginxProgram, startNginx } from "./nginx";
import type { Proxy } from "./nginx";
import { Roamer } from "./roamer";
import { openRoomOf } from "./room";
import type { Room } from "./room";
import { startServer } from "./start-server";
import type { OwnProcess } from "./start-server";

const PEOPLE = 6;
const BENCHES = 4;
/** Messages that the mail server takes its time for, so that both servers have some in hand. */
const MAILS = 48;
const MAIL_MS = 150;
/** Mails that a server sends at the same time. */
const IN_FLIGHT = 4;
const LEASE = minutes(5);
/** What a page asks for again at another server may take: a whole page on a busy machine. */
const TAKE_OVER_MS = 10_000;

describe.skipIf(inject("postgresUrl") === "")("two servers under load, of which one is killed", () => {
  let crowd: Crowd;
  let smtp: SmtpServer;
  let settings: Record<string, string>;
  let [dies, stays]: OwnProcess[] = [];
  let roamers: Roamer[];
  let written: Written[];
  let listening: readonly [Listening, Listening];
  let room: Room;
  let proxy: Proxy | undefined;

  beforeAll(async () => {
    smtp = await startSmtp({ delayMs: MAIL_MS });
    settings = { SMTP_URL: smtp.url, JOB_INTERVAL_MS: "200" };
    crowd = await startCrowd({ people: PEOPLE, benches: BENCHES, start: (place) => startServer(place, settings) });
    [dies, stays] = crowd.servers;
    roamers = await Promise.all(
      crowd.members.map(async ({ client, no }) => new Roamer(await Promise.all(crowd.servers.map((one) => movedTo(one, client))), no)),
    );
    const program = nginxProgram();
    if (program) proxy = await startNginx(program, dies!.port, stays!.port);
    room = await openRoomOf(crowd);
    const [ann, bob] = crowd.members as [Member, Member];
    listening = [await room.opens(ann.client, [dies!, stays!]), await room.opens(bob.client, [stays!, dies!])];
  });

  const heldMails = () =>
    crowd.store.db
      .select()
      .from(outbox)
      .where(and(isNull(outbox.sentAt), isNotNull(outbox.leaseUntil)));
  const heldJobs = () =>
    crowd.store.db
      .select()
      .from(jobs)
      .where(and(isNull(jobs.doneAt), isNotNull(jobs.leaseUntil)));

  async function muchToDo(): Promise<void> {
    const now = systemClock.now();
    const ctx = testCtx(crowd.store, { via: "job", now });
    const newId = newIdFor(crowd.store);
    await crowd.store.tx(async (tx) => {
      for (let no = 0; no < MAILS; no += 1) {
        const address = `lid${no % PEOPLE}@broeikas.test`;
        await enqueueMail(tx, ctx, { template: "account_link", address, locale: "nl", dedupeKey: `survive:${no}` });
        const dedupeKey = `survive-job:${no}`;
        await tx
          .insert(jobs)
          .values({ id: newId(), kind: DROP_JOB, dedupeKey, payload: { key: `survive-${no}` }, runAt: now, createdAt: now });
      }
    });
  }

  test("people go on at the other server, visitors behind nginx notice nothing, and pages that listened miss nothing", async () => {
    let goesOn = true;
    const rounds = crowd.members.map(() => 0);
    const stillGoing = (no: number) => (done: number) => {
      rounds[no] = done;
      return goesOn;
    };
    const using = Promise.all(crowd.members.map((one, no) => readsAndWrites(crowd, one, roamers[no]!, stillGoing(no))));
    const visiting = proxy && visits(proxy, () => goesOn);
    const everybody = (least: number) => until(() => (Math.min(...rounds) >= least ? true : undefined), `round ${least} of everybody`);
    const [atDying] = listening;
    await until(() => atDying.heard.find(({ name }) => name === "changed"), "where the room stands");
    await everybody(1);
    await muchToDo();
    // Each claims sixteen at a time: with more in hand, both have some.
    await until(async () => ((await heldMails()).length > 20 ? true : undefined), "mails in the hands of both");
    await dies!.end("SIGKILL");
    const killedAt = performance.now();
    const before = newestOf(atDying);
    await room.says(crowd.members[1]!, stays!, "Ben je er nog?");
    expect(await hearsOf(atDying, before, killedAt)).toBeLessThan(TAKE_OVER_MS);
    expect(atDying.cuts()).toBe(1);
    const then = [...rounds];
    await until(() => (rounds.every((done, no) => done > then[no]!) ? true : undefined), "another round of everybody");
    goesOn = false;
    written = (await using).flat();
    const visited = (await visiting) ?? [];
    expect(visited.filter((status) => status !== 200)).toEqual([]);
    const waits = roamers.flatMap((roamer) => roamer.waits);
    expect(waits.length).toBeGreaterThan(0);
    expect(Math.max(...waits)).toBeLessThan(TAKE_OVER_MS);
  });

  test("nothing that was acknowledged is lost, and nothing is there twice", async () => {
    const { store } = crowd;
    const of = (kind: Written["kind"], known?: Written["known"]) =>
      written.filter((one) => one.kind === kind && (known === undefined || one.known === known));
    for (const kind of ["comment", "title", "booking"] as const) expect(of(kind, "acknowledged").length).toBeGreaterThanOrEqual(PEOPLE);
    expect([...of("comment", "refused"), ...of("title", "refused")]).toEqual([]);

    const found = (await store.db.select({ body: comments.body }).from(comments)).map(({ body }) => body).sort();
    const unsure = new Set(of("comment", "unknown").map(({ what }) => what));
    expect(new Set(found).size).toBe(found.length);
    expect(found.filter((body) => !unsure.has(body))).toEqual(
      of("comment", "acknowledged")
        .map(({ what }) => what)
        .sort(),
    );

    for (const { no, ideaId } of crowd.members) {
      const mine = of("title").filter(({ member }) => member.no === no);
      const last = mine.findLastIndex(({ known }) => known === "acknowledged");
      const [idea] = await store.db.select({ title: ideas.title }).from(ideas).where(eq(ideas.id, ideaId));
      expect(mine.slice(last).map(({ what }) => what)).toContain(idea?.title);
    }

    const acknowledged = of("booking", "acknowledged");
    const places = acknowledged.map(({ what }) => what);
    expect(new Set(places).size).toBe(places.length);
    const ids = acknowledged.map(({ location }) => location?.split("/").at(-1) ?? "");
    const kept = await store.db.select().from(bookings).where(inArray(bookings.id, ids));
    expect(kept.map(({ state }) => state)).toEqual(ids.map(() => "confirmed"));
    const made = await store.db.select().from(bookings);
    expect(new Set(made.map(({ resourceId, from }) => `${resourceId} ${from.toISOString()}`)).size).toBe(made.length);
    const held = await store.db.select().from(occupied);
    expect(held.map(({ holderId }) => holderId).sort()).toEqual(made.map(({ id }) => id).sort());
    const traces = async (action: string) => (await store.db.select({ n: count() }).from(audit).where(eq(audit.action, action)))[0]?.n;
    expect([await traces("comment.added"), await traces("lab.booked")]).toEqual([found.length, made.length]);
  });

  test("mails and jobs that the dead one held wait for their lease, and then are done by the other; all others once", async () => {
    const { store } = crowd;
    const at = systemClock.now();
    const dueMails = and(isNull(outbox.sentAt), isNull(outbox.leaseUntil), lte(outbox.dueAt, at));
    const dueJobs = and(isNull(jobs.doneAt), isNull(jobs.leaseUntil), lte(jobs.runAt, at));
    const isIdle = async () =>
      (await store.db.select().from(outbox).where(dueMails)).length + (await store.db.select().from(jobs).where(dueJobs)).length === 0;
    await until(async () => {
      const before = await heldMails();
      await new Promise((done) => setTimeout(done, 3 * MAIL_MS));
      return (await isIdle()) && (await heldMails()).length === before.length ? true : undefined;
    }, "only what the dead one held");
    const [mails, work] = [await heldMails(), await heldJobs()];
    expect(mails.length).toBeGreaterThan(0);
    expect(mails.length + work.length).toBeLessThanOrEqual(32);
    const now = systemClock.now();
    expect([...mails, ...work].every(({ leaseUntil, attempts }) => leaseUntil! > now && attempts === 1)).toBe(true);

    // The minutes of the lease go by.
    await store.tx((tx) =>
      tx
        .update(outbox)
        .set({ leaseUntil: after(now, -LEASE) })
        .where(
          inArray(
            outbox.id,
            mails.map(({ id }) => id),
          ),
        ),
    );
    if (work.length > 0)
      await store.tx((tx) =>
        tx
          .update(jobs)
          .set({ leaseUntil: after(now, -LEASE) })
          .where(
            inArray(
              jobs.id,
              work.map(({ id }) => id),
            ),
          ),
      );
    await until(async () => ((await heldMails()).length + (await heldJobs()).length === 0 ? true : undefined), "the work of the dead");

    const mailsTwice = await store.db.select({ id: outbox.id }).from(outbox).where(gt(outbox.attempts, 1));
    expect(mailsTwice.map(({ id }) => id).sort()).toEqual(mails.map(({ id }) => id).sort());
    const jobsTwice = await store.db.select({ id: jobs.id }).from(jobs).where(gt(jobs.attempts, 1));
    expect(jobsTwice.map(({ id }) => id).sort()).toEqual(work.map(({ id }) => id).sort());
    expect(
      (await store.db.select().from(jobs).where(lte(jobs.runAt, at))).every(({ doneAt, gaveUpAt }) => doneAt !== null && gaveUpAt === null),
    ).toBe(true);

    // What the mail server had taken when the line was cut comes a second time, under the same number: no sender can know better.
    const numbers = smtp.mails.map(({ raw }) => /^Message-ID: <([^@]+)@/im.exec(raw)?.[1] ?? "");
    const twice = numbers.filter((id, i) => numbers.indexOf(id) !== i);
    expect(new Set(twice).size).toBe(twice.length);
    expect(twice.length).toBeLessThanOrEqual(IN_FLIGHT);
    expect(mails.map(({ id }) => id)).toEqual(expect.arrayContaining(twice));
    const sent = await store.db.select({ id: outbox.id }).from(outbox).where(isNotNull(outbox.sentAt));
    expect([...new Set(numbers)].sort()).toEqual(sent.map(({ id }) => id).sort());
  });

  test("the killed one comes back and joins", async () => {
    const back = await startServer(placeOf(crowd.store), settings);
    const [ann, bob] = crowd.members as [Member, Member];
    const client = await movedTo(back, bob.client);
    expect(textOf((await client.get("/account")).text)).toContain(bob.email);
    const [, atStaying] = listening;
    const [before, since] = [newestOf(atStaying), performance.now()];
    await room.says(ann, back, "Ik ben terug");
    expect(await hearsOf(atStaying, before, since)).toBeLessThan(TAKE_OVER_MS);
    expect(atStaying.cuts()).toBe(0);
  });
});

/** Somebody without an account who reads by way of nginx all the time. @returns what it answered. */
async function visits(proxy: Proxy, goesOn: () => boolean): Promise<number[]> {
  const statuses: number[] = [];
  while (goesOn()) {
    statuses.push((await ask(proxy, "/ideas")).status);
    await new Promise((done) => setTimeout(done, 50));
  }
  return statuses;
}
