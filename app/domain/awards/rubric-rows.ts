import { asc, eq } from "drizzle-orm";
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

/** The criteria an edition is scored by, with their levels, in order. One statement. */
export async function criteriaOf(db: Db, editionId: string): Promise<CriterionRow[]> {
  const rows = await db
    .select({ criterion: criteria, level: levels })
    .from(rounds)
    .innerJoin(criteria, eq(criteria.rubricVersionId, rounds.rubricVersionId))
    .innerJoin(levels, eq(levels.criterionId, criteria.id))
    .where(eq(rounds.editionId, editionId))
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
