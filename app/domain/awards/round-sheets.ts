import { and, asc, eq, sql } from "drizzle-orm";
import { assignments, criteria, levels, rounds, scores, sheets } from "#db/schema/awards";
import type { Labels } from "#db/schema/campus";
import { people } from "#db/schema/identity";
import type { Db } from "../kernel/store";

/** A score of a submitted sheet that still counts. */
export interface RoundScore {
  readonly sheetId: string;
  readonly entryId: string;
  readonly jurorId: string;
  readonly juror: string;
  readonly submittedAt: Date | null;
  readonly rubricVersionId: string;
  readonly criterionId: string;
  readonly code: string;
  readonly name: Labels;
  readonly weight: number;
  readonly counted: boolean;
  /** Hundredths of a point. */
  readonly points: number;
  /** Those of the highest level of the criterion. */
  readonly pointsMost: number;
  readonly comment: string;
}

/** Every score of the submitted sheets of a round, sheet by sheet in the order of the rubric. One statement. */
export async function scoresOfRound(db: Db, roundId: string): Promise<RoundScore[]> {
  return db
    .select({
      sheetId: sheets.id,
      entryId: assignments.entryId,
      jurorId: assignments.jurorId,
      juror: people.name,
      submittedAt: sheets.submittedAt,
      rubricVersionId: criteria.rubricVersionId,
      criterionId: criteria.id,
      code: criteria.code,
      name: criteria.name,
      weight: criteria.weight,
      counted: criteria.counted,
      points: scores.points,
      pointsMost: sql<number>`(select max(${levels.points}) from ${levels} where ${levels.criterionId} = ${criteria.id})`,
      comment: scores.comment,
    })
    .from(sheets)
    .innerJoin(assignments, and(eq(assignments.id, sheets.assignmentId), eq(assignments.state, "open")))
    .innerJoin(rounds, and(eq(rounds.id, assignments.roundId), eq(rounds.id, roundId)))
    .innerJoin(people, eq(people.id, assignments.jurorId))
    .innerJoin(scores, eq(scores.sheetId, sheets.id))
    .innerJoin(criteria, eq(criteria.id, scores.criterionId))
    .where(eq(sheets.state, "submitted"))
    .orderBy(asc(sheets.id), asc(criteria.position), asc(criteria.id));
}
