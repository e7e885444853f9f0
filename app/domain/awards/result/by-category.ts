import type { tieBreaks } from "#db/schema/awards-result";
import type { Labels } from "#db/schema/campus";
import type { Fairness } from "../../judging/profile";
import type { Change } from "../../judging/sensitivity";
import type { TieRule } from "../../judging/ties";
import type { Standing } from "../../judging/verdict";
import type { Place } from "../edition";
import { hundredths } from "../ranking";
import { tiesIn } from "../tied";
import type { Judged, RoundVerdict } from "../verdict-of";
import type { ExtraAdvice } from "./advice";

/** What the sheets of an entry say; points are hundredths. */
export interface Placing {
  /** Null while the ranking of the category is withheld. */
  readonly rank: number | null;
  readonly tied: boolean;
  readonly median: number;
  readonly adjusted: number;
  readonly se: number;
  readonly rankLow: number;
  readonly rankHigh: number;
  readonly orderRank: number;
  /** From 0 to 1. */
  readonly pWin: number;
  readonly pTop: number;
  readonly fairness: Fairness;
  readonly profile: readonly { readonly code: string; readonly name: Labels; readonly points: number }[];
}
export interface ResultRow {
  readonly entryId: string;
  readonly number: number;
  readonly title: string;
  /** Weighted mean over complete sheets, the lowest and the highest; null without one. */
  readonly mean: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly spread: number | null;
  /** Complete sheets, of how many. */
  readonly sheets: number;
  readonly expected: number;
  /** Which part of the jury it belongs to, from 0; entries of different parts cannot be compared. */
  readonly part: number;
  readonly placing: Placing | null;
  readonly decision: { readonly decisionId: string; readonly place: Place; readonly citation: string; readonly pending: boolean } | null;
}
/** A change with names instead of ids. */
export type NamedChange = { readonly winner: string } & (
  | { readonly kind: "raw" | "orders" }
  | { readonly kind: "juror"; readonly juror: string }
  | { readonly kind: "weight"; readonly criterion: Labels; readonly from: number; readonly to: number }
  | { readonly kind: "sheet"; readonly juror: string; readonly entry: string; readonly points: number }
);
export interface ResultCategory {
  readonly id: string;
  readonly code: string;
  readonly name: Labels;
  readonly withheld: boolean;
  /** How many parts its entries fall into. */
  readonly parts: number;
  readonly rows: readonly ResultRow[];
  /** Titles of neighbours whose order is not sure. */
  readonly bands: readonly (readonly string[])[];
  readonly changes: readonly NamedChange[];
  /** Which one more sheet would tell most, where a prize is not sure. */
  readonly advice: readonly ExtraAdvice[];
  /** Entries that share a place, with what the tie rule said of them. */
  readonly ties: readonly Tie[];
}
export interface Tie {
  /** Any of them: names the tie. */
  readonly entryId: string;
  readonly titles: readonly string[];
  /** Null until the rule is applied to exactly these. */
  readonly broken: {
    readonly at: Date;
    /** Titles, best first; those in one group are still tied. */
    readonly order: readonly (readonly string[])[];
    readonly rules: readonly TieRule[];
  } | null;
}
/** An entry of the round, as far as it goes without sheets. */
export interface Entered {
  readonly entryId: string;
  readonly number: number;
  readonly categoryId: string;
  readonly title: string;
  readonly decision: ResultRow["decision"];
}

/** What a category is composed with. */
export interface About {
  readonly id: string;
  readonly minimum: number;
  readonly expected: number;
  readonly names: ReadonlyMap<string, string>;
  readonly advice: readonly (ExtraAdvice & { readonly categoryId: string })[];
  readonly broken: readonly (typeof tieBreaks.$inferSelect)[];
}

/** A category with its rows, the best first; pure. */
export function categoryOf(own: readonly Entered[], judged: RoundVerdict, { id, minimum, expected, names, broken, advice }: About) {
  const rankings = judged.flatMap((one) => one.rankings.filter(({ group }) => group === id).map((ranking) => ({ one, ranking })));
  const placed = new Map(
    rankings.flatMap(({ one, ranking }, part) => {
      const tied = new Set(tiesIn(ranking).flat());
      return ranking.standings.map((standing) => [standing.entry, { one, part, standing, tied: tied.has(standing.entry) }] as const);
    }),
  );
  const withheld = own.some(({ entryId }) => (placed.get(entryId)?.standing.n ?? 0) < minimum);
  const titles = new Map(own.map(({ entryId, title }) => [entryId, title]));
  const rows = own.map(({ categoryId: _, ...entry }): ResultRow => {
    const at = placed.get(entry.entryId);
    const about = { ...entry, expected, part: at?.part ?? 0 };
    if (!at) return { ...about, mean: null, lowest: null, highest: null, spread: null, sheets: 0, placing: null };
    const { n, raw, lowest, highest } = at.standing;
    const [low, high] = [hundredths(lowest), hundredths(highest)];
    const placing = placingOf(at.one, at.standing, at.tied, withheld);
    return { ...about, mean: hundredths(raw), lowest: low, highest: high, spread: high - low, sheets: n, placing };
  });
  const worth = ({ placing }: ResultRow): number => placing?.adjusted ?? -1;
  return {
    withheld,
    parts: rankings.length,
    rows: rows.sort(
      (a, b) => Number(a.placing === null) - Number(b.placing === null) || a.part - b.part || worth(b) - worth(a) || a.number - b.number,
    ),
    advice: withheld ? [] : advice.filter(({ categoryId }) => categoryId === id),
    bands: withheld ? [] : rankings.flatMap(({ ranking }) => ranking.bands.map((band) => band.map((entry) => titles.get(entry) ?? ""))),
    ties: withheld ? [] : rankings.flatMap(({ ranking }) => tiesIn(ranking)).map((tied) => tieOf(tied, broken, titles)),
    changes: withheld ? [] : rankings.flatMap(({ one, ranking }) => ranking.changes.map((change) => named(change, one, titles, names))),
  };
}

function tieOf(tied: readonly string[], broken: About["broken"], titles: ReadonlyMap<string, string>): Tie {
  const named = (ids: readonly string[]): string[] => ids.map((id) => titles.get(id) ?? "");
  const same = broken.find(({ outcome }) => outcome.flat().sort().join() === [...tied].sort().join());
  return {
    entryId: tied[0] ?? "",
    titles: named(tied),
    broken: same ? { at: same.at, order: same.outcome.map(named), rules: same.rules } : null,
  };
}

function placingOf({ criteria, reasons }: Judged, standing: Standing, tied: boolean, withheld: boolean): Placing {
  const { entry, rank, median, adjusted, se, rankLow, rankHigh, orderRank, pWin, pTop, rawRank } = standing;
  const why = reasons[entry];
  return {
    rank: withheld ? null : rank,
    tied: !withheld && tied,
    median: hundredths(median),
    adjusted: hundredths(adjusted),
    se: hundredths(se),
    rankLow,
    rankHigh,
    orderRank,
    pWin,
    pTop,
    fairness: why?.fairness ?? { entry, rawRank, rank, lean: 0, uncalibrated: 0, inBand: false, apart: false },
    profile: criteria.map(({ code, name }, c) => ({ code, name, points: hundredths(why?.profile[c] ?? 0) })),
  };
}

function named(
  change: Change,
  { criteria }: Judged,
  titles: ReadonlyMap<string, string>,
  jurors: ReadonlyMap<string, string>,
): NamedChange {
  const winner = titles.get(change.winner) ?? "";
  switch (change.kind) {
    case "juror":
      return { kind: change.kind, winner, juror: jurors.get(change.juror) ?? "" };
    case "weight": {
      const { criterion, from, to } = change;
      return { kind: change.kind, winner, criterion: criteria[criterion]?.name ?? { nl: "", fr: "", en: "" }, from, to };
    }
    case "sheet": {
      const [juror, entry] = [jurors.get(change.juror) ?? "", titles.get(change.entry) ?? ""];
      return { kind: change.kind, winner, juror, entry, points: hundredths(change.points) };
    }
    default:
      return { kind: change.kind, winner };
  }
}
