/** Every cookie Broeikas sets, all of them strictly necessary. The privacy page prints this list; a test compares it with what is set. */
export const COOKIES = {
  /** Who is signed in; the second name on a network without https. */
  session: ["__Host-broeikas", "broeikas"],
  /** The language somebody chose. */
  language: ["lang"],
  /** The draft a visitor is writing. */
  draft: ["draft"],
  /** A short word on the next page. */
  toast: ["toast"],
} as const;
export type CookieCode = keyof typeof COOKIES;

/** Codes of the cookies, in the order in which they are told. */
export const COOKIE_CODES = Object.keys(COOKIES) as CookieCode[];
