import { and, asc, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { allotments, coachRelations } from "#db/schema/allotment";
import {
  actions,
  availability,
  availabilityExceptions,
  coachCapacity,
  coachingSessions,
  sessionNotes,
  sessionPeople,
} from "#db/schema/coaching";
import { ideaMembers } from "#db/schema/ideas";
import { registerPersonData } from "../kernel/person-data";
import type { Db, Tx } from "../kernel/store";
import { release } from "../scheduling/release";

async function exportPerson(db: Db, personId: string): Promise<Record<string, unknown>> {
  const talk = {
    id: coachingSessions.id,
    kind: coachingSessions.kind,
    ideaId: coachingSessions.ideaId,
    from: coachingSessions.from,
    until: coachingSessions.until,
    state: coachingSessions.state,
  };
  return {
    availability: await db.select().from(availability).where(eq(availability.coachId, personId)).orderBy(asc(availability.id)),
    exceptions: await db
      .select()
      .from(availabilityExceptions)
      .where(eq(availabilityExceptions.coachId, personId))
      .orderBy(asc(availabilityExceptions.day), asc(availabilityExceptions.id)),
    capacity: await db.select().from(coachCapacity).where(eq(coachCapacity.coachId, personId)),
    coaches: await db
      .select({ ideaId: coachRelations.ideaId, from: coachRelations.from, until: coachRelations.until })
      .from(coachRelations)
      .where(eq(coachRelations.coachId, personId))
      .orderBy(asc(coachRelations.from), asc(coachRelations.id)),
    allotments: await db
      .select({ id: allotments.id, campusId: allotments.campusId, state: allotments.state, at: allotments.at })
      .from(allotments)
      .where(eq(allotments.byPersonId, personId))
      .orderBy(asc(allotments.at), asc(allotments.id)),
    talksAsCoach: await db
      .select(talk)
      .from(coachingSessions)
      .where(eq(coachingSessions.coachId, personId))
      .orderBy(asc(coachingSessions.from)),
    talks: await db
      .select({ ...talk, presence: sessionPeople.state })
      .from(sessionPeople)
      .innerJoin(coachingSessions, eq(coachingSessions.id, sessionPeople.sessionId))
      .where(eq(sessionPeople.personId, personId))
      .orderBy(asc(coachingSessions.from)),
    questions: await db
      .select({ id: coachingSessions.id, question: coachingSessions.question })
      .from(coachingSessions)
      .where(and(eq(coachingSessions.bookedBy, personId), ne(coachingSessions.question, "")))
      .orderBy(asc(coachingSessions.from)),
    cancelled: await db
      .select({ id: coachingSessions.id, reason: coachingSessions.cancelReason })
      .from(coachingSessions)
      .where(eq(coachingSessions.cancelledBy, personId))
      .orderBy(asc(coachingSessions.from)),
    notes: await db
      .select({ sessionId: sessionNotes.sessionId, visibility: sessionNotes.visibility, body: sessionNotes.body, at: sessionNotes.at })
      .from(sessionNotes)
      .where(eq(sessionNotes.authorId, personId))
      .orderBy(asc(sessionNotes.at), asc(sessionNotes.id)),
    actions: await db
      .select({ ideaId: actions.ideaId, words: actions.words, dueDay: actions.dueDay, doneAt: actions.doneAt })
      .from(actions)
      .where(sql`${actions.ownerId} = ${personId} or ${actions.createdBy} = ${personId}`)
      .orderBy(asc(actions.createdAt), asc(actions.id)),
  };
}

/** Ends the hours of a coach and cancels the talks nobody is left for; what they wrote loses its words, what others wrote stays. */
async function erasePerson(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx
    .update(availability)
    .set({ removedAt: now })
    .where(and(eq(availability.coachId, personId), isNull(availability.removedAt)));
  await tx.delete(availabilityExceptions).where(eq(availabilityExceptions.coachId, personId));
  await tx.delete(coachCapacity).where(eq(coachCapacity.coachId, personId));
  await tx
    .update(coachRelations)
    .set({ until: now, openKey: null, endedAs: "gone" })
    .where(and(eq(coachRelations.coachId, personId), isNull(coachRelations.until)));
  const others = sql`(select count(*) from ${ideaMembers} m where m.idea_id = ${coachingSessions.ideaId} and m.until_at is null and m.person_id <> ${personId})`;
  const over = await tx
    .update(coachingSessions)
    .set({ state: "cancelled", cancelledAt: now })
    .where(
      and(
        eq(coachingSessions.state, "planned"),
        gt(coachingSessions.until, now),
        sql`(${coachingSessions.coachId} = ${personId} or (${coachingSessions.bookedBy} = ${personId} and ${others} = 0))`,
      ),
    )
    .returning({ id: coachingSessions.id });
  for (const { id } of over) await release(tx, "session", id);
  await tx.update(coachingSessions).set({ question: "" }).where(eq(coachingSessions.bookedBy, personId));
  // Where a talk is was typed by who booked it; where a meeting of many is belongs to the campus.
  await tx
    .update(coachingSessions)
    .set({ place: "" })
    .where(and(eq(coachingSessions.bookedBy, personId), eq(coachingSessions.kind, "one_to_one")));
  await tx.update(coachingSessions).set({ cancelReason: "" }).where(eq(coachingSessions.cancelledBy, personId));
  await tx.update(sessionNotes).set({ body: "", removedAt: now }).where(eq(sessionNotes.authorId, personId));
  await tx.update(actions).set({ words: "" }).where(eq(actions.createdBy, personId));
}

registerPersonData({ context: "coaching", exportPerson, erasePerson });
