import { redirect } from "@remix-run/node";
import { changeLocale } from "~/domain/identity/change-locale";
import { isPerson } from "~/domain/kernel/actor";
import { cookieHeader } from "~/web/cookies";
import { isLocale, LOCALE_COOKIE } from "~/web/locale";
import { safeRedirect } from "~/web/redirect";
import { defineAction } from "~/web/route";

const YEAR_SECONDS = 31_536_000;

export const loader = () => redirect("/");

/** Chooses the language: kept with the account, or in a cookie for a visitor. */
export const action = defineAction(async ({ ctx, form }) => {
  const locale = form.get("locale");
  if (isLocale(locale)) {
    ctx.web.appendHeader("Set-Cookie", cookieHeader(LOCALE_COOKIE, locale, YEAR_SECONDS, ctx.web.env));
    if (isPerson(ctx.actor)) await changeLocale(ctx, locale);
  }
  return redirect(safeRedirect(form.get("to")), 303);
});
