import type { Reason } from "../../matching/match";
import { days } from "../../kernel/time";

export const ALLOTMENT_STATES = ["draft", "applied", "dropped"] as const;
export type AllotmentState = (typeof ALLOTMENT_STATES)[number];

/** How long a draft waits for somebody to apply it, and how long before the end its maker is reminded (milliseconds). */
export const DRAFT_OPEN = days(7);
export const DRAFT_REMINDED = days(1);
/** Ideas of one allotment: those that wait longest. */
export const ALLOT_IDEAS_MAX = 1_000;
/** Up to this many pairs it is computed while one waits; above, in the background. */
export const AT_ONCE_PAIRS = 3_600;

/** A pair chosen by hand (`pin`) or ruled out (`forbid`). */
export interface Choice {
  readonly ideaId: string;
  readonly coachId: string;
  readonly kind: "pin" | "forbid";
}
export const CHOICE_ACTS = ["pin", "forbid", "release"] as const;
export type ChoiceAct = (typeof CHOICE_ACTS)[number];

/** What a score is made of, in points that sum to it. */
export interface ScoreParts {
  readonly need: number;
  readonly text: number;
  readonly theme: number;
  readonly continuity: number;
}
export const SCORE_PARTS = ["need", "text", "theme", "continuity"] as const satisfies readonly (keyof ScoreParts)[];

/** How well a coach suits an idea, 0 to 100. */
export interface PairScore {
  readonly score: number;
  readonly parts: ScoreParts;
  /** Which need of the idea meets which offer of the coach; shares sum to `parts.need`. */
  readonly reasons: readonly Reason[];
}

export const STRENGTHS = ["strong", "good", "fair", "weak", "none"] as const;
export type Strength = (typeof STRENGTHS)[number];
/** A score in words. */
export function strengthOf(score: number): Strength {
  if (score >= 60) return "strong";
  if (score >= 35) return "good";
  if (score >= 15) return "fair";
  return score > 0 ? "weak" : "none";
}

/** Why this coach: chosen by hand, nobody else may, nobody suits better, or who suits better is needed more elsewhere. */
export const PAIR_REASONS = ["pinned", "only_choice", "best", "shared"] as const;
export type PairReason = (typeof PAIR_REASONS)[number];

/**
 * Why an idea gets no coach: there is none, none speaks its language, none may take it (somebody said no, or it was ruled out),
 * or those who may are full.
 */
export const UNPLACED_WHY = ["no_coaches", "language", "barred", "full"] as const;
export type UnplacedWhy = (typeof UNPLACED_WHY)[number];

export interface AllottedPair extends PairScore {
  readonly ideaId: string;
  readonly coachId: string;
  readonly reason: PairReason;
  /** How many coaches who may take the idea suit it better. */
  readonly better: number;
}

/** What was computed for a draft: ids, numbers and codes only, no words of anybody. */
export interface AllotResult {
  readonly pairs: readonly AllottedPair[];
  readonly unplaced: readonly { readonly ideaId: string; readonly why: UnplacedWhy }[];
  readonly coachIds: readonly string[];
  readonly ideaIds: readonly string[];
  /** Score of each idea (row) with each coach (column); null where they may not. */
  readonly scores: readonly (readonly (number | null)[])[];
  readonly floor: number | null;
  readonly total: number;
  readonly bound: number;
}

/** What became of a pair since it was computed. */
export const PAIR_CHANGES = ["idea_gone", "has_coach", "coach_gone", "coach_full", "barred"] as const;
export type PairChange = (typeof PAIR_CHANGES)[number];
