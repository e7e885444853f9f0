import { at, join } from "./geometry";
import type { PlantPart } from "./frame";

/** A ring of petals around 0,0: one closed path, whole units. */
function petals(count: number, inner: number, outer: number, width: number, turn: number): string {
  const on = (radius: number, angle: number): { x: number; y: number } =>
    at(Math.round(Math.cos(angle) * radius), Math.round(Math.sin(angle) * radius));
  const step = (2 * Math.PI) / count;
  let here = on(inner, turn);
  let d = `M${join(here.x, here.y)}`;
  for (let i = 0; i < count; i++) {
    const from = turn + i * step;
    const points = [on(outer, from + step * (0.5 - width)), on(outer, from + step * (0.5 + width)), on(inner, from + step)];
    d += `c${join(...points.flatMap((p) => [p.x - here.x, p.y - here.y]))}`;
    here = points[2] ?? here;
  }
  return `${d}z`;
}

const disc = (r: number): string => `M${join(-r, 0)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0${-2 * r} 0`;

/** The sunflower of an award entry, centred on 0,0. */
export const FLOWER: readonly PlantPart[] = [
  { c: "pg", d: petals(9, 9, 31, 0.22, 0.35) },
  { c: "py", d: petals(9, 9, 28, 0.22, 0) },
  { c: "pe", d: disc(9) },
  { c: "pi", d: disc(5) },
];

/** The closed bud on top of a plant in bloom that is not an award entry. */
export const GREEN_BUD: readonly PlantPart[] = [
  { c: "py", d: "M-4-4c-3-8 1-13 4-18c3 5 7 10 4 18z" },
  { c: "ps", d: "M0 3c-8-1-9-10-6-16c1 4 3 6 6 7c3-1 5-3 6-7c3 6 2 15-6 16z" },
];

/** The red fruit of a prize, hanging from 0,0. */
export const FRUIT: readonly PlantPart[] = [
  { c: "pf", d: "M0 1c5-3 12 0 12 8c0 8-6 13-12 13s-12-5-12-13c0-8 7-11 12-8z" },
  { c: "ph", d: "M-8 8q1-4 4-4" },
  { c: "ps", d: "M0 3c-2-4-6-4-9-2c2-5 6-6 9-2c3-4 7-3 9 2c-3-2-7-2-9 2z" },
];
