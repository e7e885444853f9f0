import type { Locale } from "~/domain/kernel/actor";
import { useLocale } from "../i18n";

/** A text in all languages of the house. */
export type Labels = Readonly<Record<Locale, string>>;

/** Picks the text of the page's language. */
export function useLabel(): (labels: Labels) => string {
  const locale = useLocale();
  return (labels) => labels[locale];
}
