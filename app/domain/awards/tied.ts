import { weightedMean } from "../judging/sheet";
import type { TiedEntry } from "../judging/ties";
import type { Ranking } from "../judging/verdict";
import type { Comparison } from "./compare/pairs";
import { balanceOf } from "./compare/pairs";
import type { RoundScore } from "./round-sheets";
import type { Judged } from "./verdict-of";

/** The groups of entries of a ranking that share a place. */
export function tiesIn({ standings }: Ranking): string[][] {
  const groups = new Map<number, string[]>();
  for (const { rank, entry } of standings) groups.set(rank, [...(groups.get(rank) ?? []), entry]);
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** What the tie rule looks at in entries that share a place. The most important criterion is the heaviest; of equals the first. */
export function factsOfTied(
  { criteria, reasons }: Judged,
  tied: readonly string[],
  scores: readonly RoundScore[],
  comparisons: readonly Comparison[] = [],
): TiedEntry[] {
  const counts = (juror: string, entry: string) =>
    scores.some(({ entryId, jurorId, counted }) => entryId === entry && jurorId === juror && counted);
  const heaviest = Math.max(...criteria.map(({ weight }) => weight));
  const priority = criteria.findIndex(({ weight }) => weight === heaviest);
  return tied.map((entry) => {
    const own = scores.filter(({ entryId, counted }) => entryId === entry && counted);
    return {
      entry,
      priority: reasons[entry]?.profile[priority] ?? 0,
      topLevels: own.filter(({ points, pointsMost }) => points === pointsMost).length,
      sheets: new Map([...new Set(own.map(({ jurorId }) => jurorId))].map((juror) => [juror, meanOf(own, juror)])),
      compared: balanceOf(entry, comparisons, counts),
    };
  });
}

function meanOf(scores: readonly RoundScore[], juror: string): number {
  const own = scores.filter(({ jurorId }) => jurorId === juror);
  return weightedMean(
    own.map(({ points }) => points / 100),
    own.map(({ weight }) => weight),
  );
}
