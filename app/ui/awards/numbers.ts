import { shownPoints } from "~/domain/awards/ranking";
import type { Locale } from "~/domain/kernel/actor";
import { useLocale } from "../i18n";

/** Making a formatter costs as much as a hundred elements, so each language makes its own once. */
const made = new Map<Locale, ReturnType<typeof numbersOf>>();

/** Numbers of a result as the page's language writes them. */
export function useNumbers() {
  const locale = useLocale();
  const known = made.get(locale) ?? numbersOf(locale);
  made.set(locale, known);
  return known;
}

function numbersOf(locale: Locale) {
  const oneDigit = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const whole = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const short = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return {
    /** Hundredths of a point, shown with one digit. */
    points: (hundredths: number): string => oneDigit.format(shownPoints(hundredths)),
    /** A part of 1. */
    percent: (part: number): string => whole.format(part),
    weight: (weight: number): string => short.format(weight),
  };
}
