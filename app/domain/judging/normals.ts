import { chanceOf } from "../assignment/chance";

/** Fills a list with standard normal numbers (Marsaglia's polar method) that depend on the seed alone; each call goes on where the last ended. */
export function normals(seed: string): (list: Float64Array) => void {
  const chance = chanceOf(seed);
  let spare = 0;
  let kept = false;
  return (list) => {
    let at = 0;
    if (kept && list.length > 0) list[at++] = spare;
    kept &&= list.length === 0;
    while (at < list.length) {
      const x = 2 * chance() - 1;
      const y = 2 * chance() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      list[at++] = x * factor;
      if (at < list.length) list[at++] = y * factor;
      else {
        spare = y * factor;
        kept = true;
      }
    }
  };
}
