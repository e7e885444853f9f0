import { and, count, gt, isNotNull, isNull, lte, max, min } from "drizzle-orm";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

import { jobs, outbox } from "#db/schema/across";
import { sessions } from "#db/schema/identity";
import { backups } from "#db/schema/operations";
import type { Store } from "~/domain/kernel/store";
import type { Clock } from "./clock";
import type { CacheAnswer, HtmlCache } from "./html-cache";
import type { Live } from "./live";

/** What Prometheus is told. Labels name kinds of things only: never a person, an idea or an address. */
export interface Metrics {
  /** Counts an answered request; `route` is a pattern such as `/ideas/:ideaId`. */
  request(answered: { readonly method: string; readonly route: string; readonly status: number; readonly seconds: number }): void;
  /** Counts how a page that is kept ready was found. */
  page(state: CacheAnswer["state"]): void;
  /** Everything as text; asks the database a few counts. */
  text(): Promise<string>;
  readonly contentType: string;
}

export interface MetricsOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly live: Pick<Live, "size">;
  readonly cache: Pick<HtmlCache, "size">;
}

const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];
const METHODS = new Set(["GET", "HEAD", "POST"]);

/** Makes the metrics of one process, with a register of its own. */
export function createMetrics(options: MetricsOptions): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register, eventLoopMonitoringPrecision: 50 });
  const registers = [register];
  const requests = new Histogram({
    name: "broeikas_http_request_seconds",
    help: "Time until the answer was sent, by pattern of the address and class of the status.",
    labelNames: ["method", "route", "status"],
    buckets: BUCKETS,
    registers,
  });
  const pages = new Counter({
    name: "broeikas_html_cache_pages_total",
    help: "Pages for visitors by how they were found.",
    labelNames: ["state"],
    registers,
  });
  const refresh = gaugesOf(options, registers);
  // Finding the series of a set of labels costs ten times what counting in it does.
  const series = new Map<string, Histogram.Internal<"method" | "route" | "status">>();
  return {
    contentType: register.contentType,
    request({ method, route, status, seconds }) {
      const verb = METHODS.has(method) ? method : "other";
      const key = `${verb} ${route} ${Math.floor(status / 100)}`;
      let one = series.get(key);
      if (!one) {
        one = requests.labels(verb, route, `${Math.floor(status / 100)}xx`);
        series.set(key, one);
      }
      one.observe(seconds);
    },
    page: (state) => pages.inc({ state }),
    async text() {
      await refresh();
      return register.metrics();
    },
  };
}

/** Makes what is read when somebody asks, and gives the function that reads it. */
function gaugesOf({ store, clock, live, cache }: MetricsOptions, registers: Registry[]): () => Promise<void> {
  const gauge = <L extends string = never>(name: string, help: string, ...labelNames: L[]): Gauge<L> =>
    new Gauge({ name: `broeikas_${name}`, help, labelNames, registers });
  const up = gauge("database_up", "1 when the database answered the counts below.");
  const pool = gauge("database_connections", "Connections to the database, and who waits for one.", "pool", "state");
  const waiting = gauge("queue_due", "Mails and jobs that are due and not done.", "queue");
  const failed = gauge("queue_failed", "Mails and jobs that were given up; an admin has to look.", "queue");
  const age = gauge("queue_oldest_seconds", "How long the oldest that is due has been waiting.", "queue");
  const signedIn = gauge("sessions", "Sessions that have not ended.");
  const streams = gauge("live_streams", "Open streams of events to pages.");
  const channels = gauge("live_channels", "Channels somebody listens to.");
  const bytes = gauge("html_cache_bytes", "Memory of the pages that are kept ready.");
  const kept = gauge("html_cache_entries", "Pages that are kept ready.");
  const good = gauge("backup_last_good_timestamp_seconds", "When the last good nightly backup was tried out; 0 when there is none.");
  return async () => {
    const { listeners, channels: open } = live.size();
    streams.set(listeners);
    channels.set(open);
    const { bytes: held, entries } = cache.size();
    bytes.set(held);
    kept.set(entries);
    for (const { name, ...states } of store.pools?.() ?? []) {
      for (const [state, n] of Object.entries(states)) pool.set({ pool: name, state }, n);
    }
    const seen = await countsOf(store, clock.now()).catch(() => null);
    up.set(seen ? 1 : 0);
    if (!seen) return;
    for (const [queue, { due, gaveUp, oldestSeconds }] of Object.entries(seen.queues)) {
      waiting.set({ queue }, due);
      failed.set({ queue }, gaveUp);
      age.set({ queue }, oldestSeconds);
    }
    signedIn.set(seen.sessions);
    good.set(seen.lastGoodBackup / 1000);
  };
}

interface Queue {
  readonly due: number;
  readonly gaveUp: number;
  readonly oldestSeconds: number;
}

async function countsOf(
  store: Store,
  now: Date,
): Promise<{ queues: Record<"outbox" | "jobs", Queue>; sessions: number; lastGoodBackup: number }> {
  const { db } = store;
  const queue = (row: { due: number; oldest: Date | null } | undefined, gaveUp: { n: number } | undefined): Queue => ({
    due: row?.due ?? 0,
    gaveUp: gaveUp?.n ?? 0,
    oldestSeconds: row?.oldest ? Math.max(0, (now.getTime() - row.oldest.getTime()) / 1000) : 0,
  });
  const mailsDue = and(isNull(outbox.sentAt), isNull(outbox.gaveUpAt), lte(outbox.dueAt, now));
  const jobsDue = and(isNull(jobs.doneAt), isNull(jobs.gaveUpAt), lte(jobs.runAt, now));
  const [[mails], [mailsGone], [work], [workGone], [open], [backup]] = await Promise.all([
    db
      .select({ due: count(), oldest: min(outbox.dueAt) })
      .from(outbox)
      .where(mailsDue),
    db
      .select({ n: count() })
      .from(outbox)
      .where(and(isNull(outbox.sentAt), isNotNull(outbox.gaveUpAt))),
    db
      .select({ due: count(), oldest: min(jobs.runAt) })
      .from(jobs)
      .where(jobsDue),
    db
      .select({ n: count() })
      .from(jobs)
      .where(and(isNull(jobs.doneAt), isNotNull(jobs.gaveUpAt))),
    db.select({ n: count() }).from(sessions).where(gt(sessions.expiresAt, now)),
    db.select({ at: max(backups.verifiedAt) }).from(backups),
  ]);
  return {
    queues: { outbox: queue(mails, mailsGone), jobs: queue(work, workGone) },
    sessions: open?.n ?? 0,
    lastGoodBackup: backup?.at?.getTime() ?? 0,
  };
}
