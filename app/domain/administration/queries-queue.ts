import type { SQL, SQLWrapper } from "drizzle-orm";
import { and, desc, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { jobs, outbox } from "#db/schema/across";
import { people } from "#db/schema/identity";
import type { Ctx } from "../kernel/context";
import type { Db } from "../kernel/store";
import { requireAdmin } from "./guard";
import type { Queue, QueueDates, QueueState } from "./queue";
import { queueState } from "./queue";

export const QUEUE_PAGE = 50;

export interface QueueAsked {
  readonly state?: QueueState;
  /** Id of the last row of the page before. */
  readonly after?: string;
}

/** A row as admins see it: never what a mail says. */
export interface QueueRow extends QueueDates {
  readonly id: string;
  /** Template of the mail, or kind of the job. */
  readonly what: string;
  /** Who gets the mail; null for jobs. */
  readonly to: string | null;
  readonly dueAt: Date;
  readonly createdAt: Date;
  readonly lastError: string | null;
}
interface Columns {
  readonly done: SQLWrapper;
  readonly gaveUp: SQLWrapper;
  readonly lease: SQLWrapper;
  readonly attempts: SQLWrapper;
}
const COLUMNS: Readonly<Record<Queue, Columns>> = {
  outbox: { done: outbox.sentAt, gaveUp: outbox.gaveUpAt, lease: outbox.leaseUntil, attempts: outbox.attempts },
  jobs: { done: jobs.doneAt, gaveUp: jobs.gaveUpAt, lease: jobs.leaseUntil, attempts: jobs.attempts },
};

/** The condition that a row is free at a moment: not over, and no server holds it. */
export function isFree(queue: Queue, now: Date): SQL | undefined {
  const { done, lease } = COLUMNS[queue];
  return and(isNull(done), or(isNull(lease), sql`${lease} < ${now.getTime()}`));
}

function inState(queue: Queue, state: QueueState, now: Date): SQL | undefined {
  const { done, gaveUp, lease, attempts } = COLUMNS[queue];
  switch (state) {
    case "done":
      return isNotNull(done);
    case "gave_up":
      return and(isNull(done), isNotNull(gaveUp));
    case "running":
      return and(isNull(done), isNull(gaveUp), sql`${lease} >= ${now.getTime()}`);
    case "failed":
      return and(isFree(queue, now), isNull(gaveUp), sql`${attempts} > 0`);
    case "waiting":
      return and(isFree(queue, now), isNull(gaveUp), sql`${attempts} = 0`);
  }
}

/** One page of a queue, newest first, with how many rows are in each state that is not over; in two statements. */
export async function queueView(ctx: Pick<Ctx, "store" | "actor" | "now">, queue: Queue, { state, after }: QueueAsked) {
  requireAdmin(ctx);
  const { store, now } = ctx;
  const condition = state === undefined ? undefined : inState(queue, state, now);
  const rows = queue === "outbox" ? await mailRows(store.db, condition, after) : await jobRows(store.db, condition, after);
  return {
    more: rows.length > QUEUE_PAGE,
    counts: await queueCounts(store.db, queue, now),
    rows: rows.slice(0, QUEUE_PAGE).map((row) => ({ ...row, state: queueState(row, now) })),
  };
}

async function mailRows(db: Db, condition: SQL | undefined, after: string | undefined): Promise<QueueRow[]> {
  const rows = await db
    .select({
      id: outbox.id,
      what: outbox.template,
      address: outbox.address,
      email: people.email,
      dueAt: outbox.dueAt,
      createdAt: outbox.createdAt,
      lastError: outbox.lastError,
      doneAt: outbox.sentAt,
      gaveUpAt: outbox.gaveUpAt,
      leaseUntil: outbox.leaseUntil,
      attempts: outbox.attempts,
    })
    .from(outbox)
    .leftJoin(people, eq(people.id, outbox.personId))
    .where(and(condition, after === undefined ? undefined : lt(outbox.id, after)))
    .orderBy(desc(outbox.id))
    .limit(QUEUE_PAGE + 1);
  return rows.map(({ address, email, ...row }) => ({ ...row, to: email ?? address }));
}

async function jobRows(db: Db, condition: SQL | undefined, after: string | undefined): Promise<QueueRow[]> {
  const rows = await db
    .select({
      id: jobs.id,
      what: jobs.kind,
      dueAt: jobs.runAt,
      createdAt: jobs.createdAt,
      lastError: jobs.lastError,
      doneAt: jobs.doneAt,
      gaveUpAt: jobs.gaveUpAt,
      leaseUntil: jobs.leaseUntil,
      attempts: jobs.attempts,
    })
    .from(jobs)
    .where(and(condition, after === undefined ? undefined : lt(jobs.id, after)))
    .orderBy(desc(jobs.id))
    .limit(QUEUE_PAGE + 1);
  return rows.map((row) => ({ ...row, to: null }));
}

/** How many rows that are not over are in each state, in one statement. */
export async function queueCounts(db: Db, queue: Queue, now: Date): Promise<Readonly<Record<Exclude<QueueState, "done">, number>>> {
  const { done, gaveUp, lease, attempts } = COLUMNS[queue];
  const at = now.getTime();
  const sum = (test: SQL) => sql`coalesce(sum(case when ${test} then 1 else 0 end), 0)`.mapWith(Number);
  const free = sql`${gaveUp} is null and (${lease} is null or ${lease} < ${at})`;
  const [row] = await db
    .select({
      waiting: sum(sql`${free} and ${attempts} = 0`),
      failed: sum(sql`${free} and ${attempts} > 0`),
      gave_up: sum(sql`${gaveUp} is not null`),
      running: sum(sql`${gaveUp} is null and ${lease} >= ${at}`),
    })
    .from(queue === "outbox" ? outbox : jobs)
    .where(isNull(done));
  return row ?? { waiting: 0, failed: 0, gave_up: 0, running: 0 };
}
