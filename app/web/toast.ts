import { COOKIES } from "~/domain/kernel/cookies";
import type { LoadContext } from "~/infra/load-context";
import type { Message } from "~/locales/translate";
import { cookieHeader, cookieName } from "./cookies";
import { cookieValue } from "./locale";

/** A short word of success on the next page, with an undo when there is one. */
export interface Toast extends Message {
  /** Form that takes it back: where to post and with which intent. */
  readonly undo?: { readonly action: string; readonly intent: string; readonly id?: string };
}

export const TOAST_COOKIE = COOKIES.toast;

/** Puts a toast into the answer; the next page shows it once. */
export function setToast(context: LoadContext, toast: Toast): void {
  const value = Buffer.from(JSON.stringify(toast), "utf8").toString("base64url");
  context.appendHeader("Set-Cookie", cookieHeader(TOAST_COOKIE, value, 60, context.env));
}

/** Takes the waiting toast off the request, or null. */
export function takeToast(request: Request, context: LoadContext): Toast | null {
  const value = cookieValue(request, cookieName(TOAST_COOKIE, context.env));
  if (!value) return null;
  context.appendHeader("Set-Cookie", cookieHeader(TOAST_COOKIE, "", 0, context.env));
  try {
    const toast = JSON.parse(Buffer.from(value, "base64url").toString("utf8")) as Toast;
    return typeof toast.key === "string" ? toast : null;
  } catch {
    return null;
  }
}
