import { namesOf } from "~/domain/kernel/cookies";
import type { Env } from "~/infra/env";

type Settings = Pick<Env, "INSECURE_COOKIES">;

/** The name of a cookie under these settings. */
export const cookieName = (name: string, { INSECURE_COOKIES }: Settings): string => namesOf(name)[INSECURE_COOKIES ? 1 : 0];

/** The header that puts a cookie of ours into a browser for so many seconds (0 takes it away); scripts never read it. */
export function cookieHeader(name: string, value: string, maxAge: number, settings: Settings): string {
  const secure = settings.INSECURE_COOKIES ? "" : "; Secure";
  return `${cookieName(name, settings)}=${value}; Path=/; Max-Age=${maxAge}; SameSite=Lax; HttpOnly${secure}`;
}
