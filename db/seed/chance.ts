/** Choices that look random and are the same for the same seed, on every machine. */
export interface Chance {
  /** A number from 0 up to, not including, 1. */
  share(): number;
  /** A whole number from 0 up to, not including, `n`. */
  below(n: number): number;
  pick<T>(list: readonly T[]): T;
  /** One of the values, each as often as its weight says. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  /** Up to `n` different entries of the list. */
  some<T>(list: readonly T[], n: number): T[];
}

/** Starts a stream of choices for a seed (any text). */
export function chanceOf(seed: string): Chance {
  let state = [...seed].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619), 2_166_136_261) >>> 0;
  // Mulberry32: small, even enough for made-up texts; nothing secret hangs on it.
  const share = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(share() * n);
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError("nothing to pick from");
    return list[below(list.length)] as T;
  };
  return {
    share,
    below,
    pick,
    weighted: (choices) => {
      const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
      let left = share() * total;
      const chosen = choices.find(([, weight]) => (left -= weight) < 0) ?? choices.at(-1);
      if (!chosen) throw new RangeError("nothing to pick from");
      return chosen[0];
    },
    some: (list, n) => {
      const rest = [...list];
      return Array.from({ length: Math.min(n, rest.length) }, () => rest.splice(below(rest.length), 1)[0] as (typeof rest)[number]);
    },
  };
}
