/** Why a juror may not (hard) or had rather not (soft) score an entry. All but the last are computed from what was. */
export const CONFLICT_REASONS = ["own_team", "own_team_before", "coached", "same_organisation", "declared"] as const;
export type ConflictReason = (typeof CONFLICT_REASONS)[number];
export type ConflictSource = "computed" | "juror" | "entrant" | "organiser";

export interface Conflict {
  readonly jurorId: string;
  readonly entryId: string;
  readonly reason: ConflictReason;
  readonly hard: boolean;
  readonly source: ConflictSource;
  readonly words: string;
}

export const CONFLICT_WORDS_MAX = 500;
