import { and, count, eq, inArray, ne, or } from "drizzle-orm";
import { assignments, entries, rounds, rubricVersions, sheets } from "#db/schema/awards";
import { assessments, editionRubrics, roundRubrics } from "#db/schema/awards-rubric";
import type { Labels } from "#db/schema/campus";
import type { Ctx } from "../../kernel/context";
import { found } from "../../kernel/errors";
import type { Db, Tx } from "../../kernel/store";
import { versionOfSlot } from "../rubric-rows";
import { isLibraryRubric } from "./library";
import { versionsInUse } from "./slots";

export interface Version {
  readonly id: string;
  readonly rubricId: string;
  readonly no: number;
  readonly name: Labels;
}

/** The versions an edition has: those it scores by, and those it put at hand. Three statements. */
export async function versionsAtHand(db: Db, editionId: string): Promise<Version[]> {
  const used = (await versionsInUse(db, editionId)).map(({ versionId }) => versionId);
  const kept = await db
    .select({ id: editionRubrics.rubricVersionId })
    .from(editionRubrics)
    .where(eq(editionRubrics.editionId, editionId))
    .orderBy(editionRubrics.at, editionRubrics.rubricVersionId);
  const ids = [...new Set([...used, ...kept.map(({ id }) => id)])];
  if (ids.length === 0) return [];
  const rows = await db.select().from(rubricVersions).where(inArray(rubricVersions.id, ids));
  return ids.flatMap((id) => rows.filter((row) => row.id === id).map(({ rubricId, no, name }) => ({ id, rubricId, no, name })));
}

/** A version an edition has. Refuses with "not_found". */
export async function versionAtHand(db: Db, editionId: string, versionId: string): Promise<Version> {
  return found((await versionsAtHand(db, editionId)).find(({ id }) => id === versionId));
}

/** Keeps versions at hand in an edition. */
export async function keepAtHand(tx: Tx, ctx: Pick<Ctx, "now">, editionId: string, versionIds: readonly string[]): Promise<void> {
  if (versionIds.length === 0) return;
  await tx
    .insert(editionRubrics)
    .values([...new Set(versionIds)].map((rubricVersionId) => ({ editionId, rubricVersionId, at: ctx.now })))
    .onConflictDoNothing();
}

/** Why a version stays as it is: somebody scored or assessed by it, another edition has it too, or it is one of the library. Null when it may change. */
export async function boundBy(
  db: Db,
  editionId: string,
  { id, rubricId }: Pick<Version, "id" | "rubricId">,
): Promise<"begun" | "elsewhere" | null> {
  if (isLibraryRubric(rubricId)) return "elsewhere";
  const [scored] = await db
    .select({ n: count() })
    .from(sheets)
    .innerJoin(assignments, eq(assignments.id, sheets.assignmentId))
    .innerJoin(entries, eq(entries.id, assignments.entryId))
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .leftJoin(roundRubrics, and(eq(roundRubrics.roundId, rounds.id), eq(roundRubrics.categoryId, entries.categoryId)))
    .where(and(or(eq(roundRubrics.rubricVersionId, id), eq(rounds.rubricVersionId, id)), eq(versionOfSlot, id)));
  const [assessed] = await db.select({ n: count() }).from(assessments).where(eq(assessments.rubricVersionId, id));
  if ((scored?.n ?? 0) + (assessed?.n ?? 0) > 0) return "begun";
  const [other] = await db
    .select({ n: count() })
    .from(rounds)
    .leftJoin(roundRubrics, eq(roundRubrics.roundId, rounds.id))
    .where(and(ne(rounds.editionId, editionId), or(eq(rounds.rubricVersionId, id), eq(roundRubrics.rubricVersionId, id))));
  const [hand] = await db
    .select({ n: count() })
    .from(editionRubrics)
    .where(and(ne(editionRubrics.editionId, editionId), eq(editionRubrics.rubricVersionId, id)));
  return (other?.n ?? 0) + (hand?.n ?? 0) > 0 ? "elsewhere" : null;
}
