import type nl from "./nl";
import type mail from "./nl/mail.json";

type PlainKey<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;
/** Every text of Broeikas by its key; plural forms (`_one`, `_other`) share the key without the ending. */
export type MessageKey = PlainKey<Extract<keyof (typeof nl & typeof mail), string>>;
export type MessageParams = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, params?: MessageParams) => string;
export type Catalogue = Readonly<Record<string, string>>;
/** A text to be shown later, in the language of whoever reads it. */
export interface Message {
  readonly key: MessageKey;
  readonly params?: MessageParams;
}

/**
 * Makes the translate function of one language. `{name}` is filled in from the parameters; with a `count`,
 * the plural form of the language is chosen. A missing key shows itself (a test keeps that from happening).
 */
export function makeTranslate(locale: string, catalogue: Catalogue): Translate {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (key, params) => {
    let message = catalogue[key];
    if (message === undefined && typeof params?.count === "number") {
      message = catalogue[`${key}_${plurals.select(params.count) === "one" ? "one" : "other"}`];
    }
    if (message === undefined) return key;
    if (!params || !message.includes("{")) return message;
    return message.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = params[name];
      if (value === undefined) return whole;
      return typeof value === "number" ? numbers.format(value) : value;
    });
  };
}
