import type { Request as ExpressRequest } from "express";
import { SESSION_COOKIES } from "~/infra/sessions";
import { namesOf } from "~/domain/kernel/cookies";
import { CLAIM_COOKIE } from "~/web/draft";
import { negotiateLocale } from "~/web/locale";
import { TOAST_COOKIE } from "~/web/toast";
import type { SharedPages } from "./page-cache";

/** Pages that every visitor gets alike, with the parameters they depend on. Their loaders declare what they show. */
const SHARED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\/$/, []],
  [/^\/(about|accessibility|privacy)$/, []],
  [/^\/ideas$/, ["q", "stage", "domain", "lang", "campus", "page", "view"]],
  [/^\/ideas\/[\w-]{1,64}$/, ["earlier"]],
];
/** A cookie of these makes the page one person's own. */
const PERSONAL: readonly string[] = [...SESSION_COOKIES, ...namesOf(CLAIM_COOKIE), ...namesOf(TOAST_COOKIE)];

const cookieNames = (req: ExpressRequest): string[] =>
  (req.headers.cookie ?? "").split(";").map((part) => part.split("=")[0]?.trim() ?? "");

/** The pages of Broeikas that are kept ready for visitors. */
export const sharedPages: SharedPages = {
  knownParams: (path) => SHARED.find(([pattern]) => pattern.test(path))?.[1],
  isAnonymous: (req) => !cookieNames(req).some((name) => PERSONAL.includes(name)),
  localeOf: (req) => negotiateLocale({ headers: { get: (name) => req.get(name) ?? null } }),
};
