import type { Labels } from "#db/schema/campus";

export interface LevelInput {
  /** 1 is the lowest. */
  readonly level: number;
  /** Hundredths of a point: 0 … 10,000. */
  readonly points: number;
  readonly label: Labels;
  readonly evidence: Labels;
}
export interface CriterionInput {
  readonly code: string;
  readonly name: Labels;
  readonly question: Labels;
  /** Percent. */
  readonly weight: number;
  /** Whether it counts for the ranking; the weights of those that do sum to 100. */
  readonly counted: boolean;
  readonly levels: readonly LevelInput[];
}
export interface RubricInput {
  /** Names the rubric of which this is a version; left out, a new rubric begins. */
  readonly rubricId?: string;
  readonly name: Labels;
  readonly criteria: readonly CriterionInput[];
}

export const POINTS_MAX = 10_000;
export const COMMENT_MAX = 2_000;
export const NOTE_MAX = 4_000;
const FULL_WEIGHT = 100;
export const CRITERIA_MAX = 12;
export const LEVELS_MIN = 2;
export const LEVELS_MAX = 7;

/** Tells whether a rubric can be scored with: the weights that count sum to 100, codes differ, and levels rise from 1 within 0 … 10,000. */
export function isRubric({ criteria }: RubricInput): boolean {
  const codes = new Set(criteria.map(({ code }) => code));
  const weight = criteria.reduce((sum, criterion) => sum + (criterion.counted ? criterion.weight : 0), 0);
  if (criteria.length === 0 || criteria.length > CRITERIA_MAX || codes.size !== criteria.length || weight !== FULL_WEIGHT) return false;
  return criteria.every(isCriterion);
}

function isCriterion({ code, weight, levels }: CriterionInput): boolean {
  if (!/^[a-z][a-z0-9_-]{0,39}$/.test(code) || !Number.isInteger(weight) || weight < 0 || weight > FULL_WEIGHT) return false;
  if (levels.length < LEVELS_MIN || levels.length > LEVELS_MAX) return false;
  return levels.every(({ level, points }, i) => {
    const before = levels[i - 1]?.points ?? -1;
    return level === i + 1 && Number.isInteger(points) && points > before && points <= POINTS_MAX;
  });
}

type Scale = readonly Pick<LevelInput, "level" | "points">[];

/** Points (hundredths) of a level; null for a level the criterion does not have. */
export function pointsOf(levels: Scale, level: number): number | null {
  return levels.find((one) => one.level === level)?.points ?? null;
}

/** The level that has these points (hundredths); null for none. */
export function levelOf(levels: Scale, points: number | null | undefined): number | null {
  return levels.find((one) => one.points === points)?.level ?? null;
}

/** Tells whether a level is the lowest or the highest: a comment is then compulsory. */
export function isExtreme(levels: Scale, level: number): boolean {
  const all = levels.map((one) => one.level);
  return level === Math.min(...all) || level === Math.max(...all);
}

export interface ScoredCriterion {
  readonly code: string;
  readonly levels: Scale;
  readonly level: number | null;
  readonly comment: string;
}

/** What a sheet lacks before it can be submitted: "level.CODE" or "comment.CODE", in the order of the rubric. */
export function missingInSheet(criteria: readonly ScoredCriterion[]): string[] {
  return criteria.flatMap(({ code, levels, level, comment }) => {
    if (level === null) return [`level.${code}`];
    return isExtreme(levels, level) && comment.trim() === "" ? [`comment.${code}`] : [];
  });
}

/** The weighted total of a complete sheet, in hundredths: over the criteria that count, by their weights. */
export function totalOf(criteria: readonly (ScoredCriterion & Pick<CriterionInput, "weight" | "counted">)[]): number {
  const counted = criteria.filter((one) => one.counted);
  const weight = counted.reduce((sum, one) => sum + one.weight, 0);
  const points = counted.reduce((sum, one) => sum + one.weight * (one.level === null ? 0 : (pointsOf(one.levels, one.level) ?? 0)), 0);
  return Math.round(points / Math.max(1, weight));
}
