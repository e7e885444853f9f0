import type { Locale } from "../kernel/actor";
import { LOCALES } from "../kernel/actor";
import { isStopWord, plainStemsOf, tokens } from "../kernel/stems";
import type { Bags, Bridge, WordTable } from "./bridge";
import { bridge } from "./bridge";
import { gramsOf } from "./letters";
import type { Parents, TextVector } from "./match";
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

/** Makes the lexicon of a list of terms: about 0.1 s for our own, some seconds for the whole official list. */
export function makeLexicon(terms: readonly LexiconTerm[], { tables = {}, words = WORDBOOK }: LexiconExtras = {}): Lexicon {
  const names = [...terms.map((term) => byLocale((lang) => namesOf(term, lang))), ...words];
  const bags = names.map((name): Bags => byLocale((lang) => plainStemsOf(name[lang], lang)));
  const noted = terms.map((term, at) => byLocale((lang) => withNotes(bags[at]?.[lang] ?? [], term.notes?.[lang], lang)));
  const frequency = byLocale((lang) => countEach([...noted, ...bags.slice(terms.length)].map((bag) => bag[lang])));
  const bridges = byLocale((lang) =>
    lang === "en" ? new Map() : bridge(bags.slice(0, terms.length), bags.slice(terms.length), lang, tables[lang]),
  );
  const known = byLocale((lang) => new Set([...frequency[lang].keys(), ...bridges[lang].keys(), ...plainStems(lang)]));
  return {
    parents: new Map(terms.map(({ id, parentId }) => [id, parentId])),
    phrases: byLocale((lang) => phrasesOf(terms, lang)),
    bridges,
    frequency,
    size: terms.length,
    plain: byLocale((lang) => new Set(plainStems(lang))),
    shelves: byLocale((lang) => shelved(known[lang])),
    grams: gramsIn(names),
    kept: { vectors: new Map(), meant: new Map(), grams: new Map() },
  };
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
function gramsIn(names: readonly PerLocale<string>[]): Lexicon["grams"] {
  const words = new Set(names.flatMap((name) => LOCALES.flatMap((lang) => tokens(name[lang]).filter((word) => !isStopWord(word, lang)))));
  return { frequency: countEach([...words].map((word) => [...new Set(gramsOf(word))])), size: words.size };
}

function shelved(stems: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const shelves = new Map<string, string[]>();
  for (const stem of stems) {
    const shelf = shelfOf(stem[0] ?? "", stem.length);
    const there = shelves.get(shelf);
    if (there) there.push(stem);
    else shelves.set(shelf, [stem]);
  }
  return shelves;
}

function phrasesOf(terms: readonly LexiconTerm[], lang: Locale): ReadonlyMap<string, readonly Phrase[]> {
  const byFirst = new Map<string, Phrase[]>();
  for (const term of terms) {
    for (const name of new Set([term.labels[lang], ...term.synonyms[lang]].flatMap((one) => [one, ...one.split("/")]))) {
      const stems = stemsInOrder(name, lang);
      const first = stems[0];
      if (first === undefined || (stems.length === 1 && name.trim().length < LONE_WORD_LEAST)) continue;
      const there = byFirst.get(first);
      if (there) there.push({ termId: term.id, stems });
      else byFirst.set(first, [{ termId: term.id, stems }]);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return byFirst;
}

function countEach(bags: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const bag of bags) for (const stem of bag) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}
