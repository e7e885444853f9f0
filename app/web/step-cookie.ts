import { STEP_TTL } from "~/domain/identity/access/steps";
import { COOKIES } from "~/domain/kernel/cookies";
import type { LoadContext } from "~/infra/load-context";
import { cookieHeader, cookieName } from "./cookies";
import type { WithHeaders } from "./locale";
import { cookieValue } from "./locale";

/** What somebody who signs in may be waiting for; each has a cookie of its own. */
export type Waiting = "second_factor" | "passkey" | "oidc";

const SECONDS = STEP_TTL / 1000;

/** Gives this browser the secret of a step, for as long as it waits; a step begun later takes its place. */
export function keepStep(context: LoadContext, what: Waiting, secret: string): void {
  context.appendHeader("Set-Cookie", cookieHeader(COOKIES[what], secret, SECONDS, context.env));
}

/** The secret of this browser's step; an empty text, which opens nothing, when there is none. */
export function stepOf(request: WithHeaders, context: LoadContext, what: Waiting): string {
  return cookieValue(request, cookieName(COOKIES[what], context.env)) ?? "";
}

/** Takes the secret away: the step is over. */
export function dropStep(context: LoadContext, what: Waiting): void {
  context.appendHeader("Set-Cookie", cookieHeader(COOKIES[what], "", 0, context.env));
}
