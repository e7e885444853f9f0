import type { Term } from "~/domain/campus/queries";
import { termRowsOf } from "~/domain/campus/queries";
import { entryLabels } from "~/domain/campus/queries-vocabulary";
import { livingTerms, mergedAway } from "~/domain/campus/terms/merged";
import { isTakenOver } from "~/domain/campus/vocabulary";
import type { Locale } from "~/domain/kernel/actor";
import type { WordInput, WordKind } from "~/domain/ideas/idea";
import { NO_TERM } from "~/domain/ideas/idea";
import { fold } from "~/domain/kernel/text";
import { minutes, seconds } from "~/domain/kernel/time";
import type { Store } from "~/domain/kernel/store";
import type { SuggestedTerm } from "~/domain/matching/suggest-terms";
import { suggestTerms } from "~/domain/matching/suggest-terms";
import { taxonomyOf } from "~/domain/matching/taxonomy";
import type { RateRule } from "~/infra/rate-limit";
import type { WebCtx } from "./ctx";

interface Taxonomy {
  readonly at: number;
  /** Those that were not merged, retired ones too. */
  readonly terms: readonly Term[];
  /** Those that are offered, by their names. */
  readonly byWord: ReadonlyMap<string, Term>;
  /** By every id that ever was, the one that stands for it. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Somebody who types all the time asks some sixty times a minute; a class shares one address. */
export const TERMS_RATE: RateRule = { name: "terms", limit: 120, ipLimit: 1200, windowMs: minutes(1) };

const KEPT_MS = seconds(30);
const kept = new WeakMap<Store, Promise<Taxonomy>>();

const isOffered = ({ retiredAt }: Term): boolean => retiredAt === null;

async function load(ctx: WebCtx): Promise<Taxonomy> {
  const rows = await termRowsOf(ctx.store.db);
  const terms = livingTerms(rows);
  const byWord = new Map<string, Term>();
  for (const term of terms.filter(isOffered)) {
    for (const word of [...Object.values(term.labels), ...Object.values(term.synonyms).flat()]) {
      const key = fold(word);
      if (!byWord.has(key)) byWord.set(key, term);
    }
  }
  return { at: ctx.now.getTime(), terms, byWord, ids: new Map([...terms.map(({ id }) => [id, id] as const), ...mergedAway(rows)]) };
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

/** The list has changed here: whoever asks next reads it anew; other servers within half a minute. */
export function forgetTerms(ctx: WebCtx): void {
  kept.delete(ctx.store);
}

/** Terms of a kind as options of a form, in the reader's language and its order; a retired one only where it is chosen already. */
export async function termOptions(
  ctx: WebCtx,
  kind: "domain" | "growth_market" | "production_step",
  chosen: readonly (string | null | undefined)[] = [],
): Promise<{ value: string; label: string }[]> {
  const { terms } = await taxonomy(ctx);
  const shown = terms.filter((term) => term.kind === kind && (isOffered(term) || chosen.includes(term.id)));
  return shown.map((term) => ({ value: term.id, label: term.labels[ctx.actor.locale] }));
}

/** The id that stands for a term that an address names: old addresses go on after a merge. */
export async function standingTerm(ctx: WebCtx, id: string): Promise<string> {
  return id === "" ? id : ((await taxonomy(ctx)).ids.get(id) ?? id);
}

/** Words to pick needs and offers from, in one language. */
export async function termWords(ctx: WebCtx, locale: Locale): Promise<string[]> {
  const { terms } = await taxonomy(ctx);
  return terms.filter((term) => term.needKind !== null && isOffered(term)).map((term) => term.labels[locale]);
}

interface TypedWords {
  readonly kind: WordKind;
  readonly words: string;
  readonly weight: 1 | 2 | 3;
  readonly termId: string | null;
}

/**
 * The term of each row: the one that was picked, as far as it is there; else the one that the words are a label or synonym of, in
 * whatever language, so that they match across languages.
 */
export async function recognise(ctx: WebCtx, typed: readonly TypedWords[]): Promise<WordInput[]> {
  const { byWord, ids } = await taxonomy(ctx);
  const entries = await entryLabels(
    ctx.store.db,
    typed.flatMap(({ termId }) => (termId !== null && isTakenOver(termId) ? [termId] : [])),
  );
  const picked = (id: string): string | undefined => (id === NO_TERM || entries.has(id) ? id : ids.get(id));
  return typed.map((row) => ({
    ...row,
    termId: (row.termId === null ? undefined : picked(row.termId)) ?? byWord.get(fold(row.words))?.id ?? null,
  }));
}

/** Terms that may be meant by each text, at most three, in the reader's language. */
export async function suggestionsFor(ctx: WebCtx, texts: readonly string[], lang: Locale): Promise<SuggestedTerm[][]> {
  const known = await taxonomyOf(ctx.store.db, ctx.now);
  return texts.map((text) => suggestTerms(known, text, lang, ctx.actor.locale));
}

/** Rows of a form with the terms that may be meant; the one that was picked is among them. None when they are not asked. */
export async function withSuggestions<T extends { readonly words: string; readonly termId: string | null }>(
  ctx: WebCtx,
  rows: readonly T[],
  lang: Locale,
  asked = true,
): Promise<(T & { terms: SuggestedTerm[] })[]> {
  if (rows.length === 0 || !asked) return rows.map((row) => ({ ...row, terms: [] }));
  const { labels } = await taxonomyOf(ctx.store.db, ctx.now);
  const found = await suggestionsFor(
    ctx,
    rows.map(({ words }) => words),
    lang,
  );
  return rows.map((row, at) => {
    const terms = found[at] ?? [];
    const label = row.termId === null ? undefined : labels.get(row.termId)?.[ctx.actor.locale];
    const missing = row.termId !== null && label !== undefined && terms.every(({ id }) => id !== row.termId);
    return { ...row, terms: missing ? [{ id: row.termId ?? "", label }, ...terms] : terms };
  });
}
