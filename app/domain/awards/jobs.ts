import type { Ctx } from "../kernel/context";
import { remindDrafts } from "./remind-drafts";

/** Timed work of entering; each bears being run again. */
export const entryJobs: Readonly<Record<"awards.remind_drafts", (ctx: Ctx) => Promise<unknown>>> = { "awards.remind_drafts": remindDrafts };
