import { signIns } from "#db/schema/access";
import type { Ctx } from "../../kernel/context";
import type { SignInMethod } from "./methods";

const USER_AGENT_MAX = 300;

export interface SignInFacts {
  readonly personId: string;
  readonly method: SignInMethod;
  readonly outcome: "in" | "refused";
  readonly userAgent: string;
  /** The network it came from; the address itself is not kept. */
  readonly network: string;
}

/** Writes down that somebody came in, or was kept out after naming this account. */
export async function recordSignIn(ctx: Ctx, { userAgent, ...facts }: SignInFacts): Promise<void> {
  await ctx.store.tx(async (tx) => {
    await tx.insert(signIns).values({ id: ctx.newId(), at: ctx.now, ...facts, userAgent: userAgent.slice(0, USER_AGENT_MAX) });
  });
}
