/**
 * Why a juror may not (hard) or had rather not (soft) score an entry. All but the last are computed from what was, for the idea and
 * for every idea it grew from.
 */
export const CONFLICT_REASONS = [
  "own_team",
  "own_team_before",
  "coached",
  "ancestor_team",
  "ancestor_coached",
  "assessed",
  "same_organisation",
  "shared_room",
  "shared_graft",
  "shared_brainstorm",
  "declared",
] as const;
export type ConflictReason = (typeof CONFLICT_REASONS)[number];
export type ConflictSource = "computed" | "juror" | "entrant" | "organiser";

/** Computed reasons that only advise against: many people were there, and may not have spoken. */
export const SOFT_REASONS: readonly ConflictReason[] = ["shared_brainstorm"];

export interface Conflict {
  readonly jurorId: string;
  readonly entryId: string;
  readonly reason: ConflictReason;
  readonly hard: boolean;
  readonly source: ConflictSource;
  readonly words: string;
}

export const CONFLICT_WORDS_MAX = 500;
