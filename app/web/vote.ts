import { minutes } from "~/domain/kernel/time";
import { isDomainError } from "~/domain/kernel/errors";
import type { WebCtx } from "./ctx";
import { limitRate } from "./route";

/**
 * Codes that are none, from one network: a hall behind one address mistypes a few dozen times. Only what fails is counted, and what is right is
 * answered whatever failed before: 60 bits keep guessers out, the limit keeps them quiet.
 */
const MISSED_RATE = { name: "vote-missed", limit: 200, ipLimit: 200, windowMs: minutes(10) };
/** One voter changing their mind; the network is not counted, because a hall is one. */
const CAST_RATE = { name: "vote-cast", limit: 40, ipLimit: 100_000, windowMs: minutes(10) };

/** Runs what a code opens; a code that is none is counted. Refuses with "not_found", or "too_many" after many of them. */
export async function byCode<T>(ctx: WebCtx, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (thrown) {
    if (isDomainError(thrown) && thrown.code === "not_found") await limitRate(ctx, MISSED_RATE);
    throw thrown;
  }
}

/** Counts one ballot of a voter. Refuses with "too_many". */
export async function limitCasting(ctx: WebCtx, voter: string): Promise<void> {
  await limitRate(ctx, CAST_RATE, voter);
}
