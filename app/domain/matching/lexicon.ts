import type { Locale } from "../kernel/actor";
import { LOCALES } from "../kernel/actor";
import { isStopWord, plainStemsOf, tokens } from "../kernel/stems";
import type { Bags, Bridge, WordTable } from "./bridge";
import { bridge } from "./bridge";
import { gramsOf } from "./letters";
import type { Parents, TextVector } from "./match";
import type { Making } from "./slices";
import { atOnce, eachInTurn, mapInTurn } from "./slices";
import type { WordTriple } from "./wordbook";
import { plainWords, WORDBOOK } from "./wordbook";

/** What the lexicon is made of: the taxonomy, in three languages. */
export interface LexiconTerm {
  readonly id: string;
  readonly parentId: string | null;
  readonly labels: Readonly<Record<Locale, string>>;
  readonly synonyms: Readonly<Record<Locale, readonly string[]>>;
  /** Sentences about the term: they tell which words are common, and never name it. */
  readonly notes?: Readonly<Partial<Record<Locale, string>>>;
}
/** Besides the terms: word tables of other makers, and other words than the book's own. */
export interface LexiconExtras {
  readonly tables?: Readonly<Partial<Record<Locale, WordTable>>>;
  readonly words?: readonly WordTriple[];
}
export interface Phrase {
  readonly termId: string;
  readonly stems: readonly string[];
}
type PerLocale<T> = Readonly<Record<Locale, T>>;

/** How words lead to terms and to English: made from the taxonomy alone, so that nothing private shows through its weights. */
export interface Lexicon {
  readonly parents: Parents;
  readonly phrases: PerLocale<ReadonlyMap<string, readonly Phrase[]>>;
  readonly bridges: PerLocale<Bridge>;
  /** In how many terms a stem stands. */
  readonly frequency: PerLocale<ReadonlyMap<string, number>>;
  readonly size: number;
  /** Stems of words that tell little. */
  readonly plain: PerLocale<ReadonlySet<string>>;
  /** Known stems by first letter and length, to find the one that was meant. */
  readonly shelves: PerLocale<ReadonlyMap<string, readonly string[]>>;
  /** In how many words a run of letters stands. */
  readonly grams: { readonly frequency: ReadonlyMap<string, number>; readonly size: number };
  /** What was worked out before: of texts, of words that are misspelt, and of the letters of words. Emptied when it is full. */
  readonly kept: {
    readonly vectors: Map<string, TextVector>;
    readonly meant: Map<string, string | null>;
    readonly grams: Map<string, readonly string[]>;
  };
}

const LONE_WORD_LEAST = 4;

/** Makes the lexicon of a list of terms: about 0.3 s for our own, some seconds for the whole official list. */
export function makeLexicon(terms: readonly LexiconTerm[], extras: LexiconExtras = {}): Lexicon {
  return atOnce(lexiconInSlices(terms, extras));
}

/** The same lexicon, made a few milliseconds at a time. */
export function* lexiconInSlices(terms: readonly LexiconTerm[], { tables = {}, words = WORDBOOK }: LexiconExtras = {}): Making<Lexicon> {
  const named = yield* mapInTurn(terms, (term) => byLocale((lang) => namesOf(term, lang)));
  const names = [...named, ...words];
  const bags = yield* mapInTurn(names, (name): Bags => byLocale((lang) => plainStemsOf(name[lang], lang)));
  const noted = yield* mapInTurn(terms, (term, at) => byLocale((lang) => withNotes(bags[at]?.[lang] ?? [], term.notes?.[lang], lang)));
  const [termBags, wordBags] = [bags.slice(0, terms.length), bags.slice(terms.length)];
  const frequency = yield* byLocaleInTurn((lang) => countEach([...noted, ...wordBags].map((bag) => bag[lang])));
  const bridges = yield* byLocaleInTurn<Bridge>((lang) => (lang === "en" ? nothingIn() : bridge(termBags, wordBags, lang, tables[lang])));
  const known = byLocale((lang) => new Set([...frequency[lang].keys(), ...bridges[lang].keys(), ...plainStems(lang)]));
  return {
    parents: new Map(terms.map(({ id, parentId }) => [id, parentId])),
    phrases: yield* byLocaleInTurn((lang) => phrasesOf(terms, lang)),
    bridges,
    frequency,
    size: terms.length,
    plain: byLocale((lang) => new Set(plainStems(lang))),
    shelves: yield* byLocaleInTurn((lang) => shelved(known[lang])),
    grams: yield* gramsIn(names),
    kept: { vectors: new Map(), meant: new Map(), grams: new Map() },
  };
}

// eslint-disable-next-line require-yield -- English leads to itself, so there is nothing to make
function* nothingIn(): Making<Bridge> {
  return new Map();
}

function* byLocaleInTurn<T>(make: (lang: Locale) => Making<T>): Making<Record<Locale, T>> {
  const made: [Locale, T][] = [];
  for (const lang of LOCALES) made.push([lang, yield* make(lang)]);
  return Object.fromEntries(made) as Record<Locale, T>;
}

/** Makes something for each language. */
export function byLocale<T>(make: (lang: Locale) => T): Record<Locale, T> {
  return Object.fromEntries(LOCALES.map((lang) => [lang, make(lang)])) as Record<Locale, T>;
}

/** The stems of a text in its order, stop-words left out. */
export function stemsInOrder(text: string, lang: Locale): string[] {
  return tokens(text).flatMap((word) => (isStopWord(word, lang) ? [] : plainStemsOf(word, lang)));
}

/** Tells where a stem stands in the shelves. */
export const shelfOf = (first: string, length: number): string => `${first}${length}`;

const plainStems = (lang: Locale): string[] => plainStemsOf(plainWords(lang).join(" "), lang);

const namesOf = (term: LexiconTerm, lang: Locale): string => [term.labels[lang], ...term.synonyms[lang]].join("\n");

function withNotes(stems: readonly string[], note: string | undefined, lang: Locale): readonly string[] {
  return note === undefined ? stems : [...new Set([...stems, ...plainStemsOf(note, lang)])];
}

/** In how many different words of the names each run of letters stands. */
function* gramsIn(names: readonly PerLocale<string>[]): Making<Lexicon["grams"]> {
  const words = new Set<string>();
  yield* eachInTurn(names, (name) => {
    for (const lang of LOCALES) for (const word of tokens(name[lang])) if (!isStopWord(word, lang)) words.add(word);
  });
  const runs = yield* mapInTurn(words, (word) => [...new Set(gramsOf(word))]);
  return { frequency: yield* countEach(runs), size: words.size };
}

function* shelved(stems: ReadonlySet<string>): Making<ReadonlyMap<string, readonly string[]>> {
  const shelves = new Map<string, string[]>();
  yield* eachInTurn(stems, (stem) => {
    const shelf = shelfOf(stem[0] ?? "", stem.length);
    const there = shelves.get(shelf);
    if (there) there.push(stem);
    else shelves.set(shelf, [stem]);
  });
  return shelves;
}

function* phrasesOf(terms: readonly LexiconTerm[], lang: Locale): Making<ReadonlyMap<string, readonly Phrase[]>> {
  const byFirst = new Map<string, Phrase[]>();
  yield* eachInTurn(terms, (term) => {
    for (const name of new Set([term.labels[lang], ...term.synonyms[lang]].flatMap((one) => [one, ...one.split("/")]))) {
      const stems = stemsInOrder(name, lang);
      const first = stems[0];
      if (first === undefined || (stems.length === 1 && name.trim().length < LONE_WORD_LEAST)) continue;
      const there = byFirst.get(first);
      if (there) there.push({ termId: term.id, stems });
      else byFirst.set(first, [{ termId: term.id, stems }]);
    }
  });
  for (const list of byFirst.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return byFirst;
}

function* countEach(bags: readonly (readonly string[])[]): Making<Map<string, number>> {
  const counts = new Map<string, number>();
  yield* eachInTurn(bags, (bag) => {
    for (const stem of bag) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  });
  return counts;
}
