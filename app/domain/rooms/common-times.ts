import type { Range } from "../scheduling/slot";
import { merge, QUANTUM_MS, subtract } from "../scheduling/slot";

const HALF_HOUR_MS = 2 * QUANTUM_MS;

/** Which times are looked for. */
export interface Wanted {
  /** Milliseconds. */
  readonly length: number;
  readonly most: number;
  /** At most so many on one day, and so many milliseconds apart. */
  readonly perDay: number;
  readonly apart: number;
  readonly notBefore: Date;
}

/** Times that lie in `open` and meet nothing `busy`, beginning on the half hour, spread over days and parts of a day. Soonest first. */
export function commonTimes(days: readonly (readonly Range[])[], busy: readonly Range[], wanted: Wanted): Range[] {
  const cuts = merge(busy);
  const found: Range[] = [];
  for (const open of days) {
    let ofDay = 0;
    let last = Number.NEGATIVE_INFINITY;
    for (const free of subtract(open, cuts)) {
      const begin = Math.max(free.from.getTime(), wanted.notBefore.getTime());
      for (let at = Math.ceil(begin / HALF_HOUR_MS) * HALF_HOUR_MS; at + wanted.length <= free.until.getTime(); at += HALF_HOUR_MS) {
        if (at < last + wanted.apart) continue;
        if (ofDay === wanted.perDay || found.length === wanted.most) break;
        found.push({ from: new Date(at), until: new Date(at + wanted.length) });
        last = at;
        ofDay += 1;
      }
    }
  }
  return found;
}
