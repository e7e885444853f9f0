import type { Frame, PlantPart } from "./frame";
import { degrees, leanOn, pointOn } from "./geometry";
import type { Curve } from "./geometry";
import { CROWN_FORM, drawLeaf, LEAF_FORMS, SPROUT_FORM } from "./leaf";
import type { LeafForm } from "./leaf";
import { stream } from "./random";
import { STAGE_SHAPES } from "./spec";

/** A leaf before it is drawn. */
export interface LeafPlace {
  curve: Curve;
  t: number;
  /** Radians from the direction of the stem; the sign is the side. */
  spread: number;
  length: number;
  form: LeafForm;
}

/** Leaves up the trunk, alternating, the last two as a pair at the top. */
export function trunkLeaves(frame: Frame, count: number): LeafPlace[] {
  const { spec, trunk, height, first } = frame;
  const r = stream(spec.seed, "leaves");
  const form = spec.stage === "seed" ? SPROUT_FORM : (LEAF_FORMS[stream(spec.seed, "form").pick(LEAF_FORMS.length)] ?? SPROUT_FORM);
  const crowned = spec.flower || spec.stage === "bloom" || spec.stage === "harvest";
  const reach = frame.feet.length > 0 ? height * 0.6 : height;
  const low = frame.feet.length > 0 ? 0.12 : 0.2;
  const pair = crowned ? 0 : 2;
  const along = Math.max(0, count - pair);
  const high = crowned ? 0.86 : low + (0.84 - low) * (along / (along + 0.9));
  const gap = (2 * reach * (high - low)) / Math.max(1, along);
  const longest = Math.min(STAGE_SHAPES[spec.stage].leaf, 19 + gap * 0.78);
  const places: LeafPlace[] = [];
  for (let i = 0; i < along; i++) {
    const q = along === 1 ? 0.3 : i / (along - 1);
    const side = i % 2 === 0 ? first : -first;
    const size = (0.86 + 0.42 * q - 0.82 * q * q) * r.between(0.92, 1.06);
    places.push({
      curve: trunk,
      t: low + (high - low) * q + r.between(-0.012, 0.012),
      spread: side * degrees(76 - 30 * q + r.between(-8, 8)),
      length: longest * size * (crowned ? 1.1 : 1),
      form,
    });
  }
  for (let i = 0; i < Math.min(pair, count); i++) {
    const side = (along + i) % 2 === 0 ? first : -first;
    const open = spec.stage === "seed" ? 58 : 34 - 8 * i;
    const length = spec.stage === "seed" ? STAGE_SHAPES.seed.leaf : longest * (0.66 - 0.1 * i);
    places.push({
      curve: trunk,
      t: 1 - 0.02 * (1 - i),
      spread: side * degrees(open),
      length: length * r.between(0.95, 1.05),
      form: spec.stage === "seed" ? form : CROWN_FORM,
    });
  }
  return places;
}

/** Leaves on the joined stems of a graft, on the outer sides. */
export function footLeaves(frame: Frame, count: number): LeafPlace[] {
  const { spec, feet } = frame;
  const r = stream(spec.seed, "feet");
  const form = LEAF_FORMS[stream(spec.seed, "form").pick(LEAF_FORMS.length)] ?? SPROUT_FORM;
  const outer = [feet[0], feet[feet.length - 1]];
  const rows = Math.ceil(count / 2);
  return Array.from({ length: count }, (_, i): LeafPlace | null => {
    const curve = outer[i % 2];
    if (!curve) return null;
    const row = Math.floor(i / 2);
    return {
      curve,
      t: 0.34 + (0.5 * (row + 0.25 * (i % 2))) / Math.max(1, rows),
      spread: (i % 2 === 0 ? -1 : 1) * degrees(62 + r.between(-8, 10)),
      length: STAGE_SHAPES[spec.stage].leaf * 0.8 * r.between(0.9, 1.05),
      form,
    };
  }).filter((place) => place !== null);
}

/** The leaf paths: left and right apart, so that the halves of a graft keep their own green. */
export function leafParts(places: readonly LeafPlace[], graft: boolean): PlantPart[] {
  const data = { a: "", b: "", c: "", d: "" };
  for (const { curve, t, spread, length, form } of places) {
    // A leaf never hangs below the horizontal by much, nor swaps sides on a leaning stem.
    const side = Math.sign(spread);
    const lean = side * Math.min(degrees(100), Math.max(degrees(14), Math.abs(leanOn(curve, t) * 0.8 * side + Math.abs(spread))));
    const leaf = drawLeaf(pointOn(curve, t), lean, length, form);
    const second = graft && side > 0;
    data[second ? "c" : "a"] += leaf.body;
    data[second ? "d" : "b"] += leaf.shade;
  }
  return Object.entries(data)
    .map(([c, d]) => ({ c: `p${c}`, d }))
    .filter((part) => part.d !== "");
}
