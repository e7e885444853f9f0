import { STAGE_SHAPES } from "./spec";
import type { PlantSpec } from "./spec";

/** Places on the two shelves of the greenhouse. */
export const SHELF_PLACES = 8;

/** Under the arch the middle is high and the sides are low: places by the room above them, lowest first. */
const TIGHT_FIRST = [0, 3];

const tallness = (spec: PlantSpec): number => STAGE_SHAPES[spec.stage].height + (spec.flower ? 25 : 0);

/** Whether a plant would touch the arch at an end of the top shelf. */
export const isTall = (spec: PlantSpec): boolean => tallness(spec) > 115;

/**
 * Puts up to eight plants on the shelves so that none touches the arch: the two lowest stand at the ends of the top
 * shelf, the others keep their order. Fewer than eight leave empty places (null), the bottom shelf filling first.
 */
export function arrange<T extends { spec: PlantSpec }>(items: readonly T[]): (T | null)[] {
  const shown = items.slice(0, SHELF_PLACES);
  const places: (T | null)[] = Array.from({ length: SHELF_PLACES }, () => null);
  const free = [4, 5, 6, 7, 1, 2, ...TIGHT_FIRST].slice(0, shown.length);
  const tight = TIGHT_FIRST.filter((place) => free.includes(place));
  const lowest = [...shown].sort((x, y) => tallness(x.spec) - tallness(y.spec)).slice(0, tight.length);
  for (const place of tight) {
    const item = shown.find((candidate) => lowest.includes(candidate) && !places.includes(candidate));
    places[place] = item ?? null;
  }
  const roomy = free.filter((place) => !tight.includes(place)).sort((x, y) => x - y);
  const others = shown.filter((item) => !lowest.includes(item));
  roomy.forEach((place, i) => {
    places[place] = others[i] ?? null;
  });
  return places;
}
