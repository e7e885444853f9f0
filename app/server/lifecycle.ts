import type { Server } from "node:http";

import type { Store } from "~/domain/kernel/store";
import type { JobRunner } from "~/infra/jobs";
import type { Live } from "~/infra/live";
import type { Log } from "~/infra/logger";
import type { Mailer } from "~/infra/mailer";

import type { ServerState } from "./health";

/** Everything that has to be ended, in the order in which it ends. */
export interface Running {
  readonly server: Server;
  readonly state: ServerState;
  /** Streams of pages that stay open: they would outlast every limit. */
  readonly live?: Pick<Live, "close">;
  readonly jobs: Pick<JobRunner, "stop">;
  readonly mailer: Pick<Mailer, "close">;
  readonly store: Pick<Store, "close">;
  readonly log: Log;
  /** Milliseconds that running requests and jobs get to finish. */
  readonly limitMs: number;
}

/** Milliseconds between two looks for connections whose answer is out. */
const TIDY_MS = 100;

/**
 * Stops without losing work: not ready any more, no new connections, running requests finish (within the limit),
 * jobs in hand finish (within the same limit), then the database closes.
 */
export async function drain({ server, state, live, jobs, mailer, store, log, limitMs }: Running): Promise<void> {
  state.draining = true;
  log.info("stopping: running requests may finish");
  live?.close();
  const until = performance.now() + limitMs;
  const left = (): number => Math.max(0, until - performance.now());
  const stopping = jobs.stop();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  // An answer that was on its way already promised to keep its connection: without this each would last to the end of the limit.
  const tidying = setInterval(() => server.closeIdleConnections(), TIDY_MS);
  if (!(await within(closed, limitMs))) {
    log.warn("stopping: the time is up, open connections are cut");
    server.closeAllConnections();
    await within(closed, 1000);
  }
  clearInterval(tidying);
  if (!(await within(stopping, left()))) log.warn("stopping: a job did not finish; its lease ends by itself");
  mailer.close();
  await store.close();
  log.info("stopped");
}

async function within(work: Promise<void>, limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs);
  });
  try {
    return await Promise.race([work.then(() => true as const), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Runs `stop` at the first SIGTERM or SIGINT and ends the process; a second signal ends it at once. */
export function stopOnSignal(stop: () => Promise<void>, log: Log): void {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.fatal({ err: error }, "stopping failed");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
}
