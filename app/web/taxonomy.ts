import { allTerms } from "~/domain/campus/queries";
import type { Locale } from "~/domain/kernel/actor";
import type { WordInput, WordKind } from "~/domain/ideas/idea";
import { fold } from "~/domain/kernel/text";
import { seconds } from "~/domain/kernel/time";
import type { Store } from "~/domain/kernel/store";
import type { WebCtx } from "./ctx";

type Term = Awaited<ReturnType<typeof allTerms>>[number];
interface Taxonomy {
  readonly at: number;
  readonly terms: readonly Term[];
  readonly byWord: ReadonlyMap<string, Term>;
}

const KEPT_MS = seconds(30);
const kept = new WeakMap<Store, Promise<Taxonomy>>();

async function load(ctx: WebCtx): Promise<Taxonomy> {
  const terms = await allTerms(ctx.store.db);
  const byWord = new Map<string, Term>();
  for (const term of terms) {
    for (const word of [...Object.values(term.labels), ...Object.values(term.synonyms).flat()]) {
      const key = fold(word);
      if (!byWord.has(key)) byWord.set(key, term);
    }
  }
  return { at: ctx.now.getTime(), terms, byWord };
}

/** The taxonomy, read at most every half minute: it changes a few times a year. */
async function taxonomy(ctx: WebCtx): Promise<Taxonomy> {
  const known = await kept.get(ctx.store);
  if (known && ctx.now.getTime() - known.at < KEPT_MS && ctx.now.getTime() >= known.at) return known;
  const loading = load(ctx);
  kept.set(ctx.store, loading);
  loading.catch(() => kept.delete(ctx.store));
  return loading;
}

/** Terms of a kind as options of a form, in the reader's language and its order. */
export async function termOptions(
  ctx: WebCtx,
  kind: "domain" | "growth_market" | "production_step",
): Promise<{ value: string; label: string }[]> {
  const { terms } = await taxonomy(ctx);
  return terms.filter((term) => term.kind === kind).map((term) => ({ value: term.id, label: term.labels[ctx.actor.locale] }));
}

/** Words to pick needs and offers from, in one language. */
export async function termWords(ctx: WebCtx, locale: Locale): Promise<string[]> {
  const { terms } = await taxonomy(ctx);
  return terms.filter((term) => term.needKind !== null).map((term) => term.labels[locale]);
}

interface TypedWords {
  readonly kind: WordKind;
  readonly words: string;
  readonly weight: 1 | 2 | 3;
  readonly termId: string | null;
}

/** Recognises words that are a term's label or synonym, in whatever language, so that they match across languages. */
export async function recognise(ctx: WebCtx, typed: readonly TypedWords[]): Promise<WordInput[]> {
  const { byWord } = await taxonomy(ctx);
  return typed.map((row) => ({ ...row, termId: byWord.get(fold(row.words))?.id ?? null }));
}
