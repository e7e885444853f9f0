import { footLeaves, leafParts, trunkLeaves } from "./foliage";
import { buildFrame, GROUND, PLANT_WIDTH } from "./frame";
import type { Frame, PlantPart } from "./frame";
import { at, degrees, join, leanOn, Pen, pointOn, short, taper, upwards } from "./geometry";
import type { Point } from "./geometry";
import { FLOWER, FRUIT, GREEN_BUD } from "./ornaments";
import { stream } from "./random";
import { budCount, leafCount, stemCount } from "./spec";
import type { PlantSpec } from "./spec";

export type { PlantPart } from "./frame";
export { PLANT_HEIGHT, PLANT_WIDTH } from "./frame";
export type { PlantSpec, PlantStage } from "./spec";

/** Families of green; one class h0…h6 (and g0…g6 for the second half of a graft) each. */
export const HUES = 7;
/** Ways a pot is painted; 0 is plain. */
export const POTS = 4;

/** The picture of one idea, as data. */
export interface PlantDrawing {
  /** Colour family, 0…6. */
  hue: number;
  /** Colour family of the second half of a graft; equals `hue` otherwise. */
  graftHue: number;
  /** How the pot is painted, 0…3. */
  pot: number;
  /** Which of three rhythms it sways in. */
  rhythm: number;
  /** Height of the stem above the soil, drawing units. */
  height: number;
  leaves: number;
  buds: number;
  stems: number;
  /** The paths above the pot, back to front. */
  parts: PlantPart[];
}

interface Buds {
  stalks: string;
  parts: PlantPart[];
}

/** Buds on little stalks: from the upper axils, or as a fan on a plant too small to have any. */
function drawBuds(frame: Frame, count: number): Buds {
  const { spec, trunk, height, first } = frame;
  const r = stream(spec.seed, "buds");
  const small = spec.stage === "seed" || spec.stage === "seedling";
  // Buds stay clear of the flower: further out on a small plant, further down on a tall one.
  const clear = spec.flower ? 24 : 0;
  const reach = frame.feet.length > 0 ? height * 0.6 : height;
  const top = spec.flower ? Math.min(0.76, 1 - 44 / reach) : 0.9;
  const petals = new Pen();
  const cups = new Pen();
  const stalks = new Pen();
  for (let i = 0; i < count; i++) {
    const side = i % 2 === 0 ? -first : first;
    const q = count === 1 ? 0.5 : i / (count - 1);
    const t = small ? 0.5 + 0.2 * q : top - (top - 0.32) * q;
    const from = pointOn(trunk, t);
    const lean = small
      ? side * degrees(16 + clear + (54 - clear / 2) * (Math.floor(i / 2) / 2.2) + r.between(0, 8))
      : side * degrees(38 + 14 * q + r.between(-5, 5));
    const length = small ? height * 0.34 + r.between(13, 19) : r.between(20, 25) + 8 * q;
    const way = upwards(lean);
    const end = at(from.x + way.x * length, from.y + way.y * length);
    const bend = at(from.x + way.x * length * 0.72, from.y + way.y * length * 0.3);
    const nod = upwards(lean * 0.45);
    const across = at(-nod.y, nod.x);
    const local = (x: number, y: number): Point => at(end.x + across.x * x + nod.x * y, end.y + across.y * x + nod.y * y);
    stalks.move(from).quad(bend, end);
    petals.move(end).cubic(local(-9, 3), local(-4, 11), local(0, 14)).cubic(local(4, 11), local(9, 3), end).close();
    cups.move(local(-5, 5)).quad(local(-4, -2), end).quad(local(4, -2), local(5, 5)).quad(local(0, 2), local(-5, 5)).close();
  }
  const parts = [
    { c: "pu", d: petals.toString() },
    { c: "ps", d: cups.toString() },
  ];
  return { stalks: stalks.toString(), parts: count > 0 ? parts : [] };
}

function stemParts(frame: Frame): PlantPart[] {
  const { spec, trunk, feet, height } = frame;
  const foot = 3 + height / 62;
  const top = spec.flower ? 3.2 : 2.2;
  const [own, ...others] = feet;
  const parts: PlantPart[] = [];
  if (others.length > 0) parts.push({ c: "pt", d: others.map((f) => taper(f, foot * 0.9, foot * 0.7)).join("") });
  parts.push({ c: "ps", d: (own ? taper(own, foot * 0.9, foot * 0.7) : "") + taper(trunk, foot, top) });
  if (own) {
    const { x, y } = trunk[0];
    const w = foot * 0.75 + 1.6;
    const wraps = [2, -1.6, -5.2].map((dy) => `M${join(x - w, y + dy + 1)}l${join(w * 2, -2)}`).join("");
    parts.push({ c: "pr", d: wraps });
  }
  return parts;
}

/** A cane beside a plant that is ready to be harvested. */
function cane(frame: Frame): PlantPart[] {
  if (frame.spec.stage !== "harvest") return [];
  const x = PLANT_WIDTH / 2 - frame.first * 9;
  return [{ c: "pn", d: `M${join(x, GROUND + 2)}L${join(x + frame.first * 3, GROUND - frame.height * 0.9)}` }];
}

/** Flower, fruit and closed flower bud. */
function ornaments(frame: Frame): { stalks: string; parts: PlantPart[] } {
  const { spec, trunk, height, first } = frame;
  const r = stream(spec.seed, "ornaments");
  const tip = pointOn(trunk, 1);
  const turn = Math.round((leanOn(trunk, 1) * 180) / Math.PI + r.between(-9, 9));
  const young = spec.stage === "seed" || spec.stage === "seedling";
  const place = `translate(${join(tip.x, tip.y)})rotate(${turn})`;
  const parts: PlantPart[] = [];
  let stalks = "";
  if (spec.flower) {
    const t = young ? `${place}scale(.75)` : place;
    parts.push(...FLOWER.map((part) => ({ ...part, t })));
  } else if (spec.stage === "bloom" || spec.stage === "harvest") {
    parts.push(...GREEN_BUD.map((part) => ({ ...part, t: place })));
  }
  if (spec.fruit) {
    const from = pointOn(trunk, young ? 0.8 : 0.7);
    const side = -first;
    const hang = at(from.x + side * (15 + height * 0.07), from.y + (young ? -4 : 6));
    stalks = new Pen()
      .move(from)
      .cubic(at(from.x + side * 8, from.y - 12), at(hang.x, hang.y - 14), hang)
      .toString();
    const t = `translate(${join(Math.round(hang.x), Math.round(hang.y))})${young ? "scale(.7)" : ""}`;
    parts.push(...FRUIT.map((part) => ({ ...part, t })));
  }
  return { stalks, parts };
}

/**
 * Draws the plant of one idea. Pure: the same spec gives the same drawing, on every machine.
 * Odd counts (negative, fractional, NaN) are read as the nearest sensible count; nothing throws.
 */
export function drawPlant(spec: PlantSpec): PlantDrawing {
  const frame = buildFrame(spec);
  const stems = stemCount(spec);
  const leaves = leafCount(spec);
  const low = stems > 1 ? Math.min(4, Math.floor(leaves / 3)) : 0;
  const buds = budCount(spec);
  const budding = drawBuds(frame, buds);
  const extra = ornaments(frame);
  const look = stream(spec.seed, "look");
  const hue = look.pick(HUES);
  const other = (hue + 1 + look.pick(HUES - 1)) % HUES;
  const stalks = budding.stalks + extra.stalks;
  return {
    hue,
    graftHue: stems > 1 ? other : hue,
    pot: look.pick(POTS),
    rhythm: look.pick(3),
    height: Number(short(frame.height)),
    leaves,
    buds,
    stems,
    parts: [
      ...cane(frame),
      ...leafParts([...footLeaves(frame, low), ...trunkLeaves(frame, leaves - low)], stems > 1),
      ...(stalks === "" ? [] : [{ c: "pk", d: stalks }]),
      ...stemParts(frame),
      ...budding.parts,
      ...extra.parts,
    ],
  };
}
