/** FNV-1a over the code units of a text, 32 bits, with a final mix. */
export function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A source of numbers. */
export interface Stream {
  /** Next number in [0, 1). */
  next(): number;
  /** Next number in [low, high). */
  between(low: number, high: number): number;
  /** Next whole number in [0, size). */
  pick(size: number): number;
}

/**
 * A repeatable stream (mulberry32) for one purpose of one seed. Separate purposes have separate streams, so
 * that one leaf more does not move every bud.
 */
export function stream(seed: string, purpose: string): Stream {
  let a = hashText(`${purpose}\u0000${seed}`);
  const next = (): number => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    pick: (size) => Math.floor(next() * size),
  };
}
