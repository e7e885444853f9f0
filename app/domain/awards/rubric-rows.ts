import type { SQL } from "drizzle-orm";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { categories, criteria, levels, rounds } from "#db/schema/awards";
import { roundRubrics } from "#db/schema/awards-rubric";
import type { Labels } from "#db/schema/campus";
import type { Db } from "../kernel/store";
import type { LevelInput } from "./rubric";

export interface CriterionRow {
  readonly id: string;
  readonly rubricVersionId: string;
  readonly code: string;
  readonly name: Labels;
  readonly question: Labels;
  readonly weight: number;
  readonly counted: boolean;
  readonly levels: readonly LevelInput[];
}

/** The version a category is scored by in a round: its own, else that of the round; for statements that join both. */
export const versionOfSlot: SQL<string> = sql<string>`coalesce(${roundRubrics.rubricVersionId}, ${rounds.rubricVersionId})`;

/** The criteria an edition is scored by in any of its rounds and categories, with their levels, in order. One statement. */
export async function criteriaOf(db: Db, editionId: string): Promise<CriterionRow[]> {
  const used = db
    .select({ id: versionOfSlot })
    .from(rounds)
    .innerJoin(categories, eq(categories.editionId, rounds.editionId))
    .leftJoin(roundRubrics, and(eq(roundRubrics.roundId, rounds.id), eq(roundRubrics.categoryId, categories.id)))
    .where(eq(rounds.editionId, editionId));
  return criteriaWhere(db, inArray(criteria.rubricVersionId, used));
}

/** The criteria by which entries of a category are scored in a round. One statement. */
export async function criteriaOfSlot(db: Db, roundId: string, categoryId: string): Promise<CriterionRow[]> {
  const used = db
    .select({ id: versionOfSlot })
    .from(rounds)
    .leftJoin(roundRubrics, and(eq(roundRubrics.roundId, rounds.id), eq(roundRubrics.categoryId, categoryId)))
    .where(eq(rounds.id, roundId));
  return criteriaWhere(db, inArray(criteria.rubricVersionId, used));
}

/** The criteria by which each category is scored in a round, by id of the category. Two statements. */
export async function criteriaByCategory(db: Db, roundId: string): Promise<ReadonlyMap<string, readonly CriterionRow[]>> {
  const slots = await db
    .select({ categoryId: categories.id, versionId: versionOfSlot })
    .from(rounds)
    .innerJoin(categories, eq(categories.editionId, rounds.editionId))
    .leftJoin(roundRubrics, and(eq(roundRubrics.roundId, rounds.id), eq(roundRubrics.categoryId, categories.id)))
    .where(eq(rounds.id, roundId));
  const all = await criteriaOfVersions(db, [...new Set(slots.map(({ versionId }) => versionId))]);
  return new Map(
    slots.map(({ categoryId, versionId }) => [categoryId, all.filter(({ rubricVersionId }) => rubricVersionId === versionId)]),
  );
}

/** The criteria of some versions of rubrics. One statement. */
export async function criteriaOfVersions(db: Db, versionIds: readonly string[]): Promise<CriterionRow[]> {
  return versionIds.length === 0 ? [] : criteriaWhere(db, inArray(criteria.rubricVersionId, [...versionIds]));
}

async function criteriaWhere(db: Db, which: SQL): Promise<CriterionRow[]> {
  const rows = await db
    .select({ criterion: criteria, level: levels })
    .from(criteria)
    .innerJoin(levels, eq(levels.criterionId, criteria.id))
    .where(which)
    .orderBy(asc(criteria.position), asc(criteria.id), asc(levels.level));
  const byId = new Map<string, CriterionRow & { levels: LevelInput[] }>();
  for (const { criterion, level } of rows) {
    const { id, rubricVersionId, code, name, question, weight, counted } = criterion;
    const there = byId.get(id) ?? { id, rubricVersionId, code, name, question, weight, counted, levels: [] };
    there.levels.push({ level: level.level, points: level.points, label: level.label, evidence: level.evidence });
    byId.set(id, there);
  }
  return [...byId.values()];
}
