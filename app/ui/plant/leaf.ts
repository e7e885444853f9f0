import { at, Pen, upwards } from "./geometry";
import type { Point } from "./geometry";

/** The outline of a leaf of length 1: two control points a side, and how far the tip hangs. */
export interface LeafForm {
  a: number;
  k: number;
  b: number;
  m: number;
  droop: number;
}

/** The species: broad, egg-shaped, slender, spoon-shaped, heart-shaped. */
export const LEAF_FORMS: readonly [LeafForm, ...LeafForm[]] = [
  { a: 0.18, k: 0.44, b: 0.66, m: 0.36, droop: 0.12 },
  { a: 0.08, k: 0.42, b: 0.6, m: 0.3, droop: 0.18 },
  { a: 0.24, k: 0.3, b: 0.68, m: 0.22, droop: 0.16 },
  { a: 0.42, k: 0.26, b: 0.86, m: 0.46, droop: 0.06 },
  { a: -0.02, k: 0.46, b: 0.5, m: 0.4, droop: 0.14 },
];

/** The first two leaves of a sprout. */
export const SPROUT_FORM: LeafForm = { a: 0.22, k: 0.42, b: 0.8, m: 0.44, droop: 0.08 };

/** The young pair at the top of a stem: slim enough to stand side by side. */
export const CROWN_FORM: LeafForm = { a: 0.34, k: 0.26, b: 0.78, m: 0.34, droop: 0.1 };

/** One leaf as two paths: the whole leaf, and its shaded half below the midrib. */
export interface LeafPaths {
  body: string;
  shade: string;
}

/**
 * Draws one leaf.
 * @param base where it meets the stem
 * @param lean direction, radians clockwise from straight up; its sign is the side of the plant
 * @param length drawing units
 */
export function drawLeaf(base: Point, lean: number, length: number, form: LeafForm): LeafPaths {
  const along = upwards(lean);
  const side = lean < 0 ? -1 : 1;
  // The normal on the upper side of the leaf, whichever side of the plant it grows on.
  const up = at(along.y * side, -along.x * side);
  const local = (x: number, y: number): Point => at(base.x + length * (along.x * x + up.x * y), base.y + length * (along.y * x + up.y * y));
  const tip = local(1, -form.droop);
  const hang = form.droop * 0.5;
  const lower: [Point, Point] = [local(form.b, -form.m - hang), local(form.a, -form.k)];
  const body = new Pen()
    .move(base)
    .cubic(local(form.a, form.k), local(form.b, form.m - hang), tip)
    .cubic(lower[0], lower[1], base)
    .close();
  const shade = new Pen().move(base).quad(local(0.55, 0.02), tip).cubic(lower[0], lower[1], base).close();
  return { body: body.toString(), shade: shade.toString() };
}
