import type { Locale } from "../kernel/actor";
import { plainStemsOf, tokens } from "../kernel/stems";
import type { WordInput, WordKind } from "./idea";
import { WORD_KINDS } from "./idea";

/** What is asked of a term of the taxonomy. */
export interface ProposableTerm {
  readonly id: string;
  readonly needKind: string | null;
  readonly labels: Readonly<Record<Locale, string>>;
  readonly synonyms: Readonly<Record<Locale, readonly string[]>>;
}

/** More would be guessing. */
export const PROPOSED_MAX = 3;
/** A guess weighs less than what somebody typed. */
const PROPOSED_WEIGHT = 1;
/** A name of several words says more than one word that happens to be there. */
const POINTS = { oneWord: 1, moreWords: 2 };
const WORD_LENGTH_MIN = 4;
/** What is asked for stands near the word that asks: this many telling words away at most. */
const REACH = 6;

/** Words with which somebody says that something is missing; their sentence asks for what it names. */
const ASKING: Readonly<Record<Locale, ReadonlySet<string>>> = {
  nl: stemsIn("nl", "zoek zoeken gezocht nodig nood ontbreekt ontbreken mankeert mankeren mis missen hulp"),
  fr: stemsIn("fr", "cherche cherchons recherchons besoin besoins manque manquent manquons"),
  en: stemsIn("en", "need needs seek seeking lack lacking miss missing wanted"),
};

interface Phrase {
  readonly term: ProposableTerm;
  readonly kind: WordKind;
  readonly stems: readonly string[];
  readonly order: number;
}
interface Score {
  readonly phrase: Phrase;
  points: number;
  readonly first: number;
}

const indexes = new WeakMap<readonly ProposableTerm[], Partial<Record<Locale, ReadonlyMap<string, readonly Phrase[]>>>>();

/**
 * Needs that a text asks for in the words of the taxonomy, at most three, strongest first; mostly none. Only sentences that
 * say something is looked for or missing count: what a text merely names is more often what its writers can do already.
 * They are guesses, marked "from the text" until a person confirms them.
 */
export function proposeWords(terms: readonly ProposableTerm[], text: string, lang: Locale): WordInput[] {
  const phrases = phrasesOf(terms, lang);
  const scores = new Map<string, Score>();
  let place = 0;
  for (const sentence of text.split(/[.!?\n;]+/)) {
    const stems = stemsInOrder(sentence, lang);
    const asked = stems.flatMap((stem, at) => (ASKING[lang].has(stem) ? [at] : []));
    if (asked.length === 0) continue;
    for (const [at, stem] of stems.entries()) {
      const phrase = longestAt(phrases.get(stem) ?? [], stems, at);
      if (phrase && asked.some((where) => Math.abs(where - at) <= REACH)) note(scores, phrase, place);
      place += 1;
    }
  }
  return [...scores.values()]
    .sort((a, b) => b.points - a.points || a.first - b.first || a.phrase.order - b.phrase.order)
    .slice(0, PROPOSED_MAX)
    .map(({ phrase: { term, kind } }) => ({ kind, termId: term.id, words: term.labels[lang], weight: PROPOSED_WEIGHT }));
}

function note(scores: Map<string, Score>, phrase: Phrase, place: number): void {
  const points = phrase.stems.length > 1 ? POINTS.moreWords : POINTS.oneWord;
  const known = scores.get(phrase.term.id);
  if (known) known.points += points;
  else scores.set(phrase.term.id, { phrase, points, first: place });
}

function longestAt(candidates: readonly Phrase[], stems: readonly string[], at: number): Phrase | undefined {
  return candidates.find((phrase) => phrase.stems.every((stem, i) => stems[at + i] === stem));
}

/** Phrases by their first stem, longest first. */
function phrasesOf(terms: readonly ProposableTerm[], lang: Locale): ReadonlyMap<string, readonly Phrase[]> {
  const known = indexes.get(terms) ?? {};
  indexes.set(terms, known);
  const ready = known[lang];
  if (ready) return ready;
  const byStem = new Map<string, Phrase[]>();
  for (const [order, term] of terms.entries()) {
    const kind = WORD_KINDS.find((one) => one === term.needKind);
    if (!kind) continue;
    for (const name of [term.labels[lang], ...term.synonyms[lang]]) {
      const stems = stemsInOrder(name, lang);
      const first = stems[0];
      if (first === undefined || (stems.length === 1 && name.length < WORD_LENGTH_MIN)) continue;
      byStem.set(first, [...(byStem.get(first) ?? []), { term, kind, stems, order }]);
    }
  }
  for (const list of byStem.values()) list.sort((a, b) => b.stems.length - a.stems.length || a.order - b.order);
  known[lang] = byStem;
  return byStem;
}

function stemsInOrder(text: string, lang: Locale): string[] {
  return tokens(text).flatMap((word) => plainStemsOf(word, lang));
}

function stemsIn(lang: Locale, words: string): ReadonlySet<string> {
  return new Set(stemsInOrder(words, lang));
}
