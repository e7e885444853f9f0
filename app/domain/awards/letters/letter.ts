import type { Locale } from "../../kernel/actor";

export const LETTER_STATES = ["draft", "checked", "held"] as const;
export type LetterState = (typeof LETTER_STATES)[number];
export const LETTER_MAX = 6_000;

/** What a letter is drafted from, in the language it is written in. No juror, no points, no other entry. */
export interface LetterFacts {
  readonly lang: Locale;
  readonly title: string;
  readonly edition: string;
  readonly category: string;
  /** How many jurors scored the entry. */
  readonly sheets: number;
  /** The level of each criterion that counts, in the order of the rubric. */
  readonly profile: readonly { readonly criterion: string; readonly level: string }[];
  /** The criterion that stands out, and the one with most to gain; null when they hardly differ. */
  readonly strongest: string | null;
  readonly weakest: string | null;
  /** What jurors wrote to the team. */
  readonly notes: readonly string[];
  /** Null unless the edition tells places. */
  readonly place: { readonly rank: number; readonly of: number } | null;
}

/** Puts the facts of a letter in words. */
export type WriteLetter = (facts: LetterFacts) => string;

interface Scored {
  readonly name: string;
  /** From 0 to 100. */
  readonly points: number;
}

/** Criteria closer than this are not told apart, in points of 100. */
const CLOSE = 5;

/** The criterion that stands out and the one with most to gain; none when the whole profile lies close together. */
export function extremesOf(profile: readonly Scored[]): { strongest: string | null; weakest: string | null } {
  const order = [...profile].sort((a, b) => b.points - a.points);
  const [first, last] = [order[0], order.at(-1)];
  if (!first || !last || first.points - last.points < CLOSE) return { strongest: null, weakest: null };
  return { strongest: first.name, weakest: last.name };
}

/** The label of the level that is nearest to a number of points; the lower one half-way, "" without levels. */
export function nearestLabel(levels: readonly { readonly points: number; readonly label: string }[], points: number): string {
  const near = [...levels].sort((a, b) => Math.abs(a.points - points) - Math.abs(b.points - points) || a.points - b.points);
  return near[0]?.label ?? "";
}
