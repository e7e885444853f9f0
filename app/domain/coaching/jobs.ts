import type { Ctx } from "../kernel/context";
import { watchAllotments } from "./allotment/watch-allotments";
import { remindActions } from "./remind-actions";
import { remindTalks } from "./remind-talks";

/** Timed work of this context, by kind of job; each bears being run again. */
export const coachingJobs: Readonly<
  Record<"coaching.remind_talks" | "coaching.remind_actions" | "coaching.watch_allotments", (ctx: Ctx) => Promise<unknown>>
> = {
  "coaching.remind_talks": remindTalks,
  "coaching.remind_actions": remindActions,
  "coaching.watch_allotments": watchAllotments,
};
