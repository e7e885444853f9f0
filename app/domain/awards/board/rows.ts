import type { SQL } from "drizzle-orm";
import { and, eq, inArray, sql } from "drizzle-orm";
import { assignments, criteria, entries, scores, sheets } from "#db/schema/awards";
import { prepared } from "../../kernel/prepared";
import type { Db } from "../../kernel/store";

/** One juror and one entry of a round, with how far the sheet is. */
export interface BoardPair {
  readonly jurorId: string;
  readonly entryId: string;
  readonly number: number;
  readonly recused: boolean;
  readonly sheet: "todo" | "draft" | "submitted";
  /** Weighted total of a sent sheet, in hundredths. */
  readonly total: number | null;
  readonly updatedAt: Date | null;
  readonly at: Date;
}

/** Every pair of a round in work, or those of one entry, in no order. One statement, built once. */
export async function boardPairs(db: Db, roundId: string, entryId?: string): Promise<BoardPair[]> {
  const rows = await (entryId === undefined
    ? prepared(db, "board.pairs", (on) => build(on)).execute({ roundId })
    : prepared(db, "board.pairs.entry", (on) => build(on, eq(assignments.entryId, sql.placeholder("entryId")))).execute({
        roundId,
        entryId,
      }));
  return rows.map(({ state, sheet, ...row }) => ({ ...row, recused: state === "recused", sheet: sheet ?? "todo" }));
}

const build = (db: Db, which?: SQL) =>
  db
    .select({
      jurorId: assignments.jurorId,
      entryId: assignments.entryId,
      number: entries.number,
      state: assignments.state,
      sheet: sheets.state,
      total: sql<number | null>`case when ${sheets.state} = 'submitted' then coalesce(${sheets.total}, ${totalOfScores}) end`,
      updatedAt: sheets.updatedAt,
      at: assignments.at,
    })
    .from(assignments)
    .innerJoin(entries, and(eq(entries.id, assignments.entryId), eq(entries.state, "submitted")))
    .leftJoin(sheets, eq(sheets.assignmentId, assignments.id))
    .where(and(eq(assignments.roundId, sql.placeholder("roundId")), inArray(assignments.state, ["open", "recused"]), which));

/** For sheets sent before totals were kept. */
const totalOfScores = sql`(
  select round(sum(${criteria.weight} * ${scores.points} * 1.0) / sum(${criteria.weight}))
  from ${scores} inner join ${criteria} on ${criteria.id} = ${scores.criterionId}
  where ${scores.sheetId} = ${sheets.id} and ${criteria.counted}
)`;
