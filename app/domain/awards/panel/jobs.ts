import type { Ctx } from "../../kernel/context";
import { watchConflicts } from "../watch-conflicts";
import { remindPapers } from "../paper/remind-papers";
import { remindJurors } from "./remind-jurors";
import { watchPlans } from "./watch-plans";

/** Timed work of the jury, by kind of job; each bears being run again. */
export const juryJobs: Readonly<
  Record<"awards.remind_jurors" | "awards.remind_papers" | "awards.watch_plans" | "awards.watch_conflicts", (ctx: Ctx) => Promise<unknown>>
> = {
  "awards.remind_jurors": remindJurors,
  "awards.remind_papers": remindPapers,
  "awards.watch_plans": watchPlans,
  "awards.watch_conflicts": watchConflicts,
};
