import { WORDS_MAX, WORDS_PER_LIST_MAX } from "~/domain/ideas/idea";
import { isDomainError } from "~/domain/kernel/errors";
import { isLocale } from "~/web/locale";
import { defineLoader, limitRate } from "~/web/route";
import { suggestionsFor, TERMS_RATE } from "~/web/taxonomy";

const FRESH = { "Cache-Control": "no-store" };
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
    return Response.json({ rows: [] }, { status: 429, headers: { ...FRESH, "Retry-After": String(thrown.params.seconds ?? 60) } });
  }
  const texts = asked.map(([, words]) => words.slice(0, WORDS_MAX));
  const found = await suggestionsFor(ctx, texts, isLocale(lang) ? lang : ctx.actor.locale);
  const rows = asked.map(([name], at) => ({ name, words: texts[at] ?? "", terms: found[at] ?? [] }));
  return Response.json({ rows }, { headers: FRESH });
});
