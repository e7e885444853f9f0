import { at } from "./geometry";
import type { Curve, Point } from "./geometry";
import { stream } from "./random";
import { STAGE_SHAPES, stemCount } from "./spec";
import type { PlantSpec } from "./spec";

/** Width of the drawing, in drawing units. */
export const PLANT_WIDTH = 160;
/** Height of the drawing, in drawing units. */
export const PLANT_HEIGHT = 280;
/** The height of the soil. */
export const GROUND = 222;

/** One path of the picture: class, path data and, for ornaments, where it stands. */
export interface PlantPart {
  c: string;
  d: string;
  /** An SVG transform. */
  t?: string;
}

/** The bones of a plant. */
export interface Frame {
  spec: PlantSpec;
  height: number;
  /** From the soil, or from the joint of a graft, to the top. */
  trunk: Curve;
  /** The joined stems of a graft, from the soil to the joint. */
  feet: Curve[];
  /** -1 or 1: the side of the first leaf. */
  first: number;
}

/** A gentle S from a foot to a top. */
function sCurve(foot: Point, top: Point, bow: number): Curve {
  const rise = foot.y - top.y;
  return [foot, at(foot.x + bow, foot.y - rise * 0.36), at(top.x - bow * 1.1, top.y + rise * 0.3), top];
}

/** Where trunk and stems run: the part every leaf, bud and flower hangs on. */
export function buildFrame(spec: PlantSpec): Frame {
  const r = stream(spec.seed, "frame");
  const { height: usual } = STAGE_SHAPES[spec.stage];
  const height = usual * r.between(0.95, 1.05);
  const first = r.next() < 0.5 ? -1 : 1;
  const swing = height / 150;
  const bow = first * r.between(5, 13) * swing;
  const top = at(PLANT_WIDTH / 2 + r.between(-11, 11) * swing, GROUND - height);
  const stems = stemCount(spec);
  if (stems === 1) {
    return { spec, height, first, feet: [], trunk: sCurve(at(PLANT_WIDTH / 2, GROUND + 3), top, bow) };
  }
  const joint = at(PLANT_WIDTH / 2 + r.between(-3, 3), GROUND - height * 0.4);
  const spread = 26 + 6 * (stems - 2);
  const feet = Array.from({ length: stems }, (_, i): Curve => {
    const across = (i / (stems - 1) - 0.5) * 2;
    const foot = at(PLANT_WIDTH / 2 + (across * spread) / 2, GROUND + 3);
    const rise = foot.y - joint.y;
    return [
      foot,
      at(foot.x + across * 5, foot.y - rise * 0.5),
      at(joint.x + across * 3, joint.y + rise * 0.4),
      at(joint.x + across * 0.8, joint.y - 2),
    ];
  });
  return { spec, height, first, feet, trunk: sCurve(joint, top, bow * 0.7) };
}
