import type { Ctx } from "../kernel/context";
import { settleMeetings } from "./settle-meetings";

/** Timed work of this context, by kind of job; each bears being run again. */
export const roomsJobs: Readonly<Record<"rooms.settle_meetings", (ctx: Ctx) => Promise<unknown>>> = {
  "rooms.settle_meetings": settleMeetings,
};
