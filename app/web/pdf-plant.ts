import type { PlantSpec } from "~/ui/plant/draw";
import { standalonePlant } from "~/ui/plant/standalone";
import type { Pdf } from "./pdf";

/** Where a plant stands on the paper, and how many points one of its units is. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Draws a plant on paper by its own lines, so that it prints sharp at every size. */
export function drawPlantOn(doc: Pdf, spec: PlantSpec, { x, y, scale }: Place): void {
  doc.save().translate(x, y).scale(scale);
  for (const [, tag = "", attributes = ""] of standalonePlant(spec).matchAll(/<(path|rect)([^>]*)\/>/g)) {
    const named = new Map([...attributes.matchAll(/(?<![\w-])([\w-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]));
    const number = (name: string, otherwise = 0): number => Number(named.get(name) ?? otherwise);
    doc.save();
    turn(doc, named.get("transform") ?? "");
    if (tag === "rect") doc.roundedRect(number("x"), number("y"), number("width"), number("height"), number("rx"));
    else doc.path(named.get("d") ?? "");
    const stroke = named.get("stroke");
    if (stroke === undefined) doc.fillOpacity(number("fill-opacity", 1)).fill(named.get("fill") ?? "#000");
    else doc.lineWidth(number("stroke-width", 1)).lineCap("round").strokeOpacity(number("stroke-opacity", 1)).stroke(hex(stroke));
    doc.restore();
  }
  doc.restore();
}

/** A colour in six digits, as paper wants it. */
const hex = (colour: string): string => (colour.length === 4 ? `#${[...colour.slice(1)].map((digit) => digit + digit).join("")}` : colour);

/** Applies an SVG transform: moves, turns and scales, in their order. */
function turn(doc: Pdf, transform: string): void {
  for (const [, kind, list = ""] of transform.matchAll(/(translate|rotate|scale)\(([^)]*)\)/g)) {
    const [a = 0, b] = list
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
    if (kind === "translate") doc.translate(a, b ?? 0);
    else if (kind === "rotate") doc.rotate(a);
    else doc.scale(a, b ?? a);
  }
}
