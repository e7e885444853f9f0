import type { Locale } from "~/domain/kernel/actor";
import { LOCALES } from "~/domain/kernel/actor";
import { COOKIES, namesOf } from "~/domain/kernel/cookies";

export const LOCALE_COOKIE = COOKIES.language;

/** Tells whether a text names a language Broeikas speaks. */
export function isLocale(value: unknown): value is Locale {
  return (LOCALES as readonly unknown[]).includes(value);
}

/** The part of a request that says who reads. */
export interface WithHeaders {
  readonly headers: { get(name: string): string | null };
}

/** Value of one cookie, or null. */
export function cookieValue(request: WithHeaders, name: string): string | null {
  for (const part of (request.headers.get("Cookie") ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/** Language for a request without an account: cookie, else Accept-Language by its weights, else Dutch. */
export function negotiateLocale(request: WithHeaders): Locale {
  // Under either name: a language is nothing to be misled by.
  const chosen = namesOf(LOCALE_COOKIE)
    .map((name) => cookieValue(request, name))
    .find(isLocale);
  if (chosen) return chosen;
  const wishes = (request.headers.get("Accept-Language") ?? "")
    .split(",")
    .map((part, position) => {
      const [tag = "", ...attributes] = part.trim().split(";");
      const q = attributes.map((a) => /^\s*q=([\d.]+)$/.exec(a)?.[1]).find(Boolean);
      return { lang: tag.slice(0, 2).toLowerCase(), q: q === undefined ? 1 : Number(q), position };
    })
    .sort((a, b) => b.q - a.q || a.position - b.position);
  return wishes.map((wish) => wish.lang).find(isLocale) ?? "nl";
}

/** The language an address asks for by `?lang=`, else Dutch: for what is kept by its address, and read without a cookie. */
export function localeAsked(url: URL): Locale {
  const asked = url.searchParams.get("lang");
  return isLocale(asked) ? asked : "nl";
}
