import type { WebCtx } from "./ctx";
import { relyingParty } from "./passkeys";
import { say } from "./say";

/** The ways in besides a mailed link and a password, with their texts: only the page to sign in needs them. */
export function signInWays(ctx: WebCtx) {
  return {
    passkey: relyingParty(ctx)
      ? {
          button: say(ctx, "keys.sign_in"),
          none: say(ctx, "keys.sign_in.none"),
          failed: say(ctx, "keys.failed"),
          noScript: say(ctx, "keys.sign_in.no_script"),
        }
      : null,
  };
}
