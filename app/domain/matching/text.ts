import type { Locale } from "../kernel/actor";
import { isStopWord, plainStemsOf, tokens } from "../kernel/stems";
import { compoundParts } from "./compound";
import { gramsOf, slips } from "./letters";
import type { Lexicon, Phrase } from "./lexicon";
import { shelfOf, stemsInOrder } from "./lexicon";
import type { TextVector } from "./match";
import type { Sparse } from "./sparse";
import { dot, NOTHING, sparse } from "./sparse";

export type { Lexicon, LexiconTerm } from "./lexicon";
export { makeLexicon } from "./lexicon";

/** What a word counts that asks or describes without telling what it is about. */
const PLAIN_PART = 0.5;
/** What a word counts that was meant but written with a slip. */
const MEANT_PART = 0.8;
/** What such a word counts as it is written: it may be a word that the lexicon lacks. */
const SLIP_PART = 0.5;
/** What the parts of a compound count beside the compound itself. */
const COMPOUND_PART = 0.6;
/** How much a word that stands there again adds, by the logarithm of how often. */
const AGAIN = 0.3;
const LETTERS_PART = 0.5;

const MENDED_LEAST = 5;
const TWO_SLIPS_LEAST = 9;
const VECTORS_KEPT = 12_000;
const WORDS_KEPT = 20_000;

/** A term named in a text, and which part of what the text says it is (above 0, at most 1). */
export interface NamedTerm {
  readonly id: string;
  readonly share: number;
}

/** The terms named in a text, in whatever place and with a slip of the pen; the longest name wins where two begin. */
export function namedTerms(lexicon: Lexicon, text: string, lang: Locale): NamedTerm[] {
  const stems = stemsInOrder(text, lang).map((stem) => meantBy(lexicon, stem, lang) ?? stem);
  const weights = stems.map((stem) => weightOf(lexicon, stem, lang));
  const sum = (list: readonly number[]): number => list.reduce((total, weight) => total + weight, 0);
  const whole = sum(weights);
  const found = new Map<string, number>();
  for (let at = 0; at < stems.length; at += 1) {
    const candidates = lexicon.phrases[lang].get(stems[at] ?? "") ?? [];
    const longest = candidates.find((phrase) => phrase.stems.every((stem, i) => stems[at + i] === stem));
    if (!longest) continue;
    const share = sum(weights.slice(at, at + longest.stems.length)) / whole;
    for (const { termId, stems: named } of candidates) {
      if (sameStems(named, longest.stems)) found.set(termId, Math.min(1, (found.get(termId) ?? 0) + share));
    }
    at += longest.stems.length - 1;
  }
  return [...found].map(([id, share]) => ({ id, share }));
}

/** Ids of the terms named in a text. */
export function termsIn(lexicon: Lexicon, text: string, lang: Locale): string[] {
  return namedTerms(lexicon, text, lang).map(({ id }) => id);
}

/** The features of a text. They are kept with the lexicon by its words: a text that was read before costs nothing. */
export function vectorOf(lexicon: Lexicon, text: string, lang: Locale): TextVector {
  const { vectors } = lexicon.kept;
  const key = `${lang}:${text}`;
  const known = vectors.get(key);
  if (known) return known;
  if (vectors.size >= VECTORS_KEPT) vectors.clear();
  const made = readText(lexicon, text, lang);
  vectors.set(key, made);
  return made;
}

/** How alike two texts are, 0 to 1: half by their words, in one language or in English, and half by their letters. */
export function cosine(a: TextVector, b: TextVector): number {
  return blend(dot(a.native, b.native), dot(a.pivot, b.pivot), dot(a.letters, b.letters));
}

/**
 * How well an offer answers a need by its words, 0 to 1: as `cosine`, but an offer that says more than is asked loses less by
 * it, and letters never take from what the words say.
 */
export function answering(need: TextVector, offer: TextVector): number {
  const part = (view: View): number => dot(need[view], offer[view]) * stretched(need[view].length, offer[view].length);
  return answered(part("native"), part("pivot"), part("letters"));
}

type View = "native" | "pivot" | "letters";

/** By what the likeness to an offer is raised, by the lengths of need and offer: the root, halfway between the cosine and counting only what is asked. */
export function stretched(need: number, offer: number): number {
  return need === 0 || offer <= need ? 1 : Math.sqrt(offer / need);
}

/** The three views of two texts as one number, at most 1: half words, half letters. */
export function blend(native: number, pivot: number, letters: number): number {
  return Math.min(1, (1 - LETTERS_PART) * Math.max(native, pivot) + LETTERS_PART * letters);
}

/** The three views of a need and an offer as one number, at most 1. */
export function answered(native: number, pivot: number, letters: number): number {
  return Math.max(Math.min(1, Math.max(native, pivot)), blend(native, pivot, letters));
}

function readText(lexicon: Lexicon, text: string, lang: Locale): TextVector {
  const native = new Map<string, number>();
  const pivot = new Map<string, number>();
  for (const [stem, n] of counted(stemsInOrder(text, lang))) {
    const often = 1 + AGAIN * Math.log(n);
    const meant = meantBy(lexicon, stem, lang);
    raise(native, stem, often * (meant === null ? 1 : SLIP_PART) * weightOf(lexicon, stem, lang));
    if (meant !== null) raise(native, meant, often * MEANT_PART * weightOf(lexicon, meant, lang));
    if (lang === "en") continue;
    const part = often * (lexicon.plain[lang].has(stem) ? PLAIN_PART : 1);
    for (const [english, sure] of inEnglish(lexicon, stem, lang)) raise(pivot, english, part * sure * rarity(lexicon, english, "en"));
  }
  const letters = sparse(lettersOf(lexicon, text, lang));
  // English is its own pivot. Stems of two languages never meet in the native view: their language is part of the feature.
  if (lang === "en") return { lang, native: NOTHING, pivot: sparse(native), letters };
  return { lang, native: inLanguage(native, lang), pivot: sparse(pivot), letters };
}

const inLanguage = (bag: ReadonlyMap<string, number>, lang: Locale): Sparse =>
  sparse(new Map([...bag].map(([stem, weight]) => [`${lang}:${stem}`, weight])));

function raise(bag: Map<string, number>, stem: string, weight: number): void {
  bag.set(stem, Math.max(bag.get(stem) ?? 0, weight));
}

function counted(stems: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

/** A stem in English: what the lexicon sets beside it and, for a Dutch compound, beside its parts; else itself (names, loan words), and what was meant by it. */
function inEnglish(lexicon: Lexicon, stem: string, lang: Locale): readonly (readonly [string, number])[] {
  const bridge = lexicon.bridges[lang];
  const known = bridge.get(stem);
  const parts = lang === "nl" ? compoundParts(stem, bridge).flatMap((part) => bridge.get(part) ?? []) : [];
  if (known) return [...known, ...lessSure(parts, COMPOUND_PART)];
  if (parts.length > 0) return parts;
  const meant = meantBy(lexicon, stem, lang);
  if (meant === null) return [[stem, 1]];
  return [[stem, SLIP_PART], ...lessSure(inEnglish(lexicon, meant, lang), MEANT_PART)];
}

const lessSure = (list: readonly (readonly [string, number])[], part: number): (readonly [string, number])[] =>
  list.map(([english, sure]) => [english, sure * part]);

/** The known stem that was meant by one that nobody knows: the nearest within one slip, or two in a long word. Null when there is none. */
export function meantBy(lexicon: Lexicon, stem: string, lang: Locale): string | null {
  const { meant } = lexicon.kept;
  const key = `${lang}:${stem}`;
  const known = meant.get(key);
  if (known !== undefined) return known;
  if (meant.size >= WORDS_KEPT) meant.clear();
  const found = nearest(lexicon.shelves[lang], stem);
  meant.set(key, found);
  return found;
}

function nearest(shelves: ReadonlyMap<string, readonly string[]>, stem: string): string | null {
  const first = stem[0] ?? "";
  if (stem.length < MENDED_LEAST || /\d/.test(stem) || shelves.get(shelfOf(first, stem.length))?.includes(stem)) return null;
  const most = stem.length >= TWO_SLIPS_LEAST ? 2 : 1;
  let best: string | null = null;
  let least = most + 1;
  for (let length = Math.max(MENDED_LEAST - 1, stem.length - most); length <= stem.length + most; length += 1) {
    for (const one of shelves.get(shelfOf(first, length)) ?? []) {
      const found = slips(stem, one, least - 1);
      if (found < least) [best, least] = [one, found];
    }
  }
  return best;
}

function lettersOf(lexicon: Lexicon, text: string, lang: Locale): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of tokens(text)) {
    if (isStopWord(word, lang)) continue;
    const part = plainStemsOf(word, lang).every((stem) => lexicon.plain[lang].has(stem)) ? PLAIN_PART : 1;
    for (const gram of gramsKept(lexicon, word)) counts.set(gram, (counts.get(gram) ?? 0) + part);
  }
  const { frequency, size } = lexicon.grams;
  return new Map([...counts].map(([gram, n]) => [gram, Math.log(1 + n) * rareness(size, frequency.get(gram))]));
}

function gramsKept(lexicon: Lexicon, word: string): readonly string[] {
  const { grams } = lexicon.kept;
  const known = grams.get(word);
  if (known) return known;
  if (grams.size >= WORDS_KEPT) grams.clear();
  const made = gramsOf(word);
  grams.set(word, made);
  return made;
}

const sameStems = (a: Phrase["stems"], b: Phrase["stems"]): boolean => a.length === b.length && a.every((stem, i) => stem === b[i]);

const weightOf = (lexicon: Lexicon, stem: string, lang: Locale): number =>
  rarity(lexicon, stem, lang) * (lexicon.plain[lang].has(stem) ? PLAIN_PART : 1);

const rarity = (lexicon: Lexicon, stem: string, lang: Locale): number => rareness(lexicon.size, lexicon.frequency[lang].get(stem));

const rareness = (size: number, frequency = 0): number => Math.log(1 + (size + 1) / (1 + frequency));
