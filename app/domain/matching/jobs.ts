import type { Ctx } from "../kernel/context";
import { expireInterests } from "./expire-interests";

/** Timed work of this context, by kind of job; each bears being run again. */
export const matchingJobs: Readonly<Record<"matching.expire_interests", (ctx: Ctx) => Promise<unknown>>> = {
  "matching.expire_interests": expireInterests,
};
