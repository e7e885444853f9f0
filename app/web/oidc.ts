import { redirect } from "@remix-run/node";
import { takeStep, peekStep } from "~/domain/identity/access/steps";
import type { Step } from "~/domain/identity/access/steps";
import { answerOidc } from "~/domain/identity/oidc/answer-oidc";
import { beginOidc } from "~/domain/identity/oidc/begin-oidc";
import type { OidcWaiting } from "~/domain/identity/oidc/link-oidc";
import { peekOidc } from "~/domain/identity/oidc/link-oidc";
import type { Proved } from "~/domain/identity/oidc/proved";
import { isPerson } from "~/domain/kernel/actor";
import { DomainError, isDomainError } from "~/domain/kernel/errors";
import { minutes } from "~/domain/kernel/time";
import { networkOf } from "~/infra/network";
import type { Oidc } from "~/infra/oidc";
import type { RateRule } from "~/infra/rate-limit";
import type { WebCtx } from "./ctx";
import { notLookedThrough } from "./proof";
import { safeRedirect } from "./redirect";
import { limitRate } from "./route";
import { enter } from "./sign-in";
import { dropStep, keepStep, stepOf } from "./step-cookie";

/** How often one network may go to the other service and back; a school class goes at once. */
export const OIDC_RATE: RateRule = { name: "oidc", limit: 60, ipLimit: 600, windowMs: minutes(15) };

/** Why signing in at the other service came to nothing; each has a text. */
export const OIDC_WHYS = ["down", "refused", "failed", "state", "expired", "unverified", "suspended", "conflict"] as const;
export type OidcWhy = (typeof OIDC_WHYS)[number];

/** The reason that an address tells; null for none, or one that we never give. */
export function whyIn(url: URL): OidcWhy | null {
  return OIDC_WHYS.find((why) => why === url.searchParams.get("why")) ?? null;
}

function needed(ctx: WebCtx): Oidc {
  if (!ctx.web.oidc) throw new DomainError("not_found");
  return ctx.web.oidc;
}

/** Back to where the person came from, with the reason; the other ways in are on that page. */
function fail(ctx: WebCtx, why: OidcWhy, to = ""): Response {
  if (isPerson(ctx.actor)) return redirect(`/account/keys?why=${why}`, 303);
  const params = new URLSearchParams(to ? { why, to } : { why });
  return redirect(`/sign-in?${params}`, 303);
}

/** The trouble of the other service, known by its name: bundles may hold two copies of the class. */
function troubleOf(thrown: unknown): OidcWhy {
  if (thrown instanceof Error && thrown.name === "OidcError" && "trouble" in thrown) return thrown.trouble as OidcWhy;
  throw thrown;
}

/** Sends the person to the other service: to sign in, or to link their account there when they are signed in. */
export async function goToOidc(ctx: WebCtx): Promise<Response> {
  const oidc = needed(ctx);
  if (isPerson(ctx.actor)) notLookedThrough(ctx);
  await limitRate(ctx, OIDC_RATE);
  const to = safeRedirect(ctx.url.searchParams.get("to"), "");
  try {
    const { url, ...secrets } = await oidc.begin();
    keepStep(ctx.web, "oidc", await beginOidc(ctx, { ...secrets, to }));
    return redirect(url, 303);
  } catch (thrown) {
    return fail(ctx, troubleOf(thrown), to);
  }
}

/** Takes the person in who comes back from the other service, or on to what they have to say first. */
export async function backFromOidc(ctx: WebCtx, request: Request): Promise<Response> {
  const oidc = needed(ctx);
  await limitRate(ctx, OIDC_RATE);
  const secret = stepOf(request, ctx.web, "oidc");
  const asked = await peekStep(ctx.store.db, secret, "oidc", ctx.now);
  if (!asked) return fail(ctx, "expired");
  // An answer to another browser's question leaves this one's as it is.
  if (ctx.url.searchParams.get("state") !== asked.payload.state) return fail(ctx, "state", asked.payload.to);
  dropStep(ctx.web, "oidc");
  try {
    const step = await ctx.store.tx((tx) => takeStep(tx, ctx, secret, "oidc"));
    const { state = "", nonce = "", verifier = "" } = step.payload;
    const proved = await oidc.finish(ctx.url.search, { state, nonce, verifier });
    return await goOn(ctx, request, step, proved);
  } catch (thrown) {
    return fail(ctx, isDomainError(thrown) ? whyOf(thrown) : troubleOf(thrown), asked.payload.to);
  }
}

function whyOf(refusal: DomainError): OidcWhy {
  switch (refusal.code) {
    case "token_invalid":
      return "expired";
    case "not_verified":
      return "unverified";
    case "suspended":
    case "conflict":
      return refusal.code;
    default:
      throw refusal;
  }
}

async function goOn(ctx: WebCtx, request: Request, { personId: askedBy, payload }: Step, proved: Proved): Promise<Response> {
  const from = { userAgent: request.headers.get("User-Agent") ?? "", network: networkOf(ctx.web.ip) };
  const to = payload.to ?? "";
  const outcome = await answerOidc(ctx, { proved, askedBy, to, from });
  switch (outcome.kind) {
    case "in":
      return enter(ctx, request, { personId: outcome.personId, method: "oidc", factors: proved.factors, to });
    case "linked":
      return redirect("/account/keys", 303);
    default:
      keepStep(ctx.web, "oidc", outcome.secret);
      return redirect(`/sign-in/oidc/${outcome.kind}`, 303);
  }
}

/** What the other service proved and waits for this browser's word; null when nothing does. Without such a service there is no page. */
export async function waitingFor(ctx: WebCtx, request: Request): Promise<OidcWaiting | null> {
  needed(ctx);
  return peekOidc(ctx.store.db, stepOf(request, ctx.web, "oidc"), ctx.now);
}
