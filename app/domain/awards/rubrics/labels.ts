import type { Labels } from "#db/schema/campus";
import { LOCALES } from "../../kernel/actor";
import { DomainError } from "../../kernel/errors";
import { clean, fold } from "../../kernel/text";

/**
 * A text in all languages as it is kept, on one line: a language that is left out takes the text of the first that is there. Refuses with
 * "invalid", the `field` and the `max` when one is too long, or when none is there and one is `needed`.
 */
export function labelsOf(labels: Labels, field: string, max: number, needed = true): Labels {
  const texts = LOCALES.map((locale) => [locale, clean(labels[locale]).replace(/\s+/g, " ")] as const);
  const first = texts.find(([, text]) => text !== "")?.[1] ?? "";
  const wrong = texts.find(([, text]) => text.length > max)?.[0] ?? (needed && first === "" ? LOCALES[0] : undefined);
  if (wrong !== undefined) throw new DomainError("invalid", { field: `${field}.${wrong}`, max });
  return Object.fromEntries(texts.map(([locale, text]) => [locale, text === "" ? first : text])) as unknown as Labels;
}

const CODE_MAX = 32;

/** A code for something with a name, which none of `taken` has: "Prijs van de buurt" is "prijs-van-de-buurt", a second one "…-2". */
export function codeFor(name: string, taken: readonly string[], otherwise: string): string {
  const made = fold(name)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, CODE_MAX)
    .replace(/^[-\d]+|-+$/g, "");
  const base = made === "" ? otherwise : made;
  for (let n = 1; ; n += 1) {
    const code = n === 1 ? base : `${base}-${n}`;
    if (!taken.includes(code)) return code;
  }
}
