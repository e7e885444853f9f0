import type { Design } from "./design";
import { designOf, panelOf } from "./design";
import type { Drawing } from "./draws";
import { certainty, slackOf } from "./draws";
import type { Fit } from "./fit";
import { fit } from "./fit";
import { ordersOnly } from "./second";
import type { Sheet } from "./sheet";
import { medianOf, weightedMean } from "./sheet";

/** With fewer sheets a juror's effect is mostly shrunk away: "not calibrated". */
export const CALIBRATED_FROM = 3;
/** Neighbours whose order is less sure than this, either way, are in one tie band. */
const SURE = 0.9;

export interface Wish extends Drawing {
  /** Weight of each criterion. */
  readonly weights: readonly number[];
  /** λ, instead of the one the scores suggest; more than 0. */
  readonly lambda?: number;
  /** Scores that differ by less share a place; 0 shares it only between equals. */
  readonly step?: number;
  /** Which entries are ranked together, such as a category; all unless told otherwise. Parts without a shared juror are always apart. */
  readonly group?: (entry: string) => string;
}
export interface Standing {
  readonly entry: string;
  /** Complete sheets. */
  readonly n: number;
  readonly raw: number;
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
  readonly adjusted: number;
  readonly se: number;
  /** Place in its ranking, shared by equals; by the adjusted score, by the raw mean, and by orders alone. */
  readonly rank: number;
  readonly rawRank: number;
  readonly orderRank: number;
  readonly rankLow: number;
  readonly rankHigh: number;
  readonly pWin: number;
  readonly pTop: number;
}
/** Entries that may be compared with each other, best first. */
export interface Ranking {
  readonly group: string;
  /** Which part of the jury judged them; parts are numbered from 0, the largest first. */
  readonly part: number;
  readonly standings: readonly Standing[];
  /** Neighbours whose order is not sure, from two entries up. */
  readonly bands: readonly (readonly string[])[];
}
export interface JurorStanding {
  readonly juror: string;
  readonly n: number;
  /** Points above (milder) or below (stricter) what others give the same entries, shrunk. */
  readonly effect: number;
  readonly se: number;
  readonly calibrated: boolean;
}
export interface Verdict {
  readonly fit: Fit;
  /** The weighted mean of each sheet, as they were given. */
  readonly values: readonly number[];
  readonly rankings: readonly Ranking[];
  readonly jurors: readonly JurorStanding[];
  readonly variance: { readonly juror: number; readonly residual: number; readonly lambda: number };
  readonly components: readonly { readonly entries: readonly string[]; readonly jurors: readonly string[] }[];
}

/** Ranks entries by their complete sheets. Needs one sheet or more; entries without any are for the caller to name. */
export function judge(sheets: readonly Sheet[], wish: Wish): Verdict {
  const design = designOf(sheets);
  const values = sheets.map(({ scores }) => weightedMean(scores, wish.weights));
  const fitted = fit(design, values, wish.lambda);
  const orders = ordersOnly(design, values);
  const { effect, effectSe, lambda, residual } = fitted;
  return {
    fit: fitted,
    values,
    rankings: groupsOf(design, wish.group ?? (() => "")).map(({ entries, ...group }) => ({
      ...group,
      ...ranked(fitted, orders, values, entries, wish),
    })),
    jurors: design.jurors.map((juror, j) => {
      const n = design.load[j] ?? 0;
      return { juror, n, effect: effect[j] ?? 0, se: effectSe[j] ?? 0, calibrated: n >= CALIBRATED_FROM };
    }),
    variance: { juror: residual / lambda, residual, lambda },
    components: design.parts.map((part) => ({
      entries: part.entries.map((i) => design.entries[i] ?? ""),
      jurors: part.jurors.map((j) => design.jurors[j] ?? ""),
    })),
  };
}

function groupsOf({ parts, entries }: Design, groupOf: (entry: string) => string) {
  return parts.flatMap((part, at) => {
    const groups = new Map<string, number[]>();
    for (const i of part.entries) {
      const group = groupOf(entries[i] ?? "");
      const own = groups.get(group);
      if (own) own.push(i);
      else groups.set(group, [i]);
    }
    return [...groups].map(([group, own]) => ({ group, part: at, entries: own }));
  });
}

/** The place of each score, from 1: one more than there are better ones; scores within a step share it. */
export function placesBy(scores: readonly number[], step: number, slack: number): number[] {
  const shown = scores.map((score) => (step > 0 ? Math.round(score / step) : score));
  const near = step > 0 ? 0 : slack;
  const sorted = [...shown].sort((a, b) => b - a);
  const first: number[] = [];
  sorted.forEach((score, at) => first.push(at > 0 && (sorted[at - 1] ?? 0) - score <= near ? (first[at - 1] ?? at) : at));
  const placeOf = new Map(sorted.map((score, at) => [score, (first[at] ?? at) + 1]));
  return shown.map((score) => placeOf.get(score) ?? 1);
}

function ranked(fitted: Fit, orders: Float64Array, values: readonly number[], own: readonly number[], wish: Wish) {
  const { design, adjusted, raw, se } = fitted;
  const slack = slackOf(adjusted);
  const of = (list: Float64Array, i: number): number => list[i] ?? 0;
  // Equals stand in an order that says nothing and does not depend on the order of the sheets.
  const entries = [...own].sort((a, b) => of(adjusted, b) - of(adjusted, a) || of(se, a) - of(se, b) || a - b);
  const places = (list: Float64Array, step: number) =>
    placesBy(
      entries.map((i) => of(list, i)),
      step,
      slackOf(list),
    );
  const step = wish.step ?? 0;
  const [rank, rawRank, orderRank] = [places(adjusted, step), places(raw, step), places(orders, 0)];
  const sure = certainty(fitted, entries, wish);
  const standings = entries.map((i, at): Standing => {
    const scores = sheetsOf(design, i).map((s) => values[s] ?? 0);
    return {
      entry: design.entries[i] ?? "",
      n: panelOf(design, i).length,
      raw: of(raw, i),
      median: medianOf(scores),
      lowest: scores.reduce((least, score) => Math.min(least, score)),
      highest: scores.reduce((most, score) => Math.max(most, score)),
      adjusted: of(adjusted, i),
      se: of(se, i),
      rank: rank[at] ?? 0,
      rawRank: rawRank[at] ?? 0,
      orderRank: orderRank[at] ?? 0,
      rankLow: Math.min(sure.low[at] ?? 1, rank[at] ?? 1),
      rankHigh: Math.max(sure.high[at] ?? 1, rank[at] ?? 1),
      pWin: sure.win[at] ?? 0,
      pTop: sure.top[at] ?? 0,
    };
  });
  return { standings, bands: bandsOf(standings, sure.beatsNext, slack) };
}

/** The sheets of entry i, as places in the list that was given. */
export function sheetsOf({ start, source }: Design, i: number): number[] {
  return [...source.subarray(start[i] ?? 0, start[i + 1] ?? 0)];
}

function bandsOf(standings: readonly Standing[], beatsNext: readonly number[], slack: number): string[][] {
  const bands: string[][] = [];
  standings.forEach(({ entry, adjusted, rank }, at) => {
    const before = standings[at - 1];
    const equal = before !== undefined && (before.rank === rank || before.adjusted - adjusted <= slack);
    if (before && (equal || (beatsNext[at - 1] ?? 1) < SURE)) bands.at(-1)?.push(entry);
    else bands.push([entry]);
  });
  return bands.filter(({ length }) => length > 1);
}
