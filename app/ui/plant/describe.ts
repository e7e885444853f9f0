import { budCount, leafCount, stemCount, wholeCount } from "./spec";
import type { PlantSpec, PlantStage } from "./spec";

/** What a picture of a plant says, for the caller to put into words. */
export interface PlantFacts {
  stage: PlantStage;
  /** Leaves one can count in the picture. */
  leaves: number;
  /** Versions the leaves stand for. */
  versions: number;
  /** Comments the leaves stand for. */
  comments: number;
  /** Buds one can count in the picture, six at most. */
  buds: number;
  /** Open needs the buds stand for: the real number. */
  openNeeds: number;
  /** Stems one can count in the picture; 1 when the plant is not a graft. */
  stems: number;
  /** Ideas grown together: the real number, 1 when the plant is not a graft. */
  joined: number;
  flower: boolean;
  fruit: boolean;
}

/** The facts behind a plant, for its text alternative. Prefer the real numbers over what the picture has room for. */
export function describePlant(spec: PlantSpec): PlantFacts {
  return {
    stage: spec.stage,
    leaves: leafCount(spec),
    versions: wholeCount(spec.versions),
    comments: wholeCount(spec.comments),
    buds: budCount(spec),
    openNeeds: wholeCount(spec.openNeeds),
    stems: stemCount(spec),
    joined: wholeCount(spec.stems, 1),
    flower: spec.flower,
    fruit: spec.fruit,
  };
}
