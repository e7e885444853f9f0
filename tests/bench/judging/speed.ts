import { chanceOf } from "~/domain/assignment/chance";
import type { Sheet } from "~/domain/judging/sheet";
import { changesOf } from "~/domain/judging/sensitivity";
import { judge } from "~/domain/judging/verdict";

/** A seeded jury: k jurors an entry, of unequal strictness. */
export function madeUp(entries: number, jurors: number, k: number): Sheet[] {
  const chance = chanceOf(`${entries} ${jurors} ${k}`);
  return Array.from({ length: entries }, (_, i) => {
    const panel = new Set<number>();
    while (panel.size < k) panel.add(Math.floor(chance() * jurors));
    return [...panel].map((j) => ({ entry: `e${i}`, juror: `j${j}`, scores: [20 + (30 * i) / entries + 3 * (j % 7) + 20 * chance()] }));
  }).flat();
}

/** Ranks some 10,000 scores in several shapes. Seconds are those of the processor. */
export function* speeds() {
  for (const [entries, jurors, k] of [
    [1_000, 100, 10],
    [2_000, 200, 5],
    [3_333, 100, 3],
    [5_000, 100, 2],
    [100, 100, 100],
    [500, 500, 20],
    [1_000, 1_000, 10],
    [2_000, 1_000, 5],
    [10_000, 100, 1],
  ] as const) {
    const sheets = madeUp(entries, jurors, k);
    const before = process.cpuUsage();
    const verdict = judge(sheets, { weights: [1], seed: "1" });
    const seconds = process.cpuUsage(before).user / 1e6;
    const after = process.cpuUsage();
    for (const ranking of verdict.rankings) changesOf({ verdict, sheets, weights: [1], range: [0, 100] }, ranking);
    yield { entries, jurors, scores: sheets.length, seconds, changes: process.cpuUsage(after).user / 1e6 };
  }
}
