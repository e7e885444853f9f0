import { STEP_TTL } from "~/domain/identity/access/steps";
import type { LoadContext } from "~/infra/load-context";
import { cookieValue } from "./locale";

/** The other ways in, each with a cookie for the step somebody stands at. */
export type Way = "passkey" | "oidc";

const SECONDS = STEP_TTL / 1000;

// The prefix makes browsers insist on Secure, Path=/ and no Domain: a neighbouring site cannot plant a step of its own.
const nameOf = (context: LoadContext, way: Way): string => (context.env.INSECURE_COOKIES ? way : `__Host-${way}`);
// Lax, so that it comes along when another service sends the person back.
const attributesOf = (context: LoadContext): string => `Path=/; SameSite=Lax; HttpOnly${context.env.INSECURE_COOKIES ? "" : "; Secure"}`;

/** Gives this browser the secret of a step; a step begun later takes its place. */
export function keepWay(context: LoadContext, way: Way, secret: string): void {
  context.appendHeader("Set-Cookie", `${nameOf(context, way)}=${secret}; Max-Age=${SECONDS}; ${attributesOf(context)}`);
}

/** The secret of this browser's step; an empty text, which opens nothing, when there is none. */
export function wayOf(request: Request, context: LoadContext, way: Way): string {
  return cookieValue(request, nameOf(context, way)) ?? "";
}

/** Takes the secret away: the step is over. */
export function dropWay(context: LoadContext, way: Way): void {
  context.appendHeader("Set-Cookie", `${nameOf(context, way)}=; Max-Age=0; ${attributesOf(context)}`);
}
