import { fold } from "../kernel/text";

const GRAM_LENGTHS = [3, 4];

/** Spellings of one sound in Dutch, French and English, in the order in which they are replaced. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, "f"],
  [/th/g, "t"],
  [/sch/g, "sk"],
  [/ch|ck|qu/g, "k"],
  [/c(?=[eiy])/g, "s"],
  [/c/g, "k"],
  [/x/g, "ks"],
  [/z/g, "s"],
  [/y|ie/g, "i"],
  [/ou|oe/g, "u"],
  [/w/g, "v"],
  [/ae/g, "e"],
  [/(.)\1/g, "$1"],
];

/** A word as it sounds, roughly: the same for "fotograaf" and "photograph" as far as they are. */
export function soundOf(word: string): string {
  return SOUNDS.reduce((so, [spelling, sound]) => so.replace(spelling, sound), fold(word));
}

/** Runs of three and four letters of a word as it sounds, its ends marked. They are nearly the same for a word that is misspelt. */
export function gramsOf(word: string): string[] {
  const marked = `_${soundOf(word)}_`;
  return GRAM_LENGTHS.flatMap((length) =>
    Array.from({ length: Math.max(0, marked.length - length + 1) }, (_, at) => marked.slice(at, at + length)),
  );
}

/** Tells how many letters were added, left out, changed or swapped between two words; more than `most` is `most + 1`. */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}
