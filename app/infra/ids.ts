import { createHash } from "node:crypto";
import { uuidv7, V7Generator } from "uuidv7";

import type { Clock } from "./clock";
import { fixedClock } from "./clock";

/** Makes a new id: a UUIDv7, so ids sort by the time they were made. */
export type NewId = () => string;

/** @returns a random UUIDv7 of the present moment. */
export const newId: NewId = () => uuidv7();

/**
 * Ids that are the same on every run: for the demo seed and for tests that compare whole rows.
 * @param seed any text; another text gives other ids.
 * @param clock gives the time part; ids stay in order while the clock stands still.
 */
export function seededIds(seed: string, clock: Clock): NewId {
  const generator = new V7Generator({ nextUint32: seededUint32(seed) });
  return () => generator.generateOrResetWithTs(clock.now().getTime()).toString();
}

/**
 * Seeded ids for things that happened at different moments: each id carries the moment it is asked for.
 * @param seed any text; another text gives other ids.
 */
export function seededIdsAt(seed: string): (at: Date) => string {
  const clock = fixedClock(new Date(0));
  const next = seededIds(seed, clock);
  return (at) => {
    clock.set(at);
    return next();
  };
}

/** A stream of 32-bit numbers out of SHA-256 in counter mode: even, and equal on every machine. */
function seededUint32(seed: string): () => number {
  let block = Buffer.alloc(0);
  let counter = 0;
  let offset = 0;
  return () => {
    if (offset >= block.length) {
      block = createHash("sha256").update(`${seed}:${counter}`).digest();
      counter += 1;
      offset = 0;
    }
    const value = block.readUInt32BE(offset);
    offset += 4;
    return value;
  };
}
