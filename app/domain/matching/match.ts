import type { Locale } from "../kernel/actor";
import { days } from "../kernel/time";
import type { WordKind } from "../ideas/idea";
import type { Sparse } from "./sparse";

/** Raised when the model changes: results of an older one are computed anew. */
export const MODEL_VERSION = 3;

export const SUBJECT_KINDS = ["idea", "person", "organisation"] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Who can be asked. */
export type PartyKind = "idea" | "person" | "organisation";

/** `proposed`: a coach wants to ask in the name of a team that has to agree first. */
export const INTEREST_STATES = ["proposed", "open", "accepted", "declined", "withdrawn", "expired"] as const;
export type InterestState = (typeof INTEREST_STATES)[number];

/** "Not for us, because…": codes only, so that a reason never holds a word about somebody. */
export const REFUSAL_REASONS = ["no_fit", "language", "far", "known", "later", "other"] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** How long a team has to answer, and how long before the end it is reminded (milliseconds). */
export const INTEREST_OPEN = days(7);
export const INTEREST_REMINDED = days(2);
export const MESSAGE_MAX = 600;
export const ANSWER_MAX = 280;

export type Cross = "domain" | "step" | "audience";

/** A need met by an offer, or a difference that adds something; `share` is its part of the shown number. */
export type Reason =
  | {
      readonly type: "meeting";
      readonly needId: string;
      readonly offerId: string;
      readonly kind: WordKind;
      /** Whose need it is. */
      readonly direction: "ours" | "theirs";
      readonly share: number;
      /** The same term, a neighbour in the list, or alike in words only. */
      readonly how: "same" | "near" | "words";
      readonly needTerm: string | null;
      readonly offerTerm: string | null;
      /** The need was read from a text and nobody confirmed it yet. */
      readonly guessed: boolean;
    }
  | { readonly type: "cross"; readonly cross: Cross; readonly share: number };

/** Weighted features of a text: in its own language, brought over to English through the lexicon, and by letters. */
export interface TextVector {
  readonly lang: Locale;
  readonly native: Sparse;
  readonly pivot: Sparse;
  /** Runs of letters of its words as they sound: what is left of a word that is misspelt, or that languages share. */
  readonly letters: Sparse;
}

/** One need or offer as the model sees it. `text` is null when its words may not count. */
export interface Dim {
  readonly id: string;
  readonly kind: WordKind;
  readonly termIds: readonly string[];
  /** Which part of the words each term is (0 to 1), where they were read from words; a term that was picked is all of it. */
  readonly shares?: readonly number[];
  readonly weight: number;
  readonly text: TextVector | null;
  readonly guessed: boolean;
}

/** What is compared of an idea or a person. What may not count is null, empty or 1. */
export interface Side {
  readonly lang: Locale;
  /** Languages that the people behind it share with others. */
  readonly langs: readonly Locale[];
  /** Languages in which people work together on its campus. */
  readonly workingLangs: readonly Locale[];
  readonly campusId: string | null;
  readonly domainId: string | null;
  readonly growthMarketId: string | null;
  /** Place of its step in the production cycle. */
  readonly step: number | null;
  readonly audiences: readonly string[];
  /** 0 (no time) to 1 (free). */
  readonly availability: number;
  readonly gist: TextVector | null;
  readonly needs: readonly Dim[];
  readonly offers: readonly Dim[];
}

/** The parent of each term, by id. */
export type Parents = ReadonlyMap<string, string | null>;

/** What comes out for two sides, seen from the first. Numbers run from 0 to 100; `order` from 0 to 10,000. */
export interface Verdict {
  readonly complementarity: number;
  readonly fit: number;
  readonly order: number;
  readonly reasons: readonly Reason[];
  /** Nearly the same idea: to be compared or joined, not to complete each other. */
  readonly alike: boolean;
}
