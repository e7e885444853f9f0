import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { audit, jobs, outbox } from "#db/schema/across";
import { makeCast } from "#tests/support/actors";
import { NOW, newIdFor, testCtx } from "#tests/support/ctx";
import { countStatements, freshStore } from "#tests/support/store";
import type { Queue } from "~/domain/administration/queue";
import { QUEUE_PAGE, queueView } from "~/domain/administration/queries-queue";
import { retryNow, stopTrying } from "~/domain/administration/steer-queue";
import { isDomainError } from "~/domain/kernel/errors";
import { after, hours, minutes } from "~/domain/kernel/time";
import { claimJobs, claimOutbox } from "~/infra/job-rows";

interface Dates {
  readonly due?: Date;
  readonly done?: Date;
  readonly gaveUp?: Date;
  readonly lease?: Date;
  readonly attempts?: number;
}

async function world(queue: Queue) {
  const store = await freshStore();
  const cast = await makeCast(store);
  await store.tx(async (tx) => {
    await tx.delete(outbox);
    await tx.delete(jobs);
  });
  const newId = newIdFor(store);
  const write = async ({ due = after(NOW, hours(1)), done, gaveUp, lease, attempts = 0 }: Dates): Promise<string> => {
    const id = newId();
    const both = { id, payload: {}, dedupeKey: id, leaseUntil: lease ?? null, attempts, gaveUpAt: gaveUp ?? null, createdAt: NOW };
    await store.tx(async (tx) => {
      if (queue === "jobs") await tx.insert(jobs).values({ ...both, kind: "work", runAt: due, doneAt: done ?? null });
      else
        await tx.insert(outbox).values({ ...both, template: "notice", personId: cast.learner.personId, dueAt: due, sentAt: done ?? null });
    });
    return id;
  };
  const claim = (now = NOW) => (queue === "jobs" ? claimJobs : claimOutbox)({ store, now, leaseMs: minutes(5), batch: 10 });
  return { store, cast, ctx: testCtx(store, cast.admin), write, claim };
}

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: unknown) => (isDomainError(error) ? error.code : String(error)),
  );

describe.each(["outbox", "jobs"] as const)("%s", (queue) => {
  test("tells what waits, failed, was given up, runs and is over, page by page in two statements", async () => {
    const { store, ctx, write } = await world(queue);
    await write({});
    await write({ attempts: 2 });
    await write({ attempts: 12, gaveUp: NOW });
    await write({ attempts: 1, lease: after(NOW, minutes(1)) });
    await write({ done: NOW });
    const { counts, rows } = await queueView(ctx, queue, {});
    expect(counts).toEqual({ waiting: 1, failed: 1, gave_up: 1, running: 1 });
    expect(rows.map(({ state }) => state)).toEqual(["done", "running", "gave_up", "failed", "waiting"]);
    expect(rows[0]?.to).toBe(queue === "jobs" ? null : rows[1]?.to);
    expect(JSON.stringify(rows)).not.toContain("payload");
    for (const { state, id } of rows) expect((await queueView(ctx, queue, { state })).rows.map((row) => row.id)).toEqual([id]);
    for (let n = 0; n < QUEUE_PAGE; n += 1) await write({});
    expect(await countStatements(store, () => queueView(ctx, queue, {}))).toBe(2);
    const first = await queueView(ctx, queue, {});
    const second = await queueView(ctx, queue, { after: first.rows.at(-1)?.id });
    expect([first.more, second.more, new Set([...first.rows, ...second.rows].map(({ id }) => id)).size]).toEqual([
      true,
      false,
      QUEUE_PAGE + 5,
    ]);
  });

  test("a row that was given up is tried again at once, with all its tries", async () => {
    const { store, cast, ctx, write, claim } = await world(queue);
    const id = await write({ attempts: 12, gaveUp: NOW });
    expect(await claim()).toEqual([]);
    await retryNow(ctx, queue, id);
    expect(await claim()).toMatchObject([{ id, attempts: 1, gaveUpAt: null }]);
    const trail = await store.db.select().from(audit).where(eq(audit.subjectId, id));
    expect(trail).toMatchObject([{ actorId: cast.admin.personId, action: queue === "jobs" ? "job.retried" : "mail.retried" }]);
  });

  test("a row that was stopped is not tried, and can be tried again later", async () => {
    const { ctx, write, claim } = await world(queue);
    const id = await write({ due: NOW });
    await stopTrying(ctx, queue, id);
    expect(await claim()).toEqual([]);
    expect(await refusal(stopTrying(ctx, queue, id))).toBe("conflict");
    await retryNow(ctx, queue, id);
    expect(await claim()).toHaveLength(1);
  });

  test("a row that a server holds, or that is over, is left alone", async () => {
    const { ctx, write } = await world(queue);
    const held = await write({ attempts: 1, lease: after(NOW, minutes(1)) });
    const over = await write({ done: NOW });
    for (const id of [held, over]) for (const act of [retryNow, stopTrying]) expect(await refusal(act(ctx, queue, id))).toBe("conflict");
    expect(await refusal(retryNow(ctx, queue, "nothing"))).toBe("not_found");
  });

  test("a retry, a stop and two servers at once: held at most once, and never both held and stopped", async () => {
    const { store, ctx, write, claim } = await world(queue);
    for (let round = 0; round < 8; round += 1) {
      const id = await write({ due: NOW, attempts: 1 });
      const [one, two, retried, stopped] = await Promise.all([
        claim(),
        claim(),
        refusal(retryNow(ctx, queue, id)),
        refusal(stopTrying(ctx, queue, id)),
      ]);
      const [row] = (await queueView(ctx, queue, {})).rows.filter((found) => found.id === id);
      const held = [...one, ...two].filter((found) => found.id === id).length;
      expect(held).toBeLessThanOrEqual(1);
      // Stopped, asked for again and then taken is an order like any other; stopped and taken is none.
      if (held === 1 && stopped === "done") expect(retried).toBe("done");
      if (held === 1) expect(row?.state).toBe("running");
      else expect([retried, stopped]).toContain("done");
      await store.tx(async (tx) => {
        await tx.delete(outbox);
        await tx.delete(jobs);
      });
    }
  });

  test("for others there is no queue", async () => {
    const { store, cast, write } = await world(queue);
    const id = await write({});
    const ctx = testCtx(store, cast.organiser);
    expect([
      await refusal(queueView(ctx, queue, {})),
      await refusal(retryNow(ctx, queue, id)),
      await refusal(stopTrying(ctx, queue, id)),
    ]).toEqual(["not_found", "not_found", "not_found"]);
  });
});
