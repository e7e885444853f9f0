import { and, eq, isNull } from "drizzle-orm";
import { jobs, outbox } from "#db/schema/across";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { requireAdmin } from "./guard";
import { isFree } from "./queries-queue";
import type { Queue } from "./queue";

const SUBJECT = { outbox: "mail", jobs: "job" } as const satisfies Readonly<Record<Queue, string>>;

/**
 * Has a row tried again now, with all its tries anew. One conditional update: a row that a server holds or that is over stays as it is.
 * Refuses with "not_found", or "conflict" when it is held or over.
 */
export async function retryNow(ctx: Ctx, queue: Queue, id: string): Promise<void> {
  requireAdmin(ctx);
  const anew = { attempts: 0, gaveUpAt: null, leaseUntil: null };
  await steer(ctx, queue, id, "retried", async (tx) => {
    const free = isFree(queue, ctx.now);
    if (queue === "outbox")
      return tx
        .update(outbox)
        .set({ ...anew, dueAt: ctx.now })
        .where(and(eq(outbox.id, id), free))
        .returning({ id: outbox.id });
    return tx
      .update(jobs)
      .set({ ...anew, runAt: ctx.now })
      .where(and(eq(jobs.id, id), free))
      .returning({ id: jobs.id });
  });
}

/** Has a row never tried again, unless an admin says otherwise. Refuses as `retryNow`, and with "conflict" when it was given up already. */
export async function stopTrying(ctx: Ctx, queue: Queue, id: string): Promise<void> {
  requireAdmin(ctx);
  const stopped = { gaveUpAt: ctx.now, leaseUntil: null, lastError: "stopped by an admin" };
  await steer(ctx, queue, id, "stopped", async (tx) => {
    const free = isFree(queue, ctx.now);
    if (queue === "outbox")
      return tx
        .update(outbox)
        .set(stopped)
        .where(and(eq(outbox.id, id), free, isNull(outbox.gaveUpAt)))
        .returning({ id: outbox.id });
    return tx
      .update(jobs)
      .set(stopped)
      .where(and(eq(jobs.id, id), free, isNull(jobs.gaveUpAt)))
      .returning({ id: jobs.id });
  });
}

async function steer(ctx: Ctx, queue: Queue, id: string, verb: string, update: (tx: Tx) => Promise<{ id: string }[]>): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const changed = await update(tx);
    if (changed.length === 0) {
      const table = queue === "outbox" ? outbox : jobs;
      const known = await tx.select({ id: table.id }).from(table).where(eq(table.id, id));
      throw new DomainError(known.length === 0 ? "not_found" : "conflict");
    }
    const kind = SUBJECT[queue];
    await writeAudit(tx, ctx, { action: `${kind}.${verb}`, subjectKind: kind, subjectId: id });
  });
}
