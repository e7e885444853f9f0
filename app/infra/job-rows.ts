import { and, asc, eq, gt, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";

import { jobs, outbox } from "#db/schema/across";
import type { Store } from "~/domain/kernel/store";
import { days } from "~/domain/kernel/time";

import type { Clock } from "./clock";
import type { NewId } from "./ids";

/** A job that comes back every period, on all servers together. */
export interface Recurring {
  readonly kind: string;
  /** Length of the period in milliseconds; periods start at multiples of it. */
  readonly everyMs: number;
}

/** How rows are claimed. */
export interface Claim {
  readonly store: Store;
  readonly now: Date;
  readonly leaseMs: number;
  readonly batch: number;
}

type OutboxRow = typeof outbox.$inferSelect;
type JobRow = typeof jobs.$inferSelect;

/**
 * Rows that nobody holds. A lease that ends later than any can was taken before the clock was set back; twice the length leaves room for
 * servers whose clocks differ.
 */
const unheld = (lease: typeof outbox.leaseUntil | typeof jobs.leaseUntil, { now, leaseMs }: Claim) =>
  or(isNull(lease), lt(lease, now), gt(lease, new Date(now.getTime() + 2 * leaseMs)));

/** Takes due mails for this process by one conditional update; a row that another process took first is left out. */
export async function claimOutbox(claim: Claim): Promise<OutboxRow[]> {
  const { store, now, leaseMs, batch } = claim;
  const free = and(isNull(outbox.sentAt), isNull(outbox.gaveUpAt), lte(outbox.dueAt, now), unheld(outbox.leaseUntil, claim));
  const due = await store.db.select({ id: outbox.id }).from(outbox).where(free).orderBy(asc(outbox.dueAt), asc(outbox.id)).limit(batch);
  if (due.length === 0) return [];
  const ids = due.map((row) => row.id);
  const claimed = await store.tx((tx) =>
    tx
      .update(outbox)
      .set({ leaseUntil: new Date(now.getTime() + leaseMs), attempts: sql`${outbox.attempts} + 1` })
      .where(and(inArray(outbox.id, ids), free))
      .returning(),
  );
  return claimed.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** Takes due jobs for this process, as claimOutbox does with mails. */
export async function claimJobs(claim: Claim): Promise<JobRow[]> {
  const { store, now, leaseMs, batch } = claim;
  const free = and(isNull(jobs.doneAt), isNull(jobs.gaveUpAt), lte(jobs.runAt, now), unheld(jobs.leaseUntil, claim));
  const due = await store.db.select({ id: jobs.id }).from(jobs).where(free).orderBy(asc(jobs.runAt), asc(jobs.id)).limit(batch);
  if (due.length === 0) return [];
  const ids = due.map((row) => row.id);
  const claimed = await store.tx((tx) =>
    tx
      .update(jobs)
      .set({ leaseUntil: new Date(now.getTime() + leaseMs), attempts: sql`${jobs.attempts} + 1` })
      .where(and(inArray(jobs.id, ids), free))
      .returning(),
  );
  return claimed.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** Marks a row as done; a skipped one keeps the reason where an admin reads errors. */
export async function finishRow(store: Store, kind: "outbox" | "jobs", id: string, at: Date, skipped?: string): Promise<void> {
  const lastError = skipped === undefined ? null : `skipped: ${skipped}`;
  await store.tx(async (tx) => {
    if (kind === "outbox") await tx.update(outbox).set({ sentAt: at, leaseUntil: null, lastError }).where(eq(outbox.id, id));
    else await tx.update(jobs).set({ doneAt: at, leaseUntil: null, lastError }).where(eq(jobs.id, id));
  });
}

/** Writes down a failed try, unless another process has taken the row since our lease ended. */
export async function failRow(
  store: Store,
  kind: "outbox" | "jobs",
  row: { readonly id: string; readonly attempts: number },
  failure: { readonly error: string; readonly next: Date; readonly gaveUpAt: Date | null },
): Promise<void> {
  const changes = { leaseUntil: null, lastError: failure.error, gaveUpAt: failure.gaveUpAt };
  await store.tx(async (tx) => {
    if (kind === "outbox") {
      const ours = and(eq(outbox.id, row.id), eq(outbox.attempts, row.attempts), isNull(outbox.sentAt));
      await tx
        .update(outbox)
        .set({ ...changes, dueAt: failure.next })
        .where(ours);
    } else {
      const ours = and(eq(jobs.id, row.id), eq(jobs.attempts, row.attempts), isNull(jobs.doneAt));
      await tx
        .update(jobs)
        .set({ ...changes, runAt: failure.next })
        .where(ours);
    }
  });
}

/**
 * Makes sure the present period of each returning job has its row, and drops rows of that kind done over a week ago.
 * The dedupe key is the period, so that several servers write one row.
 */
export async function scheduleRecurring(
  { store, clock, newId }: { store: Store; clock: Clock; newId: NewId },
  recurring: readonly Recurring[],
): Promise<void> {
  const now = clock.now();
  const wanted = recurring.map(({ kind, everyMs }) => {
    const start = new Date(now.getTime() - (now.getTime() % everyMs));
    return { kind, start, dedupeKey: `${kind}@${start.toISOString()}` };
  });
  if (wanted.length === 0) return;
  const keys = wanted.map(({ dedupeKey }) => dedupeKey);
  const present = await store.db.select({ key: jobs.dedupeKey }).from(jobs).where(inArray(jobs.dedupeKey, keys));
  const known = new Set(present.map(({ key }) => key));
  const missing = wanted.filter(({ dedupeKey }) => !known.has(dedupeKey));
  if (missing.length === 0) return;
  const rows = missing.map(({ kind, start, dedupeKey }) => ({ id: newId(), kind, dedupeKey, payload: {}, runAt: start, createdAt: now }));
  await store.tx(async (tx) => {
    await tx.insert(jobs).values(rows).onConflictDoNothing();
    const kinds = missing.map(({ kind }) => kind);
    await tx.delete(jobs).where(and(inArray(jobs.kind, kinds), lt(jobs.doneAt, new Date(now.getTime() - days(7)))));
  });
}
