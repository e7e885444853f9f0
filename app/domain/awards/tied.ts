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
  { criteria, profiles, sheets, verdict }: Judged,
  tied: readonly string[],
  scores: readonly RoundScore[],
  comparisons: readonly Comparison[] = [],
): TiedEntry[] {
  const heaviest = Math.max(...criteria.map(({ weight }) => weight));
  const priority = criteria.findIndex(({ weight }) => weight === heaviest);
  return tied.map((entry) => ({
    entry,
    priority: profiles.get(entry)?.adjusted[priority] ?? 0,
    topLevels: scores.filter(({ entryId, counted, points, pointsMost }) => entryId === entry && counted && points === pointsMost).length,
    sheets: new Map(sheets.flatMap((sheet, at) => (sheet.entry === entry ? [[sheet.juror, verdict.values[at] ?? 0] as const] : []))),
    compared: balanceOf(entry, comparisons, (juror, one) => sheets.some((sheet) => sheet.juror === juror && sheet.entry === one)),
  }));
}
