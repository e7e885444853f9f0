import { data } from "@remix-run/node";
import type { ClientLoaderFunctionArgs } from "@remix-run/react";
import { WORDS_MAX, WORDS_PER_LIST_MAX } from "~/domain/ideas/idea";
import { isDomainError } from "~/domain/kernel/errors";
import { isLocale } from "~/web/locale";
import { defineLoader, limitRate } from "~/web/route";
import { suggestionsFor, TERMS_RATE } from "~/web/taxonomy";

const ROW = /^(needs|offers)\[\d{1,2}\]$/;

/** Terms that may be meant by the needs and offers that somebody types, out of the lists alone. One who asks too much gets none. */
export const loader = defineLoader(async ({ ctx }) => {
  const query = ctx.url.searchParams;
  const asked = [...query].filter(([name]) => ROW.test(name)).slice(0, 2 * WORDS_PER_LIST_MAX);
  const lang = query.get("lang");
  try {
    await limitRate(ctx, TERMS_RATE, ctx.actor.personId ?? undefined);
  } catch (thrown) {
    if (!isDomainError(thrown) || thrown.code !== "too_many") throw thrown;
    return data({ rows: [] }, { status: 429, headers: { "Retry-After": String(thrown.params.seconds ?? 60) } });
  }
  const texts = asked.map(([, words]) => words.slice(0, WORDS_MAX));
  const found = await suggestionsFor(ctx, texts, isLocale(lang) ? lang : ctx.actor.locale);
  return data({ rows: asked.map(([name], at) => ({ name, words: texts[at] ?? "", terms: found[at] ?? [] })) });
});

/** A lost connection costs the writer these terms, not their page. */
export const clientLoader = async ({ serverLoader }: ClientLoaderFunctionArgs) => {
  try {
    return await serverLoader<typeof loader>();
  } catch (thrown) {
    if (thrown instanceof TypeError) return { rows: [] };
    throw thrown;
  }
};
