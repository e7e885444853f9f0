import { and, eq, isNotNull } from "drizzle-orm";
import type { EntryContent } from "#db/schema/awards";
import { entryVersions } from "#db/schema/awards";
import { blindRounds, entryFiles, entryRedactedFiles, entryRedactions } from "#db/schema/awards-files";
import type { Db } from "../../kernel/store";
import type { ShownFile } from "../files/entry-file";
import type { FilesByKey } from "../files/rows";
import { nameless, versionFiles } from "../files/rows";
import type { Answered, FormField } from "../form-field";
import { answered, onlyAnswers, withAnswer } from "../form-field";
import { allFieldsOf } from "../form-rows";

export type RedactionRow = typeof entryRedactions.$inferSelect;
export type RedactedTexts = RedactionRow["texts"];

/** Tells whether jurors of a round read the redacted copy. One statement. */
export async function isBlind(db: Db, roundId: string): Promise<boolean> {
  const [row] = await db.select({ roundId: blindRounds.roundId }).from(blindRounds).where(eq(blindRounds.roundId, roundId));
  return row !== undefined;
}

/** For a query that joins `blindRounds` by the round of the reader: the redacted copy of a version, in blind rounds only. */
export const copyOfBlindRound = () => and(eq(entryRedactions.versionId, entryVersions.id), isNotNull(blindRounds.roundId));

/** The title jurors read; `texts` as that join gives them. */
export function juryTitle(content: Pick<EntryContent, "title">, texts: RedactedTexts | null): string {
  return texts?.title ?? content.title;
}

/** The content with the texts of its redacted copy. */
export function redacted(content: EntryContent, texts: RedactedTexts): EntryContent {
  const { title = content.title, pitch = content.pitch, description = content.description, ...answers } = texts;
  return Object.entries(answers).reduce((all, [key, text]) => withAnswer(all, key, text), { ...content, title, pitch, description });
}

/** What is kept of a redacted copy; null where nobody looked at the version yet. One statement. */
export async function redactionOf(db: Db, versionId: string): Promise<RedactionRow | null> {
  const [row] = await db.select().from(entryRedactions).where(eq(entryRedactions.versionId, versionId));
  return row ?? null;
}

/** The files of a redacted copy. One statement. */
export async function redactedFiles(db: Db, versionId: string): Promise<FilesByKey> {
  const rows = await db
    .select({ key: entryRedactedFiles.fieldKey, file: entryFiles })
    .from(entryRedactedFiles)
    .innerJoin(entryFiles, eq(entryFiles.id, entryRedactedFiles.fileId))
    .where(eq(entryRedactedFiles.versionId, versionId));
  return new Map(rows.map(({ key, file }) => [key, file]));
}

/** An entry as a juror reads it. */
export interface JuryCopy {
  readonly content: EntryContent;
  readonly answers: readonly Answered[];
}

interface Reading {
  readonly editionId: string;
  readonly roundId: string;
  readonly version: { readonly id: string; readonly content: EntryContent };
}

const isLinkKind = ({ kind }: FormField): boolean => kind === "link" || kind === "video";

/**
 * What a juror of a round reads of a version: what the jury may read of the form, without names of files; in a blind round the redacted
 * copy. Everything a juror gets of an entry comes from here. Three statements, four in a blind round.
 */
export async function juryCopy(db: Db, { editionId, roundId, version }: Reading): Promise<JuryCopy> {
  const forJury = (await allFieldsOf(db, editionId)).filter(({ audience }) => audience === "jury");
  if (!(await isBlind(db, roundId))) return copyOf(version.content, forJury, nameless(await versionFiles(db, version.id)));
  const redaction = await redactionOf(db, version.id);
  const links = redaction?.links ?? [];
  const read = forJury.filter((field) => !isLinkKind(field) || links.includes(field.key));
  const content = redacted(version.content, redaction?.texts ?? {});
  return copyOf(content, read, nameless(await redactedFiles(db, version.id)));
}

/** Only what is asked of the jury leaves; digests of files stay behind. */
function copyOf(content: EntryContent, read: readonly FormField[], files: ReadonlyMap<string, ShownFile>): JuryCopy {
  const texts = read.filter(({ kind }) => kind !== "file");
  return { content: onlyAnswers(content, texts), answers: answered(content, read, files) };
}
