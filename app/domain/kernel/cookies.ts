/**
 * Every cookie Broeikas sets, all of them strictly necessary, by what it is for. The code that sets one takes its name from here, the
 * privacy page prints the list, and a test compares it with what is set.
 */
export const COOKIES = {
  /** Who is signed in. */
  session: "broeikas",
  /** The language somebody chose. */
  language: "lang",
  /** The draft a visitor is writing. */
  draft: "draft",
  /** A short word on the next page. */
  toast: "toast",
  /** A step of signing in that waits: for a code, for a passkey, for another service. */
  second_factor: "sign-in-step",
  passkey: "passkey",
  oidc: "oidc",
} as const;
export type CookieCode = keyof typeof COOKIES;

/** Codes of the cookies, in the order in which they are told. */
export const COOKIE_CODES = Object.keys(COOKIES) as CookieCode[];

/**
 * Both names a cookie may have: with the prefix no neighbouring host and no plain http can put it there; the plain one is for networks
 * without https.
 */
export const namesOf = (name: string): readonly [string, string] => [`__Host-${name}`, name];
