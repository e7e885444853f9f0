import type { Queue } from "~/domain/administration/queue";
import { QUEUE_STATES } from "~/domain/administration/queue";
import { queueView } from "~/domain/administration/queries-queue";
import type { AdminCtx } from "./admin";
import { asked, withQuery } from "./admin";

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
