import { asc, eq, inArray, ne, and } from "drizzle-orm";
import { assignments, entryVersionPeople, entryVersions, sheets } from "#db/schema/awards";
import { certificates, entryLetters } from "#db/schema/awards-publish";
import type { Db, Tx } from "../../kernel/store";
import { sentLetter } from "./queries-letters";

/** Letters that a person got, and their certificates. */
export async function exportLetters(db: Db, personId: string): Promise<Record<string, unknown>> {
  const entered = await db
    .selectDistinct({ entryId: entryVersions.entryId })
    .from(entryVersionPeople)
    .innerJoin(entryVersions, eq(entryVersions.id, entryVersionPeople.versionId))
    .where(eq(entryVersionPeople.personId, personId))
    .orderBy(asc(entryVersions.entryId));
  const letters = [];
  for (const { entryId } of entered) {
    const letter = await sentLetter({ db, actor: { personId } }, entryId);
    if (letter) letters.push({ entryId, ...letter });
  }
  return {
    letters,
    certificates: await db
      .select({ code: certificates.code, entryId: certificates.entryId, showsName: certificates.showsName, at: certificates.at })
      .from(certificates)
      .where(eq(certificates.personId, personId))
      .orderBy(asc(certificates.at), asc(certificates.id)),
  };
}

/** Takes what a juror wrote to teams out of the letters that hold it. Call it before their sheets are emptied. */
export async function eraseNotes(tx: Tx, jurorId: string): Promise<void> {
  const notes = await tx
    .select({ entryId: assignments.entryId, text: sheets.feedback })
    .from(sheets)
    .innerJoin(assignments, eq(assignments.id, sheets.assignmentId))
    .where(and(eq(assignments.jurorId, jurorId), ne(sheets.feedback, "")));
  for (const { entryId, text } of notes) {
    const [letter] = await tx.select({ body: entryLetters.body }).from(entryLetters).where(eq(entryLetters.entryId, entryId));
    const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
    if (!letter?.body.includes(line)) continue;
    const body = letter.body
      .replaceAll(`- ${line}`, "")
      .replaceAll(line, "")
      .replace(/\n{3,}/g, "\n\n");
    await tx.update(entryLetters).set({ body }).where(eq(entryLetters.entryId, entryId));
  }
}

/** Empties the letters of entries whose whole team is erased. */
export async function eraseLetters(tx: Tx, entryIds: readonly string[]): Promise<void> {
  if (entryIds.length === 0) return;
  await tx
    .update(entryLetters)
    .set({ body: "" })
    .where(inArray(entryLetters.entryId, [...entryIds]));
}
