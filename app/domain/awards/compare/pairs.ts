import type { LevelInput } from "../rubric";

/** A comparison that a juror made. */
export interface Comparison {
  readonly jurorId: string;
  readonly oneId: string;
  readonly otherId: string;
  readonly better: "one" | "other" | "equal";
}
export const ANSWERS = ["one", "other", "equal"] as const;

/** Pairs a juror is asked at most: the nearest. */
export const PAIRS_AT_MOST = 12;

interface Counted {
  readonly weight: number;
  readonly counted: boolean;
  readonly levels: readonly Pick<LevelInput, "points">[];
}

/** The smallest difference that one level makes in a total, in hundredths: what a rubric can hardly tell apart. Weights that count sum to 100. */
export function marginOf(criteria: readonly Counted[]): number {
  const steps = criteria
    .filter(({ counted, weight }) => counted && weight > 0)
    .flatMap(({ weight, levels }) => levels.slice(1).map(({ points }, at) => (weight * (points - (levels[at]?.points ?? 0))) / 100));
  return steps.length === 0 ? 0 : Math.ceil(Math.min(...steps));
}

/** An own entry with the weighted total of the juror's sheet, in hundredths. */
export interface OwnTotal {
  readonly entryId: string;
  readonly number: number;
  readonly categoryId: string;
  readonly total: number;
}

/** Pairs of one category within its margin, the nearest first; of a pair the lower number stands first. */
export function nearPairs<T extends OwnTotal>(entries: readonly T[], marginIn: (categoryId: string) => number): (readonly [T, T])[] {
  const sorted = [...entries].sort((a, b) => a.number - b.number);
  const pairs = sorted.flatMap((one, at) =>
    sorted
      .slice(at + 1)
      .filter((other) => other.categoryId === one.categoryId && Math.abs(other.total - one.total) <= marginIn(one.categoryId))
      .map((other) => [one, other] as const),
  );
  const apart = ([a, b]: readonly [T, T]): number => Math.abs(a.total - b.total);
  return pairs.sort((a, b) => apart(a) - apart(b) || a[0].number - b[0].number || a[1].number - b[1].number).slice(0, PAIRS_AT_MOST);
}

/** The ids of a pair as they are kept: the smaller first. */
export const keyOf = (a: string, b: string): { oneId: string; otherId: string } =>
  a < b ? { oneId: a, otherId: b } : { oneId: b, otherId: a };

/** For one entry and each it was compared with: jurors who find it better, less those who find it less good. `counts` tells whether a sheet counts. */
export function balanceOf(
  entry: string,
  comparisons: readonly Comparison[],
  counts: (jurorId: string, entryId: string) => boolean,
): Map<string, number> {
  const balance = new Map<string, number>();
  for (const { jurorId, oneId, otherId, better } of comparisons) {
    const other = entry === oneId ? otherId : entry === otherId ? oneId : null;
    if (other === null || better === "equal" || !counts(jurorId, oneId) || !counts(jurorId, otherId)) continue;
    const won = (better === "one") === (entry === oneId);
    balance.set(other, (balance.get(other) ?? 0) + (won ? 1 : -1));
  }
  return balance;
}
