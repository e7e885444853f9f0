import type { Locale } from "../domain/kernel/actor";
import en from "./en";
import enMail from "./en/mail.json";
import fr from "./fr";
import frMail from "./fr/mail.json";
import nl from "./nl";
import nlMail from "./nl/mail.json";
import type { Catalogue, Translate } from "./translate";
import { makeTranslate } from "./translate";

/** The texts of pages, by language. For the server only: the browser loads the one language it shows. */
export const CATALOGUES: Readonly<Record<Locale, Catalogue>> = { nl, fr, en };

const translators: Readonly<Record<Locale, Translate>> = {
  nl: makeTranslate("nl", { ...nl, ...nlMail }),
  fr: makeTranslate("fr", { ...fr, ...frMail }),
  en: makeTranslate("en", { ...en, ...enMail }),
};

/** The translate function of a language, mail texts included. */
export function translator(locale: Locale): Translate {
  return translators[locale];
}
