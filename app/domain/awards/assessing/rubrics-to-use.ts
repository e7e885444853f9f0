import { and, desc, eq } from "drizzle-orm";
import { categories, editions, rounds, rubricVersions } from "#db/schema/awards";
import { roundRubrics } from "#db/schema/awards-rubric";
import type { Labels } from "#db/schema/campus";
import type { Ctx } from "../../kernel/context";
import { found } from "../../kernel/errors";
import type { Db, Tx } from "../../kernel/store";
import { versionOfSlot } from "../rubric-rows";
import type { RubricSource } from "../rubrics/add-rubric";
import { libraryRubric, libraryRubricId } from "../rubrics/library";
import { writeVersion } from "../rubrics/version-rows";

export interface EditionRubric {
  readonly versionId: string;
  readonly name: Labels;
  readonly edition: Labels;
}

/** The rubrics by which the editions of a campus are or were scored, the newest edition first; everybody may read those. One statement. */
export async function editionRubricsOf(db: Db, campusId: string): Promise<EditionRubric[]> {
  const rows = await db
    .select({ versionId: rubricVersions.id, name: rubricVersions.name, edition: editions.name })
    .from(editions)
    .innerJoin(rounds, eq(rounds.editionId, editions.id))
    .innerJoin(categories, eq(categories.editionId, editions.id))
    .leftJoin(roundRubrics, and(eq(roundRubrics.roundId, rounds.id), eq(roundRubrics.categoryId, categories.id)))
    .innerJoin(rubricVersions, eq(rubricVersions.id, versionOfSlot))
    .where(eq(editions.campusId, campusId))
    .orderBy(desc(editions.createdAt), desc(editions.id), rounds.no, categories.position);
  return [...new Map([...rows].reverse().map((row) => [row.versionId, row])).values()].reverse();
}

/**
 * The stored version to assess by: that of an edition of the campus, or the present one of the library, written down when it is used for the
 * first time. Refuses with "not_found" for any other.
 */
export async function versionToUse(tx: Tx, ctx: Ctx, campusId: string, from: RubricSource): Promise<string> {
  if ("versionId" in from) {
    return found((await editionRubricsOf(tx, campusId)).find(({ versionId }) => versionId === from.versionId)).versionId;
  }
  const rubric = found(libraryRubric(from.library));
  const rubricId = libraryRubricId(rubric.code);
  const [stored] = await tx
    .select({ id: rubricVersions.id })
    .from(rubricVersions)
    .where(and(eq(rubricVersions.rubricId, rubricId), eq(rubricVersions.no, rubric.no)));
  if (stored) return stored.id;
  return writeVersion(tx, ctx, { rubricId, name: rubric.name, criteria: rubric.criteria }, rubric.no);
}
