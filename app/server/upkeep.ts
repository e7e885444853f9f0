import { LOCALES, visitor } from "~/domain/kernel/actor";
import { hours } from "~/domain/kernel/time";
import { backupInThread } from "~/infra/backup";
import type { Recurring } from "~/infra/job-rows";
import type { JobHandler } from "~/infra/jobs";
import { BACKUP_JOB, nightlyBackup } from "~/infra/nightly-backup";
import { directPlaceOf } from "~/infra/place";
import type { Services } from "./load-context";

/** Timed work that keeps the installation itself, with what does it. */
export interface Upkeep {
  readonly recurring: readonly Recurring[];
  readonly handlers: Readonly<Record<string, JobHandler>>;
}

/** The nightly backup, where a folder for it is named. */
export function upkeepOf(services: Pick<Services, "env" | "store" | "files" | "clock" | "newId" | "log">): Upkeep {
  const { env, store, files, clock, newId, log } = services;
  const { BACKUP_DIR: dir, BACKUP_HOUR: hour, BACKUP_KEEP_DAYS, BACKUP_KEEP_WEEKS } = env;
  if (dir === undefined) return { recurring: [], handlers: { [BACKUP_JOB]: () => Promise.resolve() } };
  const place = directPlaceOf(env);
  const settings = { dir, hour, keep: { days: BACKUP_KEEP_DAYS, weeks: BACKUP_KEEP_WEEKS } };
  const begin = (): Promise<void> => {
    const ctx = { store, actor: visitor(LOCALES[0]), now: clock.now(), newId, via: "job" } as const;
    nightlyBackup(ctx, { place, files, settings, make: backupInThread, clock: () => clock.now() }).then(
      (outcome) => {
        if (outcome === "good") log.info({ dir }, "the nightly backup is made and tried out");
        if (outcome === "failed") log.error({ dir }, "the nightly backup failed; the table backups says why");
      },
      (error: unknown) => log.error({ err: error }, "the nightly backup could not be written down"),
    );
    // Not waited for: mails and other work would stand still meanwhile, and a lease is shorter than a large backup may take.
    return Promise.resolve();
  };
  return { recurring: [{ kind: BACKUP_JOB, everyMs: hours(1) }], handlers: { [BACKUP_JOB]: begin } };
}
