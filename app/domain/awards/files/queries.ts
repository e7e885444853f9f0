import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { assignments, entries, entryVersionPeople, entryVersions, rounds } from "#db/schema/awards";
import { blindRounds, entryDraftFiles, entryFiles, entryRedactedFiles, entryVersionFiles } from "#db/schema/awards-files";
import { ideaMembers } from "#db/schema/ideas";
import type { View } from "../../ideas/visible";
import { isId } from "../../ideas/visible";
import { DomainError, found } from "../../kernel/errors";
import type { Db } from "../../kernel/store";
import { allFieldsOf } from "../form-rows";
import type { Edition } from "../load";
import { editionBySlug } from "../load";
import { canJudge, canOrganise } from "../policy";
import { neutralName } from "./entry-file";
import type { FileRow } from "./rows";

/** A file for who may have it. */
export interface Download {
  readonly storageKey: string;
  readonly type: FileRow["type"];
  readonly size: number;
  /** What it is called on the way out. */
  readonly name: string;
}

interface Asked {
  readonly edition: Edition;
  readonly file: FileRow;
  readonly entry: typeof entries.$inferSelect;
}

/**
 * A file of an entry, for its team now, for organisers once a version or a redacted copy holds it, and for a juror on whose sheet it
 * stands, who does not get its name. "not_found" for everybody else.
 */
export async function fileFor({ db, actor }: View, slug: string, fileId: string, now: Date): Promise<Download> {
  if (actor.personId === null || !isId(fileId)) throw new DomainError("not_found");
  const edition = await editionBySlug(db, slug, now);
  const [row] = await db
    .select({ file: entryFiles, entry: entries })
    .from(entryFiles)
    .innerJoin(entries, and(eq(entries.id, entryFiles.entryId), eq(entries.editionId, edition.id)))
    .where(eq(entryFiles.id, fileId));
  const asked: Asked = { edition, ...found(row) };
  const { storageKey, type, size, fieldKey } = asked.file;
  const neutral = neutralName(asked.entry.number, fieldKey, type);
  const name = asked.file.name === "" ? neutral : asked.file.name;
  const ofTeam = await isTeams(db, asked, actor.personId);
  if (ofTeam || (canOrganise(actor, edition.campusId) && (await isHeld(db, fileId)))) return { storageKey, type, size, name };
  if (canJudge(actor, edition.id) && (await isOnSheet(db, asked, actor.personId))) {
    return { storageKey, type, size, name: neutral };
  }
  throw new DomainError("not_found");
}

/** Whether it stands in the dossier or a version of a team the person is in now; what an organiser put in its place is not the team's. */
async function isTeams(db: Db, { file, entry }: Asked, personId: string): Promise<boolean> {
  const [member] = await db
    .select({ id: ideaMembers.id })
    .from(ideaMembers)
    .where(and(eq(ideaMembers.ideaId, entry.ideaId), eq(ideaMembers.personId, personId), isNull(ideaMembers.until)));
  if (!member) return false;
  return (await isInDraft(db, file.id)) || (await isInVersion(db, file.id));
}

async function isInDraft(db: Db, fileId: string): Promise<boolean> {
  const rows = await db.select({ key: entryDraftFiles.fieldKey }).from(entryDraftFiles).where(eq(entryDraftFiles.fileId, fileId)).limit(1);
  return rows.length > 0;
}

async function isInVersion(db: Db, fileId: string): Promise<boolean> {
  const rows = await db
    .select({ key: entryVersionFiles.fieldKey })
    .from(entryVersionFiles)
    .where(eq(entryVersionFiles.fileId, fileId))
    .limit(1);
  return rows.length > 0;
}

async function isHeld(db: Db, fileId: string): Promise<boolean> {
  if (await isInVersion(db, fileId)) return true;
  const rows = await db
    .select({ key: entryRedactedFiles.fieldKey })
    .from(entryRedactedFiles)
    .where(eq(entryRedactedFiles.fileId, fileId))
    .limit(1);
  return rows.length > 0;
}

/** Whether a sheet of the juror shows it: of the version that counts, asked for the jury, and in a blind round in its redacted copy. */
async function isOnSheet(db: Db, { edition, file, entry }: Asked, personId: string): Promise<boolean> {
  const field = (await allFieldsOf(db, edition.id)).find(({ key }) => key === file.fieldKey);
  if (field?.audience !== "jury" || entry.state !== "submitted") return false;
  const sheets = await db
    .select({ blind: blindRounds.roundId })
    .from(assignments)
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .leftJoin(blindRounds, eq(blindRounds.roundId, rounds.id))
    .where(and(eq(assignments.entryId, entry.id), eq(assignments.jurorId, personId), eq(assignments.state, "open")));
  const holders = [...new Set(sheets.map(({ blind }) => (blind === null ? entryVersionFiles : entryRedactedFiles)))];
  for (const table of holders) {
    const [shown] = await db
      .select({ key: table.fieldKey })
      .from(table)
      .innerJoin(entryVersions, and(eq(entryVersions.id, table.versionId), eq(entryVersions.no, entry.versionNo)))
      .where(and(eq(table.fileId, file.id), eq(entryVersions.entryId, entry.id)));
    if (shown) return true;
  }
  return false;
}

/** Files that belong in what is handed to a person of their data: those they sent, and those of teams they are or were frozen in. */
export async function filesOfPerson(db: Db, personId: string): Promise<FileRow[]> {
  const inDossier = db
    .select({ id: entryDraftFiles.fileId })
    .from(entryDraftFiles)
    .innerJoin(entries, eq(entries.id, entryDraftFiles.entryId))
    .innerJoin(ideaMembers, and(eq(ideaMembers.ideaId, entries.ideaId), eq(ideaMembers.personId, personId), isNull(ideaMembers.until)));
  const frozen = db
    .select({ id: entryVersionFiles.fileId })
    .from(entryVersionFiles)
    .innerJoin(
      entryVersionPeople,
      and(eq(entryVersionPeople.versionId, entryVersionFiles.versionId), eq(entryVersionPeople.personId, personId)),
    );
  return db
    .select()
    .from(entryFiles)
    .where(or(eq(entryFiles.byPersonId, personId), inArray(entryFiles.id, inDossier), inArray(entryFiles.id, frozen)))
    .orderBy(entryFiles.id);
}
