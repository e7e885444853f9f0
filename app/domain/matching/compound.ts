import { plainStemsOf } from "../kernel/stems";

const PART_LEAST = 3;
const PARTS_MAX = 3;
/** What stands between the parts. */
const LINKS = ["", "s", "e", "en", "n"];

interface Known {
  has(stem: string): boolean;
}

/** The stems of the parts of a Dutch compound ("lasersnijmachine": laser, snij, machin) when every part is known, the longest tail first; else none. */
export function compoundParts(stem: string, known: Known, most = PARTS_MAX): string[] {
  if (most < 2) return [];
  for (let at = PART_LEAST; at <= stem.length - PART_LEAST; at += 1) {
    const tail = knownStem(stem.slice(at), known);
    if (tail === null) continue;
    for (const link of LINKS) {
      const head = stem.slice(0, at - link.length);
      if (head.length < PART_LEAST || stem.slice(head.length, at) !== link) continue;
      const whole = knownStem(head, known);
      const parts = whole === null ? compoundParts(head, known, most - 1) : [whole];
      if (parts.length > 0) return [...parts, tail];
    }
  }
  return [];
}

function knownStem(part: string, known: Known): string | null {
  if (known.has(part)) return part;
  const [stem] = plainStemsOf(part, "nl");
  return stem !== undefined && known.has(stem) ? stem : null;
}
