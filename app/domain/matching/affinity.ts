import type { Locale } from "../kernel/actor";
import type { TextVector } from "./match";
import type { Lexicon } from "./lexicon";
import type { Postings } from "./postings";
import { dots, postingsOf } from "./postings";
import { blend, vectorOf } from "./text";

/** So many texts of a person count: those that are nearest. */
const TEXTS_COUNTED = 3;

export interface AffinityText {
  readonly lang: Locale;
  readonly text: string;
}
/** Texts that people are compared with, by feature. */
export interface AffinityItems {
  readonly count: number;
  readonly native: Postings;
  readonly pivot: Postings;
  readonly letters: Postings;
}

/** Makes the texts ready that people are compared with. */
export function affinityItems(lexicon: Lexicon, items: readonly AffinityText[]): AffinityItems {
  const vectors = items.map(({ text, lang }) => vectorOf(lexicon, text, lang));
  const by = (view: "native" | "pivot" | "letters"): Postings => postingsOf(vectors.map((vector: TextVector) => vector[view]));
  return { count: items.length, native: by("native"), pivot: by("pivot"), letters: by("letters") };
}

/** How near each item is to a person, 0 to 1: the mean of the three texts of their profile that are nearest to it. */
export function affinityOf(lexicon: Lexicon, items: AffinityItems, texts: readonly AffinityText[]): Float64Array {
  const rows = texts.map(({ text, lang }) => {
    const vector = vectorOf(lexicon, text, lang);
    const [pivot, letters] = [dots(items.pivot, vector.pivot), dots(items.letters, vector.letters)];
    return dots(items.native, vector.native).map((native, at) => blend(native, pivot[at] as number, letters[at] as number));
  });
  const counted = Math.min(TEXTS_COUNTED, rows.length);
  return new Float64Array(items.count).map((_, at) => {
    const nearest = rows.map((row) => row[at] as number).sort((a, b) => b - a);
    return counted === 0 ? 0 : nearest.slice(0, counted).reduce((sum, value) => sum + value, 0) / counted;
  });
}
