import type { Locale } from "../kernel/actor";
import { LOCALES } from "../kernel/actor";
import { isStopWord, plainStemsOf, tokens } from "../kernel/stems";
import type { Parents, TextVector } from "./match";

/** What the lexicon is made of: the taxonomy, in three languages. */
export interface LexiconTerm {
  readonly id: string;
  readonly parentId: string | null;
  readonly labels: Readonly<Record<Locale, string>>;
  readonly synonyms: Readonly<Record<Locale, readonly string[]>>;
}
interface Phrase {
  readonly termId: string;
  readonly stems: readonly string[];
}
type Bridge = ReadonlyMap<string, readonly (readonly [string, number])[]>;

/** How words lead to terms and to English: made from the taxonomy alone, so that nothing private shows through its weights. */
export interface Lexicon {
  readonly parents: Parents;
  readonly phrases: Readonly<Record<Locale, ReadonlyMap<string, readonly Phrase[]>>>;
  readonly bridges: Readonly<Record<Locale, Bridge>>;
  readonly frequency: Readonly<Record<Locale, ReadonlyMap<string, number>>>;
  readonly size: number;
}

const BRIDGED_MAX = 4;
const BRIDGE_LEAST = 0.2;
const PART_LEAST = 4;
const LINKS = ["", "s", "e", "en", "n"];
const LONE_WORD_LEAST = 4;

/** Makes the lexicon of a list of terms: about 30 ms for 500 of them. */
export function makeLexicon(terms: readonly LexiconTerm[]): Lexicon {
  const bags = terms.map((term) => byLocale((lang) => stemsOfTerm(term, lang)));
  const frequency = byLocale((lang) => countEach(bags.map((bag) => bag[lang])));
  return {
    parents: new Map(terms.map(({ id, parentId }) => [id, parentId])),
    phrases: byLocale((lang) => phrasesOf(terms, lang)),
    bridges: byLocale((lang) => (lang === "en" ? new Map() : bridge(bags, lang, frequency))),
    frequency,
    size: terms.length,
  };
}

/** Ids of the terms named in a text, in whatever place; the longest name wins where two begin. */
export function termsIn(lexicon: Lexicon, text: string, lang: Locale): string[] {
  const stems = stemsInOrder(text, lang);
  const found = new Set<string>();
  for (let at = 0; at < stems.length; at += 1) {
    const candidates = lexicon.phrases[lang].get(stems[at] ?? "") ?? [];
    const longest = candidates.find((phrase) => phrase.stems.every((stem, i) => stems[at + i] === stem));
    if (!longest) continue;
    for (const phrase of candidates) if (sameStems(phrase, longest)) found.add(phrase.termId);
    at += longest.stems.length - 1;
  }
  return [...found];
}

/** The features of a text: its stems weighted by how telling they are, and the English stems that the taxonomy sets beside them. */
export function vectorOf(lexicon: Lexicon, text: string, lang: Locale): TextVector {
  const stems = plainStemsOf(text, lang);
  const native = new Map(stems.map((stem) => [stem, weightOf(lexicon, stem, lang)]));
  if (lang === "en") return { lang, native: unit(native), pivot: unit(native) };
  const pivot = new Map<string, number>();
  for (const stem of stems) {
    for (const [english, closeness] of translated(lexicon, stem, lang)) {
      const weight = closeness * weightOf(lexicon, english, "en");
      pivot.set(english, Math.max(pivot.get(english) ?? 0, weight));
    }
  }
  return { lang, native: unit(native), pivot: unit(pivot) };
}

/** How alike two texts are, 0 to 1: the larger of the likeness in their own language (when it is one) and in English. */
export function cosine(a: TextVector, b: TextVector): number {
  const bridged = dot(a.pivot, b.pivot);
  return Math.min(1, a.lang === b.lang ? Math.max(bridged, dot(a.native, b.native)) : bridged);
}

/** A stem in English: what the taxonomy sets beside it, else the same of its parts (Dutch compounds), else itself (names, loan words). */
function translated(lexicon: Lexicon, stem: string, lang: Locale): readonly (readonly [string, number])[] {
  const known = lexicon.bridges[lang].get(stem);
  if (known) return known;
  if (lang === "nl") {
    const parts = partsOf(stem, lexicon.bridges.nl);
    if (parts) return parts.flatMap((part) => lexicon.bridges.nl.get(part) ?? []);
  }
  return [[stem, 1]];
}

function partsOf(stem: string, known: Bridge): [string, string] | null {
  for (let at = stem.length - PART_LEAST; at >= PART_LEAST; at -= 1) {
    const tail = stem.slice(at);
    if (!known.has(tail)) continue;
    for (const link of LINKS) {
      const head = stem.slice(0, at - link.length);
      if (head.length >= PART_LEAST && stem.slice(head.length, at) === link && known.has(head)) return [head, tail];
    }
  }
  return null;
}

/** For each stem of a language the English stems that stand with it in the same terms, by Dice's coefficient, at most four. */
function bridge(bags: readonly Record<Locale, readonly string[]>[], lang: Locale, frequency: Lexicon["frequency"]): Bridge {
  const together = new Map<string, Map<string, number>>();
  for (const bag of bags) {
    for (const stem of bag[lang]) {
      const row = together.get(stem) ?? new Map<string, number>();
      together.set(stem, row);
      for (const english of bag.en) row.set(english, (row.get(english) ?? 0) + 1);
    }
  }
  const found = new Map<string, (readonly [string, number])[]>();
  for (const [stem, row] of together) {
    const mine = frequency[lang].get(stem) ?? 1;
    const close = [...row]
      .map(([english, n]) => [english, (2 * n) / (mine + (frequency.en.get(english) ?? 1))] as const)
      .filter(([, closeness]) => closeness >= BRIDGE_LEAST)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, BRIDGED_MAX);
    if (close.length > 0) found.set(stem, close);
  }
  return found;
}

function phrasesOf(terms: readonly LexiconTerm[], lang: Locale): ReadonlyMap<string, readonly Phrase[]> {
  const byFirst = new Map<string, Phrase[]>();
  for (const term of terms) {
    for (const name of new Set([term.labels[lang], ...term.synonyms[lang]].flatMap((one) => [one, ...one.split("/")]))) {
      const stems = stemsInOrder(name, lang);
      const first = stems[0];
      if (first === undefined || (stems.length === 1 && name.trim().length < LONE_WORD_LEAST)) continue;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { termId: term.id, stems }]);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return byFirst;
}

const sameStems = (a: Phrase, b: Phrase): boolean => a.stems.length === b.stems.length && a.stems.every((stem, i) => stem === b.stems[i]);

function stemsInOrder(text: string, lang: Locale): string[] {
  return tokens(text).flatMap((word) => (isStopWord(word, lang) ? [] : plainStemsOf(word, lang)));
}

function stemsOfTerm(term: LexiconTerm, lang: Locale): string[] {
  return plainStemsOf([term.labels[lang], ...term.synonyms[lang]].join("\n"), lang);
}

function weightOf(lexicon: Lexicon, stem: string, lang: Locale): number {
  return Math.log(1 + (lexicon.size + 1) / (1 + (lexicon.frequency[lang].get(stem) ?? 0)));
}

function countEach(bags: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const bag of bags) for (const stem of bag) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

function unit(vector: ReadonlyMap<string, number>): Map<string, number> {
  const length = Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0));
  return new Map([...vector].map(([feature, weight]) => [feature, length === 0 ? 0 : weight / length]));
}

function dot(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [feature, weight] of small) sum += weight * (large.get(feature) ?? 0);
  return sum;
}

function byLocale<T>(make: (lang: Locale) => T): Record<Locale, T> {
  return Object.fromEntries(LOCALES.map((lang) => [lang, make(lang)])) as Record<Locale, T>;
}
