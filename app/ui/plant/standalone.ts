import { paintsOf } from "./colours";
import type { PlantSpec } from "./draw";
import { drawPlant } from "./draw";
import { plantMarkup } from "./markup";

/** The inside of the SVG of a plant that needs no style sheet, PLANT_WIDTH by PLANT_HEIGHT units: for pictures and paper. */
export function standalonePlant(spec: PlantSpec): string {
  const drawing = drawPlant(spec);
  const paints = paintsOf(drawing.hue, drawing.graftHue);
  return plantMarkup(drawing).replace(/class="(\w+)"/g, (_, name: string) => paints[name] ?? "");
}
