import type { Labels } from "#db/schema/campus";
import type { Fairness, Profile } from "../judging/profile";
import { fairnessOf, profilesOf } from "../judging/profile";
import type { Change } from "../judging/sensitivity";
import { changesOf, leavesOf } from "../judging/sensitivity";
import type { Sheet } from "../judging/sheet";
import type { Ranking, Verdict } from "../judging/verdict";
import { judge } from "../judging/verdict";
import type { RoundScore } from "./round-sheets";

/** Adjusted scores that are the same to this many points share a place. */
const STEP = 0.01;

interface Criterion {
  readonly code: string;
  readonly name: Labels;
  readonly weight: number;
}
/** What the sheets of one version of a rubric say; points are from 0 to 100. */
export interface Judged {
  readonly criteria: readonly Criterion[];
  readonly verdict: Verdict;
  readonly sheets: readonly Sheet[];
  /** What would make another entry win, by ranking. */
  readonly changes: ReadonlyMap<Ranking, readonly Change[]>;
  readonly fairness: ReadonlyMap<string, Fairness>;
  readonly profiles: ReadonlyMap<string, Profile>;
}

/**
 * Judges the sheets of a round: those of one version of the rubric together, because its scores mean the same; ranked by
 * category. `seed` begins the draws.
 */
export function judgeRound(rows: readonly RoundScore[], categoryOf: ReadonlyMap<string, string>, seed: string): Judged[] {
  const versions = new Map<string, RoundScore[]>();
  for (const row of rows) {
    if (!row.counted || !categoryOf.has(row.entryId)) continue;
    versions.set(row.rubricVersionId, [...(versions.get(row.rubricVersionId) ?? []), row]);
  }
  return [...versions.values()].map((own) => judgeVersion(own, categoryOf, seed));
}

function judgeVersion(rows: readonly RoundScore[], categoryOf: ReadonlyMap<string, string>, seed: string): Judged {
  const criteria = new Map<string, Criterion>();
  const sheets = new Map<string, { entry: string; juror: string; points: Map<string, number> }>();
  for (const { criterionId, code, name, weight, sheetId, entryId, jurorId, points } of rows) {
    criteria.set(criterionId, { code, name, weight });
    const sheet = sheets.get(sheetId) ?? { entry: entryId, juror: jurorId, points: new Map<string, number>() };
    sheet.points.set(criterionId, points / 100);
    sheets.set(sheetId, sheet);
  }
  const ids = [...criteria.keys()];
  const list: Sheet[] = [...sheets.values()].map(({ entry, juror, points }) => ({
    entry,
    juror,
    scores: ids.map((id) => points.get(id) ?? 0),
  }));
  const weights = [...criteria.values()].map(({ weight }) => weight);
  const verdict = judge(list, { weights, seed, step: STEP, group: (entry) => categoryOf.get(entry) ?? "" });
  const profiles = new Map(profilesOf(verdict, list, ids.length).map((one) => [one.entry, one]));
  const asked = { verdict, sheets: list, weights, range: [0, 100] as const, without: leavesOf(verdict), profiles };
  return {
    criteria: [...criteria.values()],
    verdict,
    sheets: list,
    changes: new Map(verdict.rankings.map((ranking) => [ranking, changesOf(asked, ranking)])),
    fairness: new Map(fairnessOf(verdict).map((one) => [one.entry, one])),
    profiles,
  };
}
