/** The five stages of an idea, in growing order. */
export const PLANT_STAGES = ["seed", "seedling", "plant", "bloom", "harvest"] as const;

/** One stage of an idea. */
export type PlantStage = (typeof PLANT_STAGES)[number];

/** Everything the picture of an idea depends on: nothing else may change the drawing. */
export interface PlantSpec {
  /** The idea's id: picks the species, the pot and every small irregularity. */
  seed: string;
  /** Height of the plant. */
  stage: PlantStage;
  /** Saved versions; together with the comments they become leaves. */
  versions: number;
  /** Comments; together with the versions they become leaves. */
  comments: number;
  /** Needs still open: terracotta buds, six at most. */
  openNeeds: number;
  /** 1 = not a graft; 2 or more = that many joined stems (four are drawn at most). */
  stems: number;
  /** An award entry: a sunflower on top. */
  flower: boolean;
  /** A prize: a red fruit. */
  fruit: boolean;
}

/** How many buds fit on a plant. */
export const MAX_BUDS = 6;
/** How many stems of a graft are drawn. */
export const MAX_STEMS = 4;

interface StageShape {
  /** Stem height in drawing units. */
  height: number;
  /** Leaves a plant of this stage has anyway. */
  leaves: number;
  /** Leaves that fit. */
  most: number;
  /** Length of the longest leaf, drawing units. */
  leaf: number;
}

/** Proportions per stage. */
export const STAGE_SHAPES: Readonly<Record<PlantStage, StageShape>> = {
  seed: { height: 30, leaves: 2, most: 4, leaf: 22 },
  seedling: { height: 66, leaves: 3, most: 8, leaf: 34 },
  plant: { height: 110, leaves: 5, most: 12, leaf: 42 },
  bloom: { height: 146, leaves: 6, most: 14, leaf: 44 },
  harvest: { height: 172, leaves: 7, most: 16, leaf: 45 },
};

/** A count as people send it (NaN, negative, fractional) made a whole number of at least `least`. */
export function wholeCount(value: number, least = 0): number {
  if (value === Infinity) return Number.MAX_SAFE_INTEGER;
  return Number.isFinite(value) ? Math.max(least, Math.floor(value)) : least;
}

/**
 * Leaves drawn for a spec: a few per stage, one more per version or comment beyond the first version,
 * growing ever slower towards what fits on a plant of that stage.
 */
export function leafCount(spec: PlantSpec): number {
  const { leaves, most } = STAGE_SHAPES[spec.stage];
  const grown = wholeCount(wholeCount(spec.versions) + wholeCount(spec.comments) - 1);
  const room = most - leaves;
  const half = room / 2;
  const extra = grown <= half ? grown : half + half * (1 - Math.exp(-(grown - half) / half));
  return Math.min(most, leaves + Math.round(extra));
}

/** Buds drawn for a spec: its open needs, six at most. */
export function budCount(spec: PlantSpec): number {
  return Math.min(MAX_BUDS, wholeCount(spec.openNeeds));
}

/** Stems drawn for a spec: 1, or 2 to 4 for a graft. */
export function stemCount(spec: PlantSpec): number {
  return Math.min(MAX_STEMS, wholeCount(spec.stems, 1));
}
