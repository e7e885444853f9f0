import type { Queue } from "~/domain/administration/queue";
import { QUEUE_STATES } from "~/domain/administration/queue";
import { queueView } from "~/domain/administration/queries-queue";
import { retryNow, stopTrying } from "~/domain/administration/steer-queue";
import { DomainError } from "~/domain/kernel/errors";
import type { AdminCtx } from "./admin";
import { asked, defineAdminAction, said, withQuery } from "./admin";

/** One page of mails or jobs, as the address asks. */
export async function queuePage(ctx: AdminCtx, queue: Queue) {
  const state = QUEUE_STATES.find((one) => one === asked(ctx, "state"));
  const after = asked(ctx, "after") || undefined;
  const { rows, counts, more } = await queueView(ctx, queue, { state, after });
  const page = (last?: string) => withQuery(`/admin/${queue}`, { state, after: last });
  return {
    queue,
    state: state ?? "",
    counts,
    rows: rows.map(({ id, what, to, state: at, attempts, dueAt, lastError }) => ({ id, what, to, state: at, attempts, dueAt, lastError })),
    first: after === undefined ? null : page(),
    next: more ? page(rows.at(-1)?.id) : null,
  };
}

export type QueuePage = Awaited<ReturnType<typeof queuePage>>;

/** What an admin does with one mail or job: try it again now, or stop trying. */
export const steering = (queue: Queue) =>
  defineAdminAction(async ({ ctx, form, intent }) => {
    const id = String(form.get("id") ?? "");
    const page = ctx.url.pathname + ctx.url.search;
    if (intent === "retry") {
      await retryNow(ctx, queue, id);
      return said(ctx, page, { key: "admin.queue.retried" });
    }
    if (intent === "stop") {
      await stopTrying(ctx, queue, id);
      return said(ctx, page, { key: "admin.queue.stopped" });
    }
    throw new DomainError("invalid");
  });
