import type { Ctx } from "../kernel/context";
import { closeSessions } from "./end-session";
import { expireOffers } from "./expire-offers";
import { remindSessions } from "./remind-sessions";

type JobKind = "sessions.expire_offers" | "sessions.remind" | "sessions.close";

/** Timed work of this context, by kind of job; each bears being run again. */
export const sessionsJobs: Readonly<Record<JobKind, (ctx: Ctx) => Promise<unknown>>> = {
  "sessions.expire_offers": expireOffers,
  "sessions.remind": remindSessions,
  "sessions.close": closeSessions,
};
