import type { SQL } from "drizzle-orm";
import { asc, eq, inArray } from "drizzle-orm";
import { criteria, levels, rounds } from "#db/schema/awards";
import type { Labels } from "#db/schema/campus";
import type { Db } from "../kernel/store";
import type { LevelInput } from "./rubric";

export interface CriterionRow {
  readonly id: string;
  readonly code: string;
  readonly name: Labels;
  readonly question: Labels;
  readonly weight: number;
  readonly counted: boolean;
  readonly levels: readonly LevelInput[];
}

/** The criteria an edition is scored by in any of its rounds, with their levels, in order. One statement. */
export async function criteriaOf(db: Db, editionId: string): Promise<CriterionRow[]> {
  return criteriaWhere(db, eq(rounds.editionId, editionId));
}

/** The criteria of one round. One statement. */
export async function criteriaOfRound(db: Db, roundId: string): Promise<CriterionRow[]> {
  return criteriaWhere(db, eq(rounds.id, roundId));
}

async function criteriaWhere(db: Db, which: SQL): Promise<CriterionRow[]> {
  // Rounds may share a version of a rubric: each criterion once.
  const rows = await db
    .select({ criterion: criteria, level: levels })
    .from(criteria)
    .innerJoin(levels, eq(levels.criterionId, criteria.id))
    .where(inArray(criteria.rubricVersionId, db.select({ id: rounds.rubricVersionId }).from(rounds).where(which)))
    .orderBy(asc(criteria.position), asc(criteria.id), asc(levels.level));
  const byId = new Map<string, CriterionRow & { levels: LevelInput[] }>();
  for (const { criterion, level } of rows) {
    const { id, code, name, question, weight, counted } = criterion;
    const there = byId.get(id) ?? { id, code, name, question, weight, counted, levels: [] };
    there.levels.push({ level: level.level, points: level.points, label: level.label, evidence: level.evidence });
    byId.set(id, there);
  }
  return [...byId.values()];
}
