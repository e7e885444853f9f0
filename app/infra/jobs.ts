import type { jobs, outbox } from "#db/schema/across";
import type { Store } from "~/domain/kernel/store";
import { hours, minutes, seconds } from "~/domain/kernel/time";

import type { Clock } from "./clock";
import type { NewId } from "./ids";
import { claimJobs, claimOutbox, failRow, finishRow, scheduleRecurring } from "./job-rows";
import type { Recurring } from "./job-rows";
import type { Log } from "./logger";

/** A mail row that this process holds; nobody else sends it until its lease ends. */
export type OutboxRow = typeof outbox.$inferSelect;
/** A job row that this process holds. */
export type JobRow = typeof jobs.$inferSelect;

/** Does the work of one job. It may run again after a failure or a crash, so it must bear a repeat. */
export type JobHandler = (job: JobRow) => Promise<void>;

/** Everything the runner needs; nothing is imported. */
export interface JobRunnerOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  /** Kind of job → what does it. A kind without handler fails and gives up like any other. */
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /** Renders and sends one mail. A returned `skipped` reason ends the row without a mail. */
  readonly sendOutbox: (row: OutboxRow) => Promise<{ readonly skipped: string } | undefined | void>;
  /** Jobs that come back: one row a period, whichever server is first. */
  readonly recurring?: readonly Recurring[];
  /** Milliseconds between two looks; 2 seconds when absent. */
  readonly intervalMs?: number;
  /** Milliseconds a claimed row stays ours; longer than a batch may take. 5 minutes when absent. */
  readonly leaseMs?: number;
  /** Tries before a row is left for an admin to see; 12 when absent. */
  readonly maxAttempts?: number;
  /** Rows claimed in one go; 16 when absent. */
  readonly batch?: number;
  /** Mails, and as many jobs beside them, worked on at the same time; 4 when absent. */
  readonly parallel?: number;
}

/** The background worker of one process. */
export interface JobRunner {
  /** Begins to look for due rows now and every interval. */
  start(): void;
  /** Looks soon: call it after a commit that wrote a due row. Returns at once. */
  poke(): void;
  /** Works until nothing is due, and tells how many rows were tried. Parallel calls share one run. */
  runDue(): Promise<number>;
  /** Claims nothing more and resolves when the rows in hand are done. */
  stop(): Promise<void>;
}

/**
 * Wait before the next try, in milliseconds: 30 seconds, doubled each time, at most 4 hours.
 * @param attempts tries so far, 1 or more.
 */
export function backOff(attempts: number): number {
  return Math.min(seconds(30) * 2 ** Math.min(attempts - 1, 20), hours(4));
}

/** Makes a runner that stands still until `start`, `poke` or `runDue`. */
export function createJobRunner(options: JobRunnerOptions): JobRunner {
  const settings = {
    intervalMs: seconds(2),
    // Four rows one after the other, each at most a minute (the mailer's limit), end well within the lease.
    leaseMs: minutes(5),
    maxAttempts: 12,
    batch: 16,
    parallel: 4,
    recurring: [],
    ...definedOf(options),
  };
  const { log } = settings;
  let running: Promise<number> | undefined;
  let again = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const untilIdle = async (): Promise<number> => {
    let total = 0;
    await scheduleRecurring(settings, settings.recurring);
    do {
      again = false;
      const done = await oneRound(settings);
      total += done;
      again ||= done > 0;
    } while (again && !stopped);
    return total;
  };

  const runDue = (): Promise<number> => {
    if (stopped) return running ?? Promise.resolve(0);
    if (running) {
      again = true;
      return running;
    }
    running = untilIdle().finally(() => {
      running = undefined;
    });
    return running;
  };

  const poke = (): void => {
    runDue().catch((error: unknown) => log.error({ err: error }, "background work could not look for due rows"));
  };

  return {
    runDue,
    poke,
    start() {
      if (timer || stopped) return;
      timer = setInterval(poke, settings.intervalMs);
      timer.unref();
      poke();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running?.catch(() => undefined);
    },
  };
}

type Settings = JobRunnerOptions & Required<Pick<JobRunnerOptions, "maxAttempts" | "leaseMs" | "batch" | "parallel">>;

/** Claims one batch of each table and works it off; tells how many rows that were. */
async function oneRound(settings: Settings): Promise<number> {
  const { store, clock, leaseMs, batch } = settings;
  const claim = { store, now: clock.now(), leaseMs, batch };
  const mails = (await claimOutbox(claim)).map((row) => () => attempt(settings, "outbox", row, () => settings.sendOutbox(row)));
  const work = (await claimJobs(claim)).map((row) => () => attempt(settings, "jobs", row, () => runJob(settings, row)));
  // Side by side: a mail server that says nothing holds up no other work.
  await Promise.all([inParallel(mails, settings.parallel), inParallel(work, settings.parallel)]);
  return mails.length + work.length;
}

async function runJob({ handlers }: Settings, row: JobRow): Promise<void> {
  const handler = Object.hasOwn(handlers, row.kind) ? handlers[row.kind] : undefined;
  if (!handler) throw new Error(`no handler for jobs of kind ${row.kind}`);
  await handler(row);
}

/** One try of one row, with its outcome written down; never throws, so that one row cannot stop the others. */
async function attempt(
  settings: Settings,
  kind: "outbox" | "jobs",
  row: OutboxRow | JobRow,
  work: () => Promise<{ readonly skipped: string } | undefined | void>,
): Promise<void> {
  const { store, clock, log, maxAttempts } = settings;
  const about = { row: row.id, table: kind, what: "kind" in row ? row.kind : row.template, attempt: row.attempts };
  try {
    // A row can be tried too often without ever failing here: when it brings the whole process down.
    if (row.attempts > maxAttempts) throw new Error("given up: the process stopped at each try");
    const outcome = await work();
    await finishRow(store, kind, row.id, clock.now(), outcome?.skipped);
  } catch (error) {
    const now = clock.now();
    const givenUp = row.attempts >= maxAttempts || isPermanent(error);
    log[givenUp ? "error" : "warn"]({ ...about, err: error, givenUp }, "background work failed");
    const next = new Date(now.getTime() + backOff(row.attempts));
    await failRow(store, kind, row, { error: shortMessage(error), next, gaveUpAt: givenUp ? now : null }).catch((failure: unknown) =>
      log.error({ ...about, err: failure }, "the failure of background work could not be written down"),
    );
  }
}

function isPermanent(error: unknown): boolean {
  return error instanceof Error && "permanent" in error && error.permanent === true;
}

function shortMessage(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}

async function inParallel(work: readonly (() => Promise<void>)[], width: number): Promise<void> {
  const queue = [...work];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) await next();
  };
  await Promise.all(Array.from({ length: Math.min(width, work.length) }, worker));
}

function definedOf<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
}
