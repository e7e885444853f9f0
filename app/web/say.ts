import type { Locale } from "~/domain/kernel/actor";
import { translator } from "~/locales";
import type { MessageKey, MessageParams, Translate } from "~/locales/translate";
import type { WebCtx } from "./ctx";

/** A text in the language of whoever acts, for the rare place where the server must word something itself. */
export function say(ctx: WebCtx, key: MessageKey, params?: MessageParams): string {
  return translator(ctx.actor.locale)(key, params);
}

/** The texts of one language, for what is the same for every reader: a picture, a file. */
export function sayIn(locale: Locale): Translate {
  return translator(locale);
}
