import type { LoadContext } from "~/infra/load-context";
import type { WithHeaders } from "./locale";
import { cookieValue } from "./locale";

const SECONDS = 600;

const nameOf = (context: LoadContext): string => (context.env.INSECURE_COOKIES ? "sign-in-step" : "__Host-sign-in-step");
const attributesOf = (context: LoadContext): string => `Path=/; SameSite=Lax; HttpOnly${context.env.INSECURE_COOKIES ? "" : "; Secure"}`;

/** Gives the browser the secret of a step of signing in, for as long as the step waits. */
export function keepStep(context: LoadContext, secret: string): void {
  context.appendHeader("Set-Cookie", `${nameOf(context)}=${secret}; Max-Age=${SECONDS}; ${attributesOf(context)}`);
}

/** The secret of the step this browser stands at; empty without one. */
export function stepOf(request: WithHeaders, context: LoadContext): string {
  return cookieValue(request, nameOf(context)) ?? "";
}

/** Forgets the step. */
export function dropStep(context: LoadContext): void {
  context.appendHeader("Set-Cookie", `${nameOf(context)}=; Max-Age=0; ${attributesOf(context)}`);
}
