import type { Ctx } from "../kernel/context";
import { runRetention } from "./privacy/run-retention";
import { purgeIdentity } from "./purge-identity";
import { remindInvites } from "./remind-invites";

/** Timed work of this context, by kind of job; each bears being run again. */
export const identityJobs: Readonly<
  Record<"identity.remind_invites" | "identity.purge" | "identity.retention", (ctx: Ctx) => Promise<unknown>>
> = {
  "identity.remind_invites": remindInvites,
  "identity.purge": purgeIdentity,
  "identity.retention": runRetention,
};
