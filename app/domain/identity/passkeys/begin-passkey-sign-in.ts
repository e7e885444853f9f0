import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { generateAuthenticationOptions } from "@simplewebauthn/server";
import type { Ctx } from "../../kernel/context";
import { beginStep } from "../access/steps";
import type { RelyingParty } from "./relying-party";

/** Asks the browser for any passkey of this site; who answers is told by the passkey, so the question says nothing about anybody. */
export async function beginPasskeySignIn(
  ctx: Ctx,
  rp: RelyingParty,
): Promise<{ readonly secret: string; readonly options: PublicKeyCredentialRequestOptionsJSON }> {
  const options = await generateAuthenticationOptions({ rpID: rp.id, userVerification: "required" });
  const payload = { challenge: options.challenge };
  const secret = await ctx.store.tx((tx) => beginStep(tx, ctx, { kind: "passkey_sign_in", personId: null, payload }));
  return { secret, options };
}
