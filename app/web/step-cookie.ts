import { STEP_TTL } from "~/domain/identity/access/steps";
import type { LoadContext } from "~/infra/load-context";
import { cookieValue } from "./locale";

/** Cookies that hold the secret of a step of signing in. Lax, so that it comes along when another service sends the person back. */
export const STEP_COOKIES = { passkey: "passkey", oidc: "oidc" } as const;
type StepCookie = keyof typeof STEP_COOKIES;

const SECONDS = STEP_TTL / 1000;

/** Gives this browser the secret of a step; a step begun later takes its place. */
export function keepStep(context: LoadContext, cookie: StepCookie, secret: string): void {
  context.appendHeader(
    "Set-Cookie",
    `${STEP_COOKIES[cookie]}=${secret}; Path=/; Max-Age=${SECONDS}; SameSite=Lax; HttpOnly${secure(context)}`,
  );
}

/** The secret of this browser's step; an empty text, which opens nothing, when there is none. */
export function stepOf(request: Request, cookie: StepCookie): string {
  return cookieValue(request, STEP_COOKIES[cookie]) ?? "";
}

/** Takes the secret away: the step is over. */
export function dropStep(context: LoadContext, cookie: StepCookie): void {
  context.appendHeader("Set-Cookie", `${STEP_COOKIES[cookie]}=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly${secure(context)}`);
}

function secure(context: LoadContext): string {
  return context.env.INSECURE_COOKIES ? "" : "; Secure";
}
