import { STEP_TTL } from "~/domain/identity/access/steps";
import type { LoadContext } from "~/infra/load-context";
import { cookieValue } from "./locale";

/** Cookies that hold the secret of a step on one of the other ways in, one a way. Lax, so that it comes along when another service sends the person back. */
export const WAY_COOKIES = { passkey: "passkey", oidc: "oidc" } as const;
type WayCookie = keyof typeof WAY_COOKIES;

const SECONDS = STEP_TTL / 1000;

/** Gives this browser the secret of a step; a step begun later takes its place. */
export function keepWay(context: LoadContext, cookie: WayCookie, secret: string): void {
  context.appendHeader(
    "Set-Cookie",
    `${WAY_COOKIES[cookie]}=${secret}; Path=/; Max-Age=${SECONDS}; SameSite=Lax; HttpOnly${secure(context)}`,
  );
}

/** The secret of this browser's step; an empty text, which opens nothing, when there is none. */
export function wayOf(request: Request, cookie: WayCookie): string {
  return cookieValue(request, WAY_COOKIES[cookie]) ?? "";
}

/** Takes the secret away: the step is over. */
export function dropWay(context: LoadContext, cookie: WayCookie): void {
  context.appendHeader("Set-Cookie", `${WAY_COOKIES[cookie]}=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly${secure(context)}`);
}

function secure(context: LoadContext): string {
  return context.env.INSECURE_COOKIES ? "" : "; Secure";
}
