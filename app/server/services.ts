import { migrateDatabase } from "#db/migrate";
import { openStore } from "#db/store";
import { computeAllotment } from "~/domain/coaching/allotment/compute-allotment";
import { checkVat } from "~/domain/companies/check-vat";
import { CHECK_JOB } from "~/domain/companies/rows";
import { companiesJobs } from "~/domain/companies/watch-registrations";
import { ALLOT_JOB } from "~/domain/coaching/allotment/rows";
import { computePlan } from "~/domain/awards/panel/compute-plan";
import { SWEEP_JOB, sweepFiles } from "~/domain/awards/files/sweep-files";
import { councilJobs } from "~/domain/awards/council/jobs";
import { entryJobs } from "~/domain/awards/jobs";
import { juryJobs } from "~/domain/awards/panel/jobs";
import { PLAN_JOB } from "~/domain/awards/panel/rows";
import type { AskVat } from "~/domain/companies/company";
import { coachingJobs } from "~/domain/coaching/jobs";
import { REINDEX_JOB } from "~/domain/campus/terms/reindex";
import { ideasJobs } from "~/domain/ideas/jobs";
import { reindexTopic } from "~/domain/ideas/reindex-topic";
import { identityJobs } from "~/domain/identity/jobs";
import { eraseAgain, keepErasure } from "~/domain/identity/privacy/after-restore";
import { LOCALES, visitor } from "~/domain/kernel/actor";
import { AFTER_RESTORE } from "~/domain/kernel/after-restore";
import { sealAudit } from "~/domain/kernel/audit-seals";
import type { Ctx } from "~/domain/kernel/context";
import type { Store } from "~/domain/kernel/store";
import { versionsOf } from "~/domain/kernel/pages";
import { DROP_JOB, keysToDrop } from "~/domain/kernel/stored-bytes";
import { days, hours } from "~/domain/kernel/time";
import { matchingJobs } from "~/domain/matching/jobs";
import { roomsJobs } from "~/domain/rooms/jobs";
import { sessionsJobs } from "~/domain/sessions/jobs";
import { systemClock } from "~/infra/clock";
import type { Env } from "~/infra/env";
import { newId } from "~/infra/ids";
import { createJobRunner } from "~/infra/jobs";
import type { JobHandler, JobRunner } from "~/infra/jobs";
import { createLive } from "~/infra/live";
import type { Live } from "~/infra/live";
import type { Log } from "~/infra/logger";
import { createMailer } from "~/infra/mailer";
import type { Mailer } from "~/infra/mailer";
import { createOidc } from "~/infra/oidc";
import { openStorage } from "~/infra/open-storage";
import { allotInThread, optimiseInThread } from "~/infra/optimum";

import { directPlaceOf, placeOf } from "~/infra/place";
import { createRateLimiter } from "~/infra/rate-limit";
import { sendOutboxRow } from "~/infra/send-mail";
import { createSessions } from "~/infra/sessions";
import { createVault } from "~/infra/vault";
import { createVies } from "~/infra/vies";

import type { Services } from "./load-context";
import { upkeepOf } from "./upkeep";

/** What one process opens, and what has to be ended when it stops. */
export interface Opened {
  readonly services: Services;
  readonly jobs: JobRunner;
  readonly mailer: Mailer;
  readonly live: Live;
}

/** Timed work of the contexts: each is run every hour and finds out itself what is due. */
const domainJobs: Readonly<Record<string, (ctx: Ctx) => Promise<unknown>>> = {
  ...identityJobs,
  ...ideasJobs,
  ...matchingJobs,
  ...roomsJobs,
  ...coachingJobs,
  ...companiesJobs,
  ...juryJobs,
  ...entryJobs,
  ...councilJobs,
  ...sessionsJobs,
  "audit.seal": sealAudit,
};

type Means = Pick<Services, "store" | "clock" | "files" | "rateLimit"> & { readonly askVat: AskVat };

/** What is done for each kind of job of the contexts, by whoever has their means. */
function handlersOf({ store, clock, files, rateLimit, askVat }: Means): Readonly<Record<string, JobHandler>> {
  const ctx = (): Ctx => ({ store, actor: visitor(LOCALES[0]), now: clock.now(), newId, via: "job" });
  const domain = Object.entries(domainJobs).map(([kind, run]) => [kind, async () => void (await run(ctx()))] as const);
  return {
    ...Object.fromEntries(domain),
    [ALLOT_JOB]: async ({ payload }) => {
      await computeAllotment(ctx(), payload.allotmentId ?? "", (input) => allotInThread(input));
    },
    [PLAN_JOB]: async ({ payload }) => {
      await computePlan(ctx(), payload.planId ?? "", (problem, wish) => optimiseInThread(problem, wish));
    },
    [REINDEX_JOB]: async ({ payload }) => {
      await reindexTopic(ctx(), { termId: payload.termId ?? "", kind: payload.kind ?? "", after: payload.after ?? "" });
    },
    [CHECK_JOB]: ({ payload }) => checkVat(ctx(), payload, askVat),
    [SWEEP_JOB]: async () => void (await sweepFiles(ctx(), files)),
    [AFTER_RESTORE.eraseAgain]: ({ payload }) => eraseAgain(ctx(), payload.personId ?? ""),
    [AFTER_RESTORE.keepErasure]: ({ payload }) => keepErasure(ctx(), payload),
    [DROP_JOB]: async ({ payload }) => {
      for (const key of keysToDrop(payload)) await files.remove(key);
    },
    "rate-limits.purge": async () => void (await rateLimit.purge(new Date(clock.now().getTime() - days(2)))),
  };
}

/** Brings the database up to date and opens everything that the pages and the background work use. */
export async function openServices(env: Env, log: Log): Promise<Opened> {
  const { applied } = await migrateDatabase(directPlaceOf(env));
  if (applied > 0) log.info({ applied }, "database brought up to date");
  const store: Store = await openStore(placeOf(env));
  const clock = systemClock;
  const mailer = createMailer({ smtpUrl: env.SMTP_URL, from: env.MAIL_FROM, store, clock });
  const rateLimit = createRateLimiter({ store, clock });
  const sessions = createSessions({ store, clock, env });
  const oidc = createOidc({ env, clock, log });
  const files = await openStorage(env);
  const upkeep = upkeepOf({ env, store, files, clock, newId, log });
  const jobs = createJobRunner({
    store,
    clock,
    newId,
    log,
    intervalMs: env.JOB_INTERVAL_MS,
    sendOutbox: sendOutboxRow({ store, clock, newId, env, mailer }),
    recurring: [
      { kind: "rate-limits.purge", everyMs: hours(6) },
      { kind: SWEEP_JOB, everyMs: hours(1) },
      ...upkeep.recurring,
      ...Object.keys(domainJobs).map((kind) => ({ kind, everyMs: hours(1) })),
    ],
    handlers: { ...handlersOf({ store, clock, files, rateLimit, askVat: createVies({ env, log }) }), ...upkeep.handlers },
  });
  const live = createLive({
    readVersions: (channels) => versionsOf(store.db, channels),
    onError: (error) => log.error({ err: error }, "live channels could not be read"),
  });
  const services: Services = {
    store,
    env,
    clock,
    newId,
    log,
    sessions,
    rateLimit,
    oidc,
    vault: createVault(env),
    files,
    live,
    pokeJobs: () => jobs.poke(),
  };
  return { services, jobs, mailer, live };
}
