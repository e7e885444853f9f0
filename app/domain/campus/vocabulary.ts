import type { Labels } from "#db/schema/campus";
import type { Locale } from "../kernel/actor";

/** What an entry of a taken-over classification is about. */
export type EntryKind = "occupation" | "skill";

/** One entry of a classification of others. Its id begins with the name of the source: `esco:…`. */
export interface VocabularyEntry {
  readonly id: string;
  readonly kind: EntryKind;
  /** Empty in a language that the source lacks; English is always there. */
  readonly labels: Labels;
  readonly synonyms: Record<Locale, string[]>;
  /** Sentences that describe it. */
  readonly notes: Partial<Labels>;
}

/** Words of one language, each with the English ones it leads to and how surely (0 to 1). */
export type WordTable = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A classification as it is taken over. */
export interface Vocabulary {
  readonly source: string;
  /** The sentence that its licence asks every user of it to show, in its own words. */
  readonly notice: string;
  readonly entries: readonly VocabularyEntry[];
  readonly words: Readonly<Partial<Record<Locale, WordTable>>>;
}

/** The classification of the European Commission, and the sentence with which it is to be named. */
export const ESCO = { source: "esco", notice: "This service uses the ESCO classification of the European Commission." } as const;

/** Tells whether an id is one of a taken-over classification, whether it is still there or not. */
export const isTakenOver = (id: string): boolean => id.startsWith(`${ESCO.source}:`);

/** Labels with the English one where a language lacks its own: every reader is told something. */
export function filledLabels({ nl, fr, en }: Labels): Labels {
  return { nl: nl || en, fr: fr || en, en };
}
