import { days } from "../../kernel/time";
import type { BlockedCode } from "../../assignment/feasible";

/** What is made as large as can be: first how well the worst served entry is served, or at once the sum. */
export const PLAN_GOALS = ["floor", "sum"] as const;
export type PlanGoal = (typeof PLAN_GOALS)[number];

/** How long a draft waits for somebody to publish it, and how long before the end its maker is reminded (milliseconds). */
export const PLAN_OPEN = days(7);
export const PLAN_REMINDED = days(1);
/** Up to this many pairs it is computed while one waits; above, in the background. */
export const AT_ONCE_PAIRS = 200;
export const LOAD_MAX = 999;
export const DOMAINS_MAX = 8;
export const ABSENCES_MAX = 20;

/** A pair chosen by hand (`pin`) or ruled out (`forbid`). */
export interface PlanChoice {
  readonly entryId: string;
  readonly jurorId: string;
  readonly kind: "pin" | "forbid";
}
export const PLAN_ACTS = ["pin", "forbid", "release"] as const;
export type PlanAct = (typeof PLAN_ACTS)[number];

/** What the affinity of a pair is made of, in points that sum to it. */
export interface FitParts {
  readonly text: number;
  readonly theme: number;
}
/** How well a juror suits an entry, 0 to 100. */
export interface Fit {
  readonly value: number;
  readonly parts: FitParts;
}

/**
 * Why a juror gets an entry: work begun, chosen by hand, nobody else may, nobody who may suits better, or who suits better is
 * needed more elsewhere; "balance" stands with pairs of before the optimum.
 */
export const ASSIGN_REASONS = ["kept", "pinned", "only_choice", "best", "shared", "balance"] as const;
export type AssignReason = (typeof ASSIGN_REASONS)[number];

/** Why a juror may not have an entry, strongest first. */
export const BARS = ["conflict", "recused", "forbidden", "language", "away", "full", "soft", "rather_not"] as const;
export type Bar = (typeof BARS)[number];

export interface PlannedPair extends Fit {
  readonly entryId: string;
  readonly jurorId: string;
  readonly reason: AssignReason;
  /** How many jurors who may have the entry suit it better, and how many may have it. */
  readonly better: number;
  readonly may: number;
  /** A soft conflict or a wish that could not be heeded, since there was nobody else. */
  readonly against: "soft" | "rather_not" | null;
}

/** The limit that makes a plan impossible, by ids. */
export interface Stuck {
  readonly code: BlockedCode;
  readonly entryIds: readonly string[];
  readonly jurorIds: readonly string[];
  readonly need: number;
  readonly room: number;
}

/** What was computed for a draft: ids, numbers and codes only, no words of anybody. */
export type PlanResult =
  | { readonly ok: false; readonly stuck: Stuck }
  | {
      readonly ok: true;
      readonly pairs: readonly PlannedPair[];
      readonly entryIds: readonly string[];
      readonly jurorIds: readonly string[];
      /** Affinity of each entry (row) with each juror (column), and what keeps them apart. */
      readonly fits: readonly (readonly number[])[];
      readonly bars: readonly (readonly (Bar | null)[])[];
      readonly least: number;
      readonly most: number;
      /** The sum of the affinities of the worst served entry, and the sum of all; no plan has more than the bounds. */
      readonly floor: number;
      readonly floorBound: number | null;
      readonly total: number;
      readonly bound: number;
      readonly optimal: boolean;
      readonly lambda2: number;
      /** Groups of jurors that share no entry: their scores cannot be compared. */
      readonly groups: readonly (readonly string[])[];
    };

export type Planned = Extract<PlanResult, { ok: true }>;

/** What became of a pair since it was computed. */
export const PLAN_CHANGES = ["entry_gone", "juror_gone", "barred"] as const;
export type PlanChange = (typeof PLAN_CHANGES)[number];
