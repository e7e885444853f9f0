/** A score that counts: points in hundredths, weight in percent. */
export interface WeightedScore {
  readonly points: number;
  readonly weight: number;
}
export interface RankedEntry {
  readonly entryId: string;
  readonly number: number;
  /** The counted scores of each complete sheet. */
  readonly sheets: readonly (readonly WeightedScore[])[];
  /** How many sheets are due. */
  readonly expected: number;
}
export interface Ranked {
  readonly entryId: string;
  /** Weighted mean over complete sheets, in hundredths of a point; null without one. */
  readonly mean: number | null;
  /** Shared by entries with the same mean: 1, 1, 3. Null while the ranking is withheld or without a sheet. */
  readonly rank: number | null;
  readonly tied: boolean;
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Highest minus lowest sheet, in hundredths. */
  readonly spread: number | null;
  readonly sheets: number;
  readonly expected: number;
}
export interface Ranking {
  /** Some entry has fewer complete sheets than the minimum: there are means, no ranks. */
  readonly withheld: boolean;
  readonly rows: readonly Ranked[];
}

/** The smallest number of complete sheets an entry needs before anybody is ranked. */
export function minimumSheets(jurorsPerEntry: number): number {
  return Math.min(2, jurorsPerEntry);
}

/** Weighted mean of one sheet in hundredths, not rounded. */
export function sheetMean(scores: readonly WeightedScore[]): number {
  const weight = scores.reduce((sum, score) => sum + score.weight, 0);
  return weight === 0 ? 0 : scores.reduce((sum, score) => sum + score.points * score.weight, 0) / weight;
}

/**
 * Ranks entries by the mean of their complete sheets, best first. Means equal after rounding to a hundredth share their
 * place; within a tie entries stand by number, which says nothing. Ranks are withheld until every entry has `minimum` sheets.
 */
export function rank(entries: readonly RankedEntry[], minimum: number): Ranking {
  const withheld = entries.some((entry) => entry.sheets.length < minimum);
  const rows = entries
    .map((entry) => ({ entry, means: entry.sheets.map(sheetMean) }))
    .map(({ entry, means }) => ({ entry, ...summary(means) }));
  rows.sort((a, b) => (b.mean ?? -1) - (a.mean ?? -1) || a.entry.number - b.entry.number);
  return {
    withheld,
    rows: rows.map(({ entry, mean, lowest, highest, spread }) => ({
      entryId: entry.entryId,
      mean,
      rank: withheld || mean === null ? null : 1 + rows.filter((other) => (other.mean ?? -1) > mean).length,
      tied: !withheld && mean !== null && rows.filter((other) => other.mean === mean).length > 1,
      lowest,
      highest,
      spread,
      sheets: entry.sheets.length,
      expected: entry.expected,
    })),
  };
}

function summary(means: readonly number[]): Pick<Ranked, "mean" | "lowest" | "highest" | "spread"> {
  if (means.length === 0) return { mean: null, lowest: null, highest: null, spread: null };
  const lowest = Math.round(Math.min(...means));
  const highest = Math.round(Math.max(...means));
  return { mean: Math.round(means.reduce((sum, mean) => sum + mean, 0) / means.length), lowest, highest, spread: highest - lowest };
}

/** Points as shown: 7433 hundredths is 74.33. */
export function shownPoints(hundredths: number): number {
  return hundredths / 100;
}
