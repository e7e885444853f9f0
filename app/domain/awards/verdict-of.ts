import type { Labels } from "#db/schema/campus";
import type { Fairness } from "../judging/profile";
import { fairnessOf, profilesOf } from "../judging/profile";
import type { Change } from "../judging/sensitivity";
import { changesOf, leavesOf } from "../judging/sensitivity";
import type { Sheet } from "../judging/sheet";
import type { JurorStanding, Ranking } from "../judging/verdict";
import { judge } from "../judging/verdict";
import type { Cut } from "../judging/extra";
import { extraJurors } from "../judging/extra";

/** Adjusted scores that are the same to this many points share a place. */
const STEP = 0.01;

export interface Criterion {
  readonly code: string;
  readonly name: Labels;
  readonly weight: number;
}
/** Sheets on one version of a rubric: their scores mean the same. Plain data, for a thread and for a digest. */
export interface RoundInput {
  readonly seed: string;
  readonly versions: readonly {
    readonly criteria: readonly Criterion[];
    /** Scores are points from 0 to 100, in the order of the criteria. */
    readonly sheets: readonly Sheet[];
  }[];
  /** Category of each entry. */
  readonly categories: readonly (readonly [entry: string, category: string])[];
}
/** What the sheets of one version of a rubric say; points are from 0 to 100. */
export interface Judged {
  readonly criteria: readonly Criterion[];
  readonly rankings: readonly RankingWithChanges[];
  readonly jurors: readonly JurorStanding[];
  /** By entry: why it stands where it stands, and its adjusted points on each criterion. */
  readonly reasons: Readonly<Record<string, { readonly fairness: Fairness; readonly profile: readonly number[] }>>;
}
interface RankingWithChanges extends Ranking {
  /** What would make another entry win. */
  readonly changes: readonly Change[];
  /** Where the order matters and is not sure, with who could make it surer. */
  readonly cuts: readonly Cut[];
}
export type RoundVerdict = readonly Judged[];

/** Judges the sheets of a round, those of one version of the rubric together; ranked by category. The same input gives the same verdict. */
export function judgeRound({ versions, categories, seed }: RoundInput): RoundVerdict {
  const categoryOf = new Map(categories);
  return versions.filter(({ sheets }) => sheets.length > 0).map((own) => judgeVersion(own, categoryOf, seed));
}

function judgeVersion({ criteria, sheets }: RoundInput["versions"][number], categoryOf: ReadonlyMap<string, string>, seed: string): Judged {
  const weights = criteria.map(({ weight }) => weight);
  const verdict = judge(sheets, { weights, seed, step: STEP, group: (entry) => categoryOf.get(entry) ?? "" });
  const profiles = new Map(profilesOf(verdict, sheets, criteria.length).map((one) => [one.entry, one]));
  const asked = { verdict, sheets, weights, range: [0, 100] as const, without: leavesOf(verdict), profiles };
  return {
    criteria,
    rankings: verdict.rankings.map((ranking) => ({
      ...ranking,
      changes: changesOf(asked, ranking),
      cuts: extraJurors(verdict, ranking),
    })),
    jurors: verdict.jurors,
    reasons: Object.fromEntries(
      fairnessOf(verdict).map((fairness) => [fairness.entry, { fairness, profile: profiles.get(fairness.entry)?.adjusted ?? [] }]),
    ),
  };
}
