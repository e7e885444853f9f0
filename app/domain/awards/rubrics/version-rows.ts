import { desc, eq, inArray } from "drizzle-orm";
import { criteria, levels, rubricVersions } from "#db/schema/awards";
import type { Ctx } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import type { Db, Tx } from "../../kernel/store";
import type { RubricInput } from "../rubric";
import { criteriaOfVersions } from "../rubric-rows";

/**
 * Writes the next version of a rubric (the first of a new one without `rubricId`), or the one with a number. Refuses with "stale" when
 * somebody just wrote it.
 */
export async function writeVersion(tx: Tx, ctx: Ctx, rubric: RubricInput, number?: number): Promise<string> {
  const id = ctx.newId();
  const rubricId = rubric.rubricId ?? id;
  const [last] = await tx
    .select({ no: rubricVersions.no })
    .from(rubricVersions)
    .where(eq(rubricVersions.rubricId, rubricId))
    .orderBy(desc(rubricVersions.no))
    .limit(1);
  const [made] = await tx
    .insert(rubricVersions)
    .values({ id, rubricId, no: number ?? (last?.no ?? 0) + 1, name: rubric.name, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: rubricVersions.id });
  if (!made) throw new DomainError("stale");
  await writeCriteria(tx, ctx, id, rubric.criteria);
  return id;
}

/** Writes a version anew in its place: for one nobody scored by. */
export async function rewriteVersion(tx: Tx, ctx: Ctx, versionId: string, rubric: RubricInput): Promise<void> {
  await tx.update(rubricVersions).set({ name: rubric.name }).where(eq(rubricVersions.id, versionId));
  const own = tx.select({ id: criteria.id }).from(criteria).where(eq(criteria.rubricVersionId, versionId));
  await tx.delete(levels).where(inArray(levels.criterionId, own));
  await tx.delete(criteria).where(eq(criteria.rubricVersionId, versionId));
  await writeCriteria(tx, ctx, versionId, rubric.criteria);
}

async function writeCriteria(tx: Tx, ctx: Ctx, rubricVersionId: string, list: RubricInput["criteria"]): Promise<void> {
  for (const [position, criterion] of list.entries()) {
    const criterionId = ctx.newId();
    const { code, name, question, weight, counted } = criterion;
    await tx.insert(criteria).values({ id: criterionId, rubricVersionId, code, name, question, weight, counted, position });
    await tx.insert(levels).values(criterion.levels.map((level) => ({ criterionId, ...level })));
  }
}

export type StoredRubric = RubricInput & { readonly rubricId: string; readonly no: number };

/** A version with all it says. Refuses with "not_found". Two statements. */
export async function rubricOf(db: Db, versionId: string): Promise<StoredRubric> {
  const [version] = await db.select().from(rubricVersions).where(eq(rubricVersions.id, versionId));
  const { rubricId, no, name } = found(version);
  const list = await criteriaOfVersions(db, [versionId]);
  return { rubricId, no, name, criteria: list.map(({ id: _, rubricVersionId: _version, ...criterion }) => criterion) };
}
