import { redirect } from "@remix-run/node";
import { claimDraftByHash } from "~/domain/ideas/claim-draft";
import type { SignInMethod } from "~/domain/identity/access/methods";
import { recordSignIn } from "~/domain/identity/access/record-sign-in";
import { loadActor } from "~/domain/identity/queries";
import { hours, minutes } from "~/domain/kernel/time";
import { networkOf } from "~/infra/network";
import type { RateRule } from "~/infra/rate-limit";
import { cookieName } from "./cookies";
import type { WebCtx } from "./ctx";
import { CLAIM_COOKIE, claimHashFrom, dropClaim } from "./draft";
import { cookieValue } from "./locale";
import { safeRedirect } from "./redirect";
import { setToast } from "./toast";

/** How often somebody may ask for a mail or try a password. One address may serve a whole class. */
export const MAIL_RATE: RateRule = { name: "account-mail", limit: 5, ipLimit: 120, windowMs: minutes(15) };
export const PASSWORD_RATE: RateRule = { name: "password", limit: 10, ipLimit: 200, windowMs: minutes(15) };
export const TOKEN_RATE: RateRule = { name: "token", limit: 30, ipLimit: 300, windowMs: hours(1) };

interface Entered {
  readonly personId: string;
  readonly method: SignInMethod;
  /** Different proofs given. */
  readonly factors?: number;
  readonly isNew?: boolean;
  /** Hash of a draft's secret that travelled with the link, for whoever opens it on another device. */
  readonly draftClaim?: string | null;
  readonly to?: string | null;
}

/** Begins a session: a new secret, the older one of this browser ended, a draft from before taken along, and on to where the person was going. */
export async function enter(ctx: WebCtx, request: Request, entered: Entered): Promise<Response> {
  const { personId, method, factors = 1 } = entered;
  const userAgent = request.headers.get("User-Agent") ?? "";
  await ctx.web.sessions.end(request.headers.get("Cookie"));
  ctx.web.appendHeader("Set-Cookie", await ctx.web.sessions.create(personId, { userAgent, method, factors }));
  await recordSignIn(ctx, { personId, method, outcome: "in", userAgent, network: networkOf(ctx.web.ip) });
  const actor = await loadActor(ctx.store.db, personId, ctx.now);
  const hashes = [claimHashFrom(cookieValue(request, cookieName(CLAIM_COOKIE, ctx.web.env))), entered.draftClaim ?? null];
  let draftId: string | null = null;
  for (const hash of hashes) {
    if (hash !== null && actor) draftId ??= await claimDraftByHash({ ...ctx, actor }, hash);
  }
  if (draftId !== null) {
    dropClaim(ctx.web);
    return redirect(`/plant?draft=${draftId}&step=3`, 303);
  }
  if (entered.isNew) setToast(ctx.web, { key: "sign.welcome" });
  return redirect(safeRedirect(entered.to, "/greenhouse"), 303);
}
