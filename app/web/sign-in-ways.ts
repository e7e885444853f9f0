import type { WebCtx } from "./ctx";
import { whyIn } from "./oidc";
import { relyingParty } from "./passkeys";
import { say } from "./say";

/** The ways in besides a mailed link and a password, with their texts: only the page to sign in needs them. */
export function signInWays(ctx: WebCtx, to: string) {
  const { oidc } = ctx.web;
  const why = whyIn(ctx.url);
  return {
    why: why && say(ctx, `keys.oidc.${why}`),
    oidc: oidc && {
      href: to ? `/sign-in/oidc?to=${encodeURIComponent(to)}` : "/sign-in/oidc",
      label: say(ctx, "keys.oidc.sign_in", { name: oidc.name }),
    },
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
