import { asc, eq, inArray } from "drizzle-orm";
import { criteria } from "#db/schema/awards";
import { assessments, assessmentScores } from "#db/schema/awards-rubric";
import { registerPersonData } from "../../kernel/person-data";
import type { Db, Tx } from "../../kernel/store";

async function exportPerson(db: Db, personId: string): Promise<Record<string, unknown>> {
  return {
    assessments: await db
      .select({
        id: assessments.id,
        ideaId: assessments.ideaId,
        side: assessments.side,
        note: assessments.note,
        at: assessments.at,
        removedAt: assessments.removedAt,
        criterion: criteria.code,
        points: assessmentScores.points,
        comment: assessmentScores.comment,
      })
      .from(assessments)
      .innerJoin(assessmentScores, eq(assessmentScores.assessmentId, assessments.id))
      .innerJoin(criteria, eq(criteria.id, assessmentScores.criterionId))
      .where(eq(assessments.personId, personId))
      .orderBy(asc(assessments.at), asc(assessments.id), asc(criteria.position)),
  };
}

/** Points stay, as part of how an idea of a team grew; words go. */
async function erasePerson(tx: Tx, personId: string): Promise<void> {
  await tx.update(assessments).set({ note: "" }).where(eq(assessments.personId, personId));
  const own = tx.select({ id: assessments.id }).from(assessments).where(eq(assessments.personId, personId));
  await tx.update(assessmentScores).set({ comment: "" }).where(inArray(assessmentScores.assessmentId, own));
}

registerPersonData({ context: "assessments", exportPerson, erasePerson });
