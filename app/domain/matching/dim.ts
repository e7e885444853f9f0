import type { WordKind } from "../ideas/idea";
import { NO_TERM } from "../ideas/idea";
import type { Locale } from "../kernel/actor";
import type { Dim } from "./match";
import type { Lexicon } from "./lexicon";
import { namedTerms, vectorOf } from "./text";

/** A need or offer as it was written. */
export interface Written {
  readonly id: string;
  readonly kind: WordKind;
  readonly termId: string | null;
  readonly words: string;
  readonly lang: Locale;
  readonly weight: number;
  readonly guessed: boolean;
}

/** A need or offer as the model sees it: the term that was picked or those named in the words, and where they may count the words. */
export function dimOf(lexicon: Lexicon, { id, kind, termId, words, lang, weight, guessed }: Written, openly: boolean): Dim {
  const named = termId === null ? namedTerms(lexicon, words, lang) : termId === NO_TERM ? [] : [{ id: termId, share: 1 }];
  return {
    id,
    kind,
    weight,
    guessed,
    termIds: named.map((term) => term.id),
    // Which part of the words a term is would tell something of words that may not count.
    ...(openly ? { shares: named.map(({ share }) => share) } : {}),
    text: openly ? vectorOf(lexicon, words, lang) : null,
  };
}
