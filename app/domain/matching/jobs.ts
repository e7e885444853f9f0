import type { Ctx } from "../kernel/context";
import { expireInterests } from "./expire-interests";
import { REFRESH_JOB, refreshStale } from "./refresh-stale";

/** Timed work of this context, by kind of job; each bears being run again. */
export const matchingJobs: Readonly<Record<"matching.expire_interests" | typeof REFRESH_JOB, (ctx: Ctx) => Promise<unknown>>> = {
  "matching.expire_interests": expireInterests,
  [REFRESH_JOB]: (ctx) => refreshStale(ctx),
};
