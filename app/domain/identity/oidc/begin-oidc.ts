import type { Ctx } from "../../kernel/context";
import { beginStep } from "../access/steps";

/** What only this browser and we know while the person is away at the service. */
export interface OidcQuestion {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Path to go to afterwards; empty for none. */
  readonly to: string;
}

/** Keeps what the answer of the service must fit. Who is signed in already asks to link the account there to their own. */
export async function beginOidc(ctx: Ctx, question: OidcQuestion): Promise<string> {
  const { personId } = ctx.actor;
  return ctx.store.tx((tx) => beginStep(tx, ctx, { kind: "oidc", personId, payload: { ...question } }));
}
