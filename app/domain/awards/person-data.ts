import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import {
  assignments,
  conflicts,
  criteria,
  entries,
  entryDrafts,
  entryVersionPeople,
  entryVersions,
  scores,
  sheets,
} from "#db/schema/awards";
import { entryConsents } from "#db/schema/awards-entry";
import { juryAbsences, juryMembers, juryNudges, juryPlans, juryWishes } from "#db/schema/awards-jury";
import { juryPairs, juryPaperReadings } from "#db/schema/awards-room";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { eraseFileNames, eraseFiles } from "./files/erase-files";
import { filesOfPerson } from "./files/queries";
import { registerPersonData } from "../kernel/person-data";
import type { Db, Tx } from "../kernel/store";
import { eraseLetters, eraseNotes, exportLetters } from "./letters/person-data";
import { ballotsOfPerson, eraseBallots } from "./vote/person-data";
import { councilData, eraseFromCouncil } from "./council/person-data";

async function exportPerson(db: Db, personId: string): Promise<Record<string, unknown>> {
  return {
    entries: await db
      .select({
        entryId: entryVersions.entryId,
        no: entryVersions.no,
        at: entryVersions.at,
        content: entryVersions.content,
        role: entryVersionPeople.role,
      })
      .from(entryVersionPeople)
      .innerJoin(entryVersions, eq(entryVersions.id, entryVersionPeople.versionId))
      .where(eq(entryVersionPeople.personId, personId))
      .orderBy(asc(entryVersions.at), asc(entryVersions.id)),
    dossiers: await db
      .select({ entryId: entryDrafts.entryId, content: entryDrafts.content, updatedAt: entryDrafts.updatedAt })
      .from(entryDrafts)
      .innerJoin(entries, eq(entries.id, entryDrafts.entryId))
      .innerJoin(ideaMembers, eq(ideaMembers.ideaId, entries.ideaId))
      .where(and(eq(ideaMembers.personId, personId), isNull(ideaMembers.until)))
      .orderBy(asc(entryDrafts.entryId)),
    consents: await db
      .select({ entryId: entryConsents.entryId, at: entryConsents.at })
      .from(entryConsents)
      .where(eq(entryConsents.personId, personId))
      .orderBy(asc(entryConsents.entryId)),
    conflicts: await db
      .select({ entryId: conflicts.entryId, words: conflicts.words, source: conflicts.source, at: conflicts.at })
      .from(conflicts)
      .where(and(eq(conflicts.jurorId, personId), eq(conflicts.source, "juror")))
      .orderBy(asc(conflicts.at), asc(conflicts.id)),
    sheets: await db
      .select({
        id: sheets.id,
        state: sheets.state,
        note: sheets.note,
        juryNote: sheets.juryNote,
        feedback: sheets.feedback,
        updatedAt: sheets.updatedAt,
      })
      .from(sheets)
      .innerJoin(assignments, eq(assignments.id, sheets.assignmentId))
      .where(eq(assignments.jurorId, personId))
      .orderBy(asc(sheets.id)),
    files: await filesData(db, personId),
    ...(await juryData(db, personId)),
    ...(await exportLetters(db, personId)),
    votes: await ballotsOfPerson(db, personId),
    ...(await councilData(db, personId)),
    scores: await db
      .select({ sheetId: scores.sheetId, criterion: criteria.code, points: scores.points, comment: scores.comment })
      .from(scores)
      .innerJoin(criteria, eq(criteria.id, scores.criterionId))
      .innerJoin(sheets, eq(sheets.id, scores.sheetId))
      .innerJoin(assignments, eq(assignments.id, sheets.assignmentId))
      .where(eq(assignments.jurorId, personId))
      .orderBy(asc(scores.sheetId), asc(criteria.position)),
  };
}

async function filesData(db: Db, personId: string) {
  return (await filesOfPerson(db, personId)).map(({ id, entryId, fieldKey, name, type, size, sha256, at }) => {
    return { id, entryId, question: fieldKey, name, type, size, sha256, at };
  });
}

async function juryData(db: Db, personId: string): Promise<Record<string, unknown>> {
  return {
    juror: await db.select().from(juryMembers).where(eq(juryMembers.personId, personId)).orderBy(asc(juryMembers.editionId)),
    away: await db.select().from(juryAbsences).where(eq(juryAbsences.personId, personId)).orderBy(asc(juryAbsences.id)),
    ratherNot: await db.select().from(juryWishes).where(eq(juryWishes.jurorId, personId)).orderBy(asc(juryWishes.entryId)),
    compared: await db.select().from(juryPairs).where(eq(juryPairs.jurorId, personId)).orderBy(asc(juryPairs.at), asc(juryPairs.oneId)),
    papers: await papersOf(db, personId),
    nudges: await db
      .select({ editionId: juryNudges.editionId, day: juryNudges.day, at: juryNudges.at })
      .from(juryNudges)
      .where(or(eq(juryNudges.jurorId, personId), eq(juryNudges.byPersonId, personId)))
      .orderBy(asc(juryNudges.at)),
    plans: await db
      .select({ id: juryPlans.id, state: juryPlans.state, at: juryPlans.at })
      .from(juryPlans)
      .where(eq(juryPlans.byPersonId, personId))
      .orderBy(asc(juryPlans.at), asc(juryPlans.id)),
  };
}

/** What was typed from the paper sheets of a juror, and which sheets of others somebody typed. */
async function papersOf(db: Db, personId: string) {
  const own = db.select({ id: assignments.id }).from(assignments).where(eq(assignments.jurorId, personId));
  const { assignmentId, scores: levels, juryNote, feedback, at } = juryPaperReadings;
  const words = await db
    .select({ assignmentId, levels, juryNote, feedback, at })
    .from(juryPaperReadings)
    .where(inArray(assignmentId, own))
    .orderBy(asc(at), asc(assignmentId));
  const typed = await db
    .select({ assignmentId, at })
    .from(juryPaperReadings)
    .where(eq(juryPaperReadings.personId, personId))
    .orderBy(asc(at), asc(assignmentId));
  return { words, typed };
}

/**
 * Texts and files of a team stay with the team; those of somebody who was the whole team are emptied. Points a juror gave stay, as part of a
 * result of others; notes, comments and words about conflicts of theirs go.
 */
async function erasePerson(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.update(conflicts).set({ words: "" }).where(eq(conflicts.jurorId, personId));
  await eraseBallots(tx, personId);
  await tx.delete(juryMembers).where(eq(juryMembers.personId, personId));
  await tx.delete(juryAbsences).where(eq(juryAbsences.personId, personId));
  await tx.delete(juryWishes).where(eq(juryWishes.jurorId, personId));
  await eraseFromCouncil(tx, personId);
  const mine = await tx
    .select({ id: sheets.id })
    .from(sheets)
    .innerJoin(assignments, eq(assignments.id, sheets.assignmentId))
    .where(eq(assignments.jurorId, personId));
  const sheetIds = mine.map(({ id }) => id);
  if (sheetIds.length > 0) {
    await eraseNotes(tx, personId);
    await tx.update(sheets).set({ note: "", juryNote: "", feedback: "", unscored: {} }).where(inArray(sheets.id, sheetIds));
    await tx.update(scores).set({ comment: "" }).where(inArray(scores.sheetId, sheetIds));
  }
  const papers = tx.select({ id: assignments.id }).from(assignments).where(eq(assignments.jurorId, personId));
  await tx.update(juryPaperReadings).set({ scores: [], juryNote: "", feedback: "" }).where(inArray(juryPaperReadings.assignmentId, papers));
  const alone = await entriesAlone(tx, personId);
  for (const entryId of alone) {
    await eraseFiles(tx, entryId, now);
    await emptyEntry(tx, entryId);
  }
  await eraseFileNames(tx, personId);
  await eraseLetters(tx, alone);
}

/** Entries of ideas in which nobody but this person ever stayed: everybody else left, whether or not ideas erased the person before us. */
async function entriesAlone(tx: Tx, personId: string): Promise<string[]> {
  const theirs = await tx
    .selectDistinct({ entryId: entries.id, ideaId: entries.ideaId })
    .from(entries)
    .innerJoin(ideas, eq(ideas.id, entries.ideaId))
    .innerJoin(ideaMembers, and(eq(ideaMembers.ideaId, ideas.id), eq(ideaMembers.personId, personId)));
  if (theirs.length === 0) return [];
  const staying = await tx
    .select({ ideaId: ideaMembers.ideaId, personId: ideaMembers.personId })
    .from(ideaMembers)
    .where(
      and(
        inArray(
          ideaMembers.ideaId,
          theirs.map(({ ideaId }) => ideaId),
        ),
        isNull(ideaMembers.until),
      ),
    );
  const others = new Set(staying.filter((member) => member.personId !== personId).map(({ ideaId }) => ideaId));
  return theirs.filter(({ ideaId }) => !others.has(ideaId)).map(({ entryId }) => entryId);
}

async function emptyEntry(tx: Tx, entryId: string): Promise<void> {
  await tx.update(entryDrafts).set({ content: {} }).where(eq(entryDrafts.entryId, entryId));
  const versions = await tx
    .select({ id: entryVersions.id, content: entryVersions.content })
    .from(entryVersions)
    .where(eq(entryVersions.entryId, entryId));
  for (const { id, content } of versions) {
    const blank = { title: "", pitch: "", description: "", problem: "", done: "", next: "", lang: content.lang };
    // A digest without salt could serve to guess the text, so it goes as well.
    await tx.update(entryVersions).set({ content: blank, sha256: "" }).where(eq(entryVersions.id, id));
  }
  await tx.update(entries).set({ state: "withdrawn" }).where(eq(entries.id, entryId));
}

registerPersonData({ context: "awards", exportPerson, erasePerson });
