import type { Ctx } from "../../kernel/context";
import { remindJurors } from "./remind-jurors";
import { watchPlans } from "./watch-plans";

/** Timed work of the jury, by kind of job; each bears being run again. */
export const juryJobs: Readonly<Record<"awards.remind_jurors" | "awards.watch_plans", (ctx: Ctx) => Promise<unknown>>> = {
  "awards.remind_jurors": remindJurors,
  "awards.watch_plans": watchPlans,
};
