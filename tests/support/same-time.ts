import { expect } from "vitest";

const TURNS = 3;
/** How much slower one of the two may be. */
const MOST_SHARE = 0.25;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Milliseconds that two things take at the median, done by turns, so that what else the machine does falls on both. */
async function medians(tries: number, both: readonly ((at: number) => Promise<unknown>)[]): Promise<number[]> {
  const times: number[][] = both.map(() => []);
  for (let at = 0; at < tries; at += 1) {
    for (const side of at % 2 === 0 ? [0, 1] : [1, 0]) {
      const since = performance.now();
      await both[side]?.(at);
      times[side]?.push(performance.now() - since);
    }
  }
  return times.map(median);
}

/** Demands that two things take the same time: a machine that is busy may spoil one measurement, not three; a real difference shows in each. */
export async function demandSameTime(
  { tries, noiseMs }: { readonly tries: number; readonly noiseMs: number },
  ...both: readonly [(at: number) => Promise<unknown>, (at: number) => Promise<unknown>]
): Promise<void> {
  const seen: string[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const [one = 0, other = 0] = await medians(tries, both);
    if (Math.abs(one - other) <= Math.max(noiseMs, MOST_SHARE * Math.max(one, other))) return;
    seen.push(`${one.toFixed(1)} and ${other.toFixed(1)}`);
  }
  expect(seen, "milliseconds that the two took").toEqual([]);
}
