import { adjust } from "./fit";
import type { Sheet } from "./sheet";
import { weightedMean } from "./sheet";
import type { Verdict } from "./verdict";

/** What an entry has on each criterion, in the order of the weights. */
export interface Profile {
  readonly entry: string;
  readonly raw: readonly number[];
  /** Adjusted at the λ of the whole: their weighted mean is the adjusted score itself. */
  readonly adjusted: readonly number[];
}

/** The criterion profile of every entry. */
export function profilesOf({ fit }: Verdict, sheets: readonly Sheet[], criteria: number): Profile[] {
  const each = Array.from({ length: criteria }, (_, c) =>
    adjust(
      fit,
      sheets.map(({ scores }) => scores[c] ?? 0),
    ),
  );
  return fit.design.entries.map((entry, i) => ({
    entry,
    raw: each.map(({ raw }) => raw[i] ?? 0),
    adjusted: each.map(({ adjusted }) => adjusted[i] ?? 0),
  }));
}

/** Why an entry stands where it stands: facts, for the page to put in words. */
export interface Fairness {
  readonly entry: string;
  readonly rawRank: number;
  readonly rank: number;
  /** What its jurors together give more (milder) or less (stricter) than others: raw less adjusted. */
  readonly lean: number;
  /** Its jurors with too few sheets to know how strict they are. */
  readonly uncalibrated: number;
  /** Tells that its order with a neighbour is not sure. */
  readonly inBand: boolean;
  /** Tells that other entries cannot be compared with it, because no juror ties them together. */
  readonly apart: boolean;
}

/** The fairness facts of every entry. */
export function fairnessOf({ fit: { design }, rankings, jurors, components }: Verdict): Fairness[] {
  const calibrated = new Map(jurors.map((one) => [one.juror, one.calibrated]));
  const placeOf = new Map(design.entries.map((entry, i) => [entry, i]));
  const unsure = new Set(rankings.flatMap(({ bands }) => bands.flat()));
  return rankings.flatMap(({ standings }) =>
    standings.map(({ entry, rawRank, rank, raw, adjusted }) => {
      const i = placeOf.get(entry) ?? 0;
      const panel = [...design.juror.subarray(design.start[i] ?? 0, design.start[i + 1] ?? 0)].map((j) => design.jurors[j] ?? "");
      return {
        entry,
        rawRank,
        rank,
        lean: raw - adjusted,
        uncalibrated: panel.filter((juror) => calibrated.get(juror) === false).length,
        inBand: unsure.has(entry),
        apart: components.length > 1,
      };
    }),
  );
}

/** The score of a profile under other weights. */
export function scoreUnder(profile: Profile, weights: readonly number[]): number {
  return weightedMean(profile.adjusted, weights);
}
