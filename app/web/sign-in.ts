import { redirect } from "@remix-run/node";
import { claimDraftByHash } from "~/domain/ideas/claim-draft";
import type { SignInMethod } from "~/domain/identity/access/methods";
import { recordSignIn } from "~/domain/identity/access/record-sign-in";
import { beginStep } from "~/domain/identity/access/steps";
import { loadActor } from "~/domain/identity/queries";
import { hasSecondStep } from "~/domain/identity/second-step/queries";
import type { Person } from "~/domain/kernel/actor";
import { hours, minutes } from "~/domain/kernel/time";
import { networkOf } from "~/infra/network";
import type { RateRule } from "~/infra/rate-limit";
import type { SessionProof } from "~/infra/sessions";
import { cookieName } from "./cookies";
import type { WebCtx } from "./ctx";
import { CLAIM_COOKIE, claimHashFrom, dropClaim } from "./draft";
import { cookieValue } from "./locale";
import { safeRedirect } from "./redirect";
import { keepStep } from "./step-cookie";
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

/** A code is short, so its tries are counted over all addresses together too. */
export const CODE_RATE: RateRule = { name: "second-step", limit: 10, ipLimit: 200, everywhere: 20, windowMs: minutes(15) };

/**
 * Lets somebody in who proved who they are. Who gave one proof and has a second step is asked for a code first; where they were
 * going and their draft wait in that step.
 */
export async function enter(ctx: WebCtx, request: Request, entered: Entered): Promise<Response> {
  const { personId, method, factors = 1 } = entered;
  if (factors > 1 || !(await hasSecondStep(ctx.store.db, personId))) return begin(ctx, request, { ...entered, factors });
  const payload: Record<string, string> = { method };
  if (entered.draftClaim) payload.draftClaim = entered.draftClaim;
  if (entered.to) payload.to = entered.to;
  keepStep(ctx.web, "second_factor", await ctx.store.tx((tx) => beginStep(tx, ctx, { kind: "second_factor", personId, payload })));
  return redirect("/sign-in/code", 303);
}

/** From where somebody comes: the browser as it calls itself, and the network. */
export function whence(ctx: WebCtx, request: Request): { readonly userAgent: string; readonly network: string } {
  return { userAgent: request.headers.get("User-Agent") ?? "", network: networkOf(ctx.web.ip) };
}

/** Gives this browser a session with a new secret, after the sessions of the person were ended. */
export async function renewSession(ctx: WebCtx & { readonly actor: Person }, request: Request, proof: SessionProof): Promise<void> {
  const userAgent = request.headers.get("User-Agent") ?? "";
  ctx.web.appendHeader("Set-Cookie", await ctx.web.sessions.create(ctx.actor.personId, { userAgent, ...proof }));
}

/** Begins a session: a new secret, the older one of this browser ended, a draft from before taken along, and on to where the person was going. */
async function begin(ctx: WebCtx, request: Request, entered: Entered & { readonly factors: number }): Promise<Response> {
  const { personId, method, factors } = entered;
  const from = whence(ctx, request);
  await ctx.web.sessions.end(request.headers.get("Cookie"));
  ctx.web.appendHeader("Set-Cookie", await ctx.web.sessions.create(personId, { userAgent: from.userAgent, method, factors }));
  await recordSignIn(ctx, { personId, method, outcome: "in", ...from });
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
