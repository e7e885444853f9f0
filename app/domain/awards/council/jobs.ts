import type { Ctx } from "../../kernel/context";
import { commitLots } from "../lot/commit-lot";
import { watchMotions } from "./watch-motions";

/** Timed work of deciding; each bears being run again. */
export const councilJobs: Readonly<Record<"awards.watch_motions" | "awards.commit_lots", (ctx: Ctx) => Promise<unknown>>> = {
  "awards.watch_motions": watchMotions,
  "awards.commit_lots": commitLots,
};
