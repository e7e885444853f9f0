import { drawPlant } from "./draw";
import type { PlantDrawing, PlantPart, PlantSpec } from "./draw";

const path = ({ c, d, t }: PlantPart): string => `<path class="${c}" d="${d}"${t === undefined ? "" : ` transform="${t}"`}/>`;

/** What is painted on a pot; 0 is plain. */
const PAINT = [
  "",
  "M50 246h60l-1 6H51z",
  "M53 257q9-6 18 0t18 0t18 0l-3 14q-2 7-8 7H64q-6 0-8-7z",
  "M51 250l7-6 7 6 8-6 7 6 7-6 8 6 7-6 7 6-1 6-6-5-7 6-8-6-7 6-7-6-8 6-7-6-6 5z",
] as const;

/** Soil and pot, with the paint of the pot. */
function potMarkup(pot: number): string {
  const paint = PAINT[pot] ?? "";
  return (
    '<path class="po" d="M48 225q10-8 32-8t32 8z"/><path class="pp" d="M48 230h64l-8 41q-2 7-8 7H64q-6 0-8-7z"/>' +
    (paint === "" ? "" : `<path class="pq" d="${paint}"/>`) +
    '<path class="pv" d="M49 235h62l-1 5H50zM97 240h13l-6 31q-2 7-8 7h-8q7-16 9-38z"/><rect class="pm" x="44" y="222" width="72" height="14" rx="5"/>'
  );
}

/** The classes that give a drawing its colours and its rhythm. */
export function plantClasses({ hue, graftHue, rhythm }: PlantDrawing): string {
  return graftHue === hue ? `h${hue} r${rhythm}` : `h${hue} g${graftHue} r${rhythm}`;
}

/** The inside of the SVG of one plant: our own numbers and class names only, never a person's text. */
export function plantMarkup(drawing: PlantDrawing): string {
  return `<g class="pw">${drawing.parts.map(path).join("")}</g>${potMarkup(drawing.pot)}`;
}

/** The inside of the SVG of a pot that waits for an idea. */
export const EMPTY_POT_MARKUP = potMarkup(0);

interface PlantParts {
  readonly classes: string;
  readonly markup: string;
}
const KEPT_MAX = 4_000;
const kept = new Map<string, PlantParts>();

/** Classes and markup of a spec at once. The last few thousand drawings are kept: a server draws the same plants all day. */
export function plantParts(spec: PlantSpec): PlantParts {
  const key = `${spec.seed} ${spec.stage} ${spec.versions} ${spec.comments} ${spec.openNeeds} ${spec.stems} ${spec.flower ? 1 : 0}${spec.fruit ? 1 : 0}`;
  const known = kept.get(key);
  if (known) return known;
  const drawing = drawPlant(spec);
  const parts = { classes: plantClasses(drawing), markup: plantMarkup(drawing) };
  if (kept.size >= KEPT_MAX) kept.clear();
  kept.set(key, parts);
  return parts;
}
