import type { Ctx } from "../kernel/context";
import { purgeNotices } from "./purge-notices";

/** Timed work of this context, by kind of job; each bears being run again. */
export const noticesJobs: Readonly<Record<"notices.purge", (ctx: Ctx) => Promise<unknown>>> = { "notices.purge": purgeNotices };
