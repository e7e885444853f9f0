import { randomBytes } from "node:crypto";
import { claimHashOf, isClaim } from "~/domain/ideas/drafts";
import { COOKIES } from "~/domain/kernel/cookies";
import type { LoadContext } from "~/infra/load-context";
import { cookieHeader, cookieName } from "./cookies";
import { cookieValue } from "./locale";

/** Holds the secret of the one draft a visitor is writing. */
export const CLAIM_COOKIE = COOKIES.draft;
const MONTH_SECONDS = 2_592_000;

/** The visitor's claim secret, or null. */
export function claimOf(request: Request, { env }: Pick<LoadContext, "env">): string | null {
  const value = cookieValue(request, cookieName(CLAIM_COOKIE, env));
  return value !== null && isClaim(value) ? value : null;
}

/** The claim secret of this visitor; a new one is put into the answer when there is none. */
export function claimFor(request: Request, context: LoadContext): string {
  const known = claimOf(request, context);
  if (known) return known;
  const made = randomBytes(32).toString("base64url");
  context.appendHeader("Set-Cookie", cookieHeader(CLAIM_COOKIE, made, MONTH_SECONDS, context.env));
  return made;
}

/** What is kept of a claim secret; null when the cookie holds none. */
export function claimHashFrom(value: string | null): string | null {
  return value !== null && isClaim(value) ? claimHashOf(value) : null;
}

/** Forgets the claim: the draft has an owner now. */
export function dropClaim(context: LoadContext): void {
  context.appendHeader("Set-Cookie", cookieHeader(CLAIM_COOKIE, "", 0, context.env));
}
