import type { IdeaPage } from "~/domain/ideas/queries-page";
import type { Locale } from "~/domain/kernel/actor";

/** The idea with as much of its words as the page shows, in one language. */
export function inWordsOf(idea: IdeaPage, locale: Locale) {
  return {
    ...idea,
    needs: idea.needs.map(({ id, words, lang, state, origin }) => ({ id, words, lang, state, origin })),
    offers: idea.offers.map(({ id, words, lang }) => ({ id, words, lang })),
    domain: idea.domain?.labels[locale] ?? null,
    growthMarket: idea.growthMarket?.labels[locale] ?? null,
    productionStep: idea.productionStep?.labels[locale] ?? null,
  };
}
