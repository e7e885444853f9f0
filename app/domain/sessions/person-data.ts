import { and, asc, eq, gt, inArray, or, sql } from "drizzle-orm";
import { coachingSessions } from "#db/schema/coaching";
import { groupSessions, sessionAnswers, sessionSeats } from "#db/schema/sessions";
import { registerPersonData } from "../kernel/person-data";
import type { Db, Tx } from "../kernel/store";

async function exportPerson(db: Db, personId: string): Promise<Record<string, unknown>> {
  return {
    seats: await db
      .select({
        sessionId: sessionSeats.sessionId,
        title: coachingSessions.title,
        from: coachingSessions.from,
        ideaId: sessionSeats.ideaId,
        state: sessionSeats.state,
        registeredAt: sessionSeats.queuedAt,
        checkedInAt: sessionSeats.checkedInAt,
      })
      .from(sessionSeats)
      .innerJoin(coachingSessions, eq(coachingSessions.id, sessionSeats.sessionId))
      .where(eq(sessionSeats.personId, personId))
      .orderBy(asc(sessionSeats.queuedAt), asc(sessionSeats.id)),
    answers: await db
      .select({ sessionId: sessionAnswers.sessionId, round: sessionAnswers.round, yes: sessionAnswers.yes, at: sessionAnswers.at })
      .from(sessionAnswers)
      .where(eq(sessionAnswers.fromId, personId))
      .orderBy(asc(sessionAnswers.at), asc(sessionAnswers.round)),
    planned: await db
      .select({
        sessionId: groupSessions.sessionId,
        title: coachingSessions.title,
        about: groupSessions.about,
        from: coachingSessions.from,
      })
      .from(groupSessions)
      .innerJoin(coachingSessions, eq(coachingSessions.id, groupSessions.sessionId))
      .where(eq(coachingSessions.coachId, personId))
      .orderBy(asc(coachingSessions.from)),
  };
}

/** Gives seats to come back, and takes answers out: those of the person and those about them. Which tables there were stays, nameless. */
async function erasePerson(tx: Tx, personId: string, now: Date): Promise<void> {
  const left = await tx
    .update(sessionSeats)
    .set({ state: "cancelled", at: now, offeredUntil: null, ideaId: null })
    .where(and(eq(sessionSeats.personId, personId), inArray(sessionSeats.state, ["coming", "offered"])))
    .returning({ sessionId: sessionSeats.sessionId });
  for (const { sessionId } of left) {
    await tx
      .update(groupSessions)
      .set({ taken: sql`${groupSessions.taken} - 1` })
      .where(and(eq(groupSessions.sessionId, sessionId), gt(groupSessions.taken, 0)));
  }
  await tx
    .update(sessionSeats)
    .set({ state: "cancelled", at: now })
    .where(and(eq(sessionSeats.personId, personId), eq(sessionSeats.state, "waiting")));
  await tx.update(sessionSeats).set({ ideaId: null }).where(eq(sessionSeats.personId, personId));
  await tx.delete(sessionAnswers).where(or(eq(sessionAnswers.fromId, personId), eq(sessionAnswers.toId, personId)));
  const own = await tx.select({ id: coachingSessions.id }).from(coachingSessions).where(eq(coachingSessions.coachId, personId));
  if (own.length === 0) return;
  const ids = own.map(({ id }) => id);
  await tx.update(groupSessions).set({ about: "" }).where(inArray(groupSessions.sessionId, ids));
  // The context of coaching cancels what they were to lead; what is cancelled is over.
  await tx
    .update(groupSessions)
    .set({ run: "over", endedAt: now })
    .where(and(inArray(groupSessions.sessionId, ids), inArray(groupSessions.run, ["before", "running"])));
}

registerPersonData({ context: "sessions", exportPerson, erasePerson });
