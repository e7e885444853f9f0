import { eq } from "drizzle-orm";
import { entries } from "#db/schema/awards";
import type { View } from "../ideas/visible";
import { editionToOversee } from "./load";
import { resultFor } from "./queries-result";
import type { JudgeRound } from "./result/kept-verdict";
import { roundAsked } from "./rounds";
import { shownPoints } from "./ranking";
import type { RoundScore } from "./round-sheets";
import { scoresOfRound } from "./round-sheets";

type Cell = string | number;

/** The result of a round with one row an entry, the names of the columns first; for the organiser ("not_found" for all others). */
export async function resultTable(view: View, slug: string, now: Date, round?: number, judge?: JudgeRound): Promise<Cell[][]> {
  const { categories } = await resultFor(view, slug, now, round, judge);
  const columns = ["category", "entry", "title", "part", "rank", "adjusted", "se", "rankLow", "rankHigh", "pWin", "orderRank"];
  const raw = ["mean", "median", "lowest", "highest", "sheets", "expected", "prize"];
  const points = (value: number | null | undefined): Cell => (value === null || value === undefined ? "" : shownPoints(value));
  const codes = [
    ...new Set(categories.flatMap(({ rows }) => rows.flatMap(({ placing }) => placing?.profile.map(({ code }) => code) ?? []))),
  ];
  const rows = categories.flatMap(({ code, rows: entered }) =>
    entered.map((row): Cell[] => {
      const { placing } = row;
      const profile = new Map(placing?.profile.map((one) => [one.code, one.points]));
      return [
        ...[code, row.number, row.title, placing ? row.part + 1 : ""],
        ...[placing?.rank ?? "", points(placing?.adjusted), points(placing?.se), placing?.rankLow ?? "", placing?.rankHigh ?? ""],
        ...[placing?.pWin ?? "", placing?.orderRank ?? ""],
        ...[points(row.mean), points(placing?.median), points(row.lowest), points(row.highest), row.sheets, row.expected],
        row.decision?.place ?? "",
        ...codes.map((one) => points(profile.get(one))),
      ];
    }),
  );
  return [[...columns, ...raw, ...codes.map((code) => `criterion ${code}`)], ...rows];
}

/**
 * Every score of a round, one row each, the names of the columns first; `broeikas jury rank` reads it. Weight 0 is shown only. For
 * the organiser ("not_found" for all others).
 */
export async function scoreTable({ db, actor }: View, slug: string, now: Date, round?: number): Promise<Cell[][]> {
  const edition = await editionToOversee(db, actor, slug, now);
  const numbers = new Map(
    (await db.select({ id: entries.id, number: entries.number }).from(entries).where(eq(entries.editionId, edition.id))).map((one) => [
      one.id,
      one.number,
    ]),
  );
  const { round: shown } = await roundAsked(db, edition, round);
  const scores = await scoresOfRound(db, shown.id);
  const names = namesOf(scores);
  const rubrics = [...new Set(scores.map(({ rubricVersionId }) => rubricVersionId))].sort();
  const rows = scores.map(({ jurorId, entryId, rubricVersionId, code, points, weight, counted, comment, submittedAt }): Cell[] => [
    names.get(jurorId) ?? "",
    numbers.get(entryId) ?? "",
    code,
    shownPoints(points),
    counted ? weight : 0,
    // One line a row, for whatever reads it.
    comment.replace(/\s+/g, " "),
    submittedAt?.toISOString() ?? "",
    rubrics.indexOf(rubricVersionId) + 1,
  ]);
  return [["juror", "entry", "criterion", "score", "weight", "comment", "submitted", "rubric"], ...rows];
}

/** Names of jurors; of two with one name, the second is numbered. */
function namesOf(scores: readonly RoundScore[]): Map<string, string> {
  const taken = new Map<string, number>();
  const names = new Map<string, string>();
  for (const { jurorId, juror } of scores) {
    if (names.has(jurorId)) continue;
    const count = (taken.get(juror) ?? 0) + 1;
    taken.set(juror, count);
    names.set(jurorId, count === 1 ? juror : `${juror} (${count})`);
  }
  return names;
}
