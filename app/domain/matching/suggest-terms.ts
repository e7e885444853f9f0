import type { Labels } from "../campus/campus";
import type { Locale } from "../kernel/actor";
import { LOCALES } from "../kernel/actor";
import { fold } from "../kernel/text";
import type { Lexicon } from "./lexicon";
import { stemsInOrder } from "./lexicon";
import type { Making } from "./slices";
import { eachInTurn } from "./slices";
import { meantBy } from "./text";

/** A term that may be what somebody means. */
export interface SuggestedTerm {
  readonly id: string;
  readonly label: string;
}
interface Name {
  readonly id: string;
  readonly lang: Locale;
  readonly stems: readonly string[];
  /** Our own terms go before entries that are as near. */
  readonly own: boolean;
}
interface Shelf {
  readonly names: readonly Name[];
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  /** Every stem, sorted: to find those that begin as what is being typed. */
  readonly sorted: readonly string[];
}
/** Names of terms by the words in them, in each language. */
export type TermShelf = Readonly<Record<Locale, Shelf>>;

interface Nameable {
  readonly id: string;
  readonly labels: Labels;
  readonly synonyms: Readonly<Record<Locale, readonly string[]>>;
}

export const SUGGESTED_MAX = 3;
/** Texts are cut here: more was never typed in one line. */
const TYPED_MAX = 160;
const NEAR_LEAST = 0.3;
const OWN_BONUS = 0.1;
/** What a word counts that only begins as what was typed, one that was mended, and one that is reached over English. */
const PARTS = { begun: 0.7, mended: 0.8, english: 0.7 };
const BEGUN_LEAST = 3;
const BEGUN_MAX = 40;

/** Puts the names of terms that needs and offers may point at, and of all entries, on a shelf for each language. */
export function* shelfInSlices(
  terms: readonly (Nameable & { readonly needKind: string | null })[],
  entries: readonly Nameable[],
): Making<TermShelf> {
  const shelves: [Locale, Shelf][] = [];
  const asked = terms.filter(({ needKind }) => needKind !== null);
  for (const lang of LOCALES) {
    const names: Name[] = [];
    const byStem = new Map<string, number[]>();
    const put = (one: Nameable, own: boolean): void => {
      for (const name of new Set([one.labels[lang], ...one.synonyms[lang]].filter((text) => text !== ""))) {
        const stems = [...new Set(stemsInOrder(name, lang))];
        for (const stem of stems) {
          const there = byStem.get(stem);
          if (there) there.push(names.length);
          else byStem.set(stem, [names.length]);
        }
        names.push({ id: one.id, lang, stems, own });
      }
    };
    yield* eachInTurn(asked, (term) => put(term, true));
    yield* eachInTurn(entries, (entry) => put(entry, false));
    shelves.push([lang, { names, byStem, sorted: [...byStem.keys()].sort() }]);
  }
  return Object.fromEntries(shelves) as Record<Locale, Shelf>;
}

/**
 * At most three terms that may be what somebody means, the nearest first: by the words of their names, also when the last one is
 * not finished, when one has a slip of the pen, and by way of English. Nothing but the lists counts.
 */
export function suggestTerms(
  { shelf, lexicon, labels }: { readonly shelf: TermShelf; readonly lexicon: Lexicon; readonly labels: ReadonlyMap<string, Labels> },
  typed: string,
  lang: Locale,
  locale: Locale = lang,
): SuggestedTerm[] {
  const text = typed.slice(0, TYPED_MAX);
  const stems = [...new Set(stemsInOrder(text, lang))];
  if (stems.length === 0) return [];
  const near = new Map<string, number>();
  const note = (found: readonly (readonly [Name, number])[], part: number): void => {
    for (const [{ id, own }, score] of found) {
      const value = score * part + (own ? OWN_BONUS : 0);
      if (score * part >= NEAR_LEAST && value > (near.get(id) ?? 0)) near.set(id, value);
    }
  };
  note(nearest(shelf[lang], lexicon, lang, meant(shelf[lang], lexicon, stems, lang, endOf(text))), 1);
  if (lang !== "en") {
    const english = stems.map((stem) => new Map(lexicon.bridges[lang].get(stem) ?? [[stem, 1]]));
    note(nearest(shelf.en, lexicon, "en", english), PARTS.english);
  }
  const best: SuggestedTerm[] = [];
  for (const [id] of [...near].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const label = labels.get(id)?.[locale];
    // Two lists may have the same word: the nearer says it.
    if (label !== undefined && best.every((one) => fold(one.label) !== fold(label))) best.push({ id, label });
    if (best.length === SUGGESTED_MAX) break;
  }
  return best;
}

/** The word that is still being typed: the last one, without a space behind it. */
const endOf = (text: string): string => fold(/(?<!\S)\S+$/.exec(text)?.[0] ?? "");

/** For each stem that was typed, the stems of the shelf that may be meant, with how surely. */
function meant(shelf: Shelf, lexicon: Lexicon, stems: readonly string[], lang: Locale, end: string): Map<string, number>[] {
  return stems.map((stem, at) => {
    const row = new Map([[stem, 1]]);
    if (!shelf.byStem.has(stem)) {
      const mended = meantBy(lexicon, stem, lang);
      if (mended !== null) row.set(mended, PARTS.mended);
    }
    const last = at === stems.length - 1 && end.length >= BEGUN_LEAST;
    for (const one of last ? begun(shelf.sorted, end) : []) row.set(one, Math.max(PARTS.begun, row.get(one) ?? 0));
    return row;
  });
}

/** Stems that begin with some letters, by halving the sorted list. */
function begun(sorted: readonly string[], letters: string): readonly string[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < letters) low = middle + 1;
    else high = middle;
  }
  const found = sorted.slice(low, low + BEGUN_MAX);
  return found.filter((stem) => stem.startsWith(letters));
}

/** How near each name is: the cosine of the weights of its words and of those that were typed, each read as the word of the name that it may be. */
function nearest(shelf: Shelf, lexicon: Lexicon, lang: Locale, typed: readonly ReadonlyMap<string, number>[]): (readonly [Name, number])[] {
  const rare = (stem: string): number => Math.log(1 + (lexicon.size + 1) / (1 + (lexicon.frequency[lang].get(stem) ?? 0)));
  const weights = typed.map((row) => Math.max(...[...row.keys()].map(rare)) ** 2);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const found = new Map<number, { sum: number; length: number }>();
  for (const [no, row] of typed.entries()) {
    const own = new Map<number, readonly [sure: number, weight: number]>();
    for (const [stem, sure] of row) {
      const weight = rare(stem) ** 2;
      for (const at of shelf.byStem.get(stem) ?? []) if (sure > (own.get(at)?.[0] ?? 0)) own.set(at, [sure, weight]);
    }
    for (const [at, [sure, weight]] of own) {
      const { sum, length } = found.get(at) ?? { sum: 0, length: whole };
      found.set(at, { sum: sum + sure * weight, length: length - (weights[no] ?? 0) + weight });
    }
  }
  return [...found].flatMap(([at, { sum, length }]) => {
    const name = shelf.names[at];
    return name ? [[name, Math.min(1, sum / (Math.sqrt(length) * Math.hypot(...name.stems.map(rare))))] as const] : [];
  });
}
