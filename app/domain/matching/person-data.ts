import { and, asc, eq } from "drizzle-orm";
import { interests, refusals, suggestions } from "#db/schema/matching";
import { registerPersonData } from "../kernel/person-data";
import type { Db, Tx } from "../kernel/store";

async function exportPerson(db: Db, personId: string): Promise<Record<string, unknown>> {
  return {
    interests: await db
      .select({
        fromIdeaId: interests.fromIdeaId,
        message: interests.message,
        state: interests.state,
        createdAt: interests.createdAt,
        dueAt: interests.dueAt,
      })
      .from(interests)
      .where(eq(interests.byPersonId, personId))
      .orderBy(asc(interests.createdAt), asc(interests.id)),
    answers: await db
      .select({ state: interests.state, answeredAt: interests.answeredAt, answerReason: interests.answerReason })
      .from(interests)
      .where(eq(interests.answeredBy, personId))
      .orderBy(asc(interests.createdAt), asc(interests.id)),
    refusals: await db
      .select({ ideaId: refusals.ideaId, reason: refusals.reason, at: refusals.at })
      .from(refusals)
      .where(eq(refusals.byPersonId, personId))
      .orderBy(asc(refusals.at)),
  };
}

/** What they wrote to other teams loses its words, and they are suggested to nobody any more. That two teams met stays. */
async function erasePerson(tx: Tx, personId: string): Promise<void> {
  await tx.update(interests).set({ message: "" }).where(eq(interests.byPersonId, personId));
  await tx.update(interests).set({ answerReason: "" }).where(eq(interests.answeredBy, personId));
  const about = and(eq(suggestions.subjectKind, "person"), eq(suggestions.subjectId, personId));
  await tx.delete(suggestions).where(about);
}

registerPersonData({ context: "matching", exportPerson, erasePerson });
