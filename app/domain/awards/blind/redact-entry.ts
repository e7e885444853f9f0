import { and, eq } from "drizzle-orm";
import { entries, entryVersions } from "#db/schema/awards";
import { entryFiles, entryRedactedFiles, entryRedactions } from "#db/schema/awards-files";
import { isId } from "../../ideas/visible";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import type { Db, Tx } from "../../kernel/store";
import { clean } from "../../kernel/text";
import { DOSSIER_FIELDS } from "../entry";
import type { StoredUpload } from "../files/entry-file";
import { cleanFileName, fileInput } from "../files/entry-file";
import { dropUnheld, versionFiles } from "../files/rows";
import type { FormField } from "../form-field";
import { answerOf, fieldName } from "../form-field";
import { allFieldsOf } from "../form-rows";
import { editionToRun } from "../load";
import { redactedFiles, redactionOf } from "./reading";

/** The longest text of a field in a redacted copy, in characters. */
export const REDACTED_MAX = 40_000;

/** What jurors get for a file: nothing, the file itself, or another in its place. */
export type FileVerdict = "withhold" | "keep" | "replace";
export const FILE_VERDICTS = ["withhold", "keep", "replace"] as const satisfies readonly FileVerdict[];

export interface RedactInput {
  readonly editionSlug: string;
  readonly entryId: string;
  /** The version that was looked at. */
  readonly versionNo: number;
  /** The revision the page holds; 0 where nobody looked yet. */
  readonly revision: number;
  /** Texts as jurors read them, by "title", "pitch", "description" or the key of a question; what is not given stays as it was sent in. */
  readonly texts: Readonly<Record<string, string>>;
  /** Keys of links that may be read. */
  readonly links: readonly string[];
  /** What becomes of files, by key; what is not given is withheld. */
  readonly files: Readonly<Record<string, FileVerdict>>;
  /** New files in the place of others. */
  readonly uploads: ReadonlyMap<string, StoredUpload>;
}

/**
 * Keeps what jurors of blind rounds read of a version. Refuses with "not_found" (edition, entry), "forbidden", "already_done" (published),
 * "stale" when there is a newer version or somebody else kept another copy meanwhile, or "invalid" with the `field`.
 */
export async function redactEntry(ctx: Ctx, input: RedactInput): Promise<{ revision: number }> {
  const { personId } = requirePerson(ctx);
  const newIds = new Map([...input.uploads.keys()].map((key) => [key, ctx.newId()]));
  return ctx.store.tx(async (tx) => {
    const { edition, version } = await versionToRedact(tx, ctx, input.editionSlug, input.entryId);
    if (edition.publishedAt !== null) throw new DomainError("already_done");
    const before = await redactionOf(tx, version.id);
    if (version.no !== input.versionNo || (before?.revision ?? 0) !== input.revision) throw new DomainError("stale");
    const fields = (await allFieldsOf(tx, edition.id)).filter(({ audience }) => audience === "jury");
    const links = fields
      .filter(({ kind, key }) => (kind === "link" || kind === "video") && input.links.includes(key))
      .map(({ key }) => key);
    const revision = input.revision + 1;
    const kept = { texts: changedTexts(version.content, fields, input.texts), links, revision, byPersonId: personId, at: ctx.now };
    const stored = before
      ? await tx
          .update(entryRedactions)
          .set(kept)
          .where(and(eq(entryRedactions.versionId, version.id), eq(entryRedactions.revision, before.revision)))
          .returning({ revision: entryRedactions.revision })
      : await tx
          .insert(entryRedactions)
          .values({ versionId: version.id, ...kept })
          .onConflictDoNothing()
          .returning({ revision: entryRedactions.revision });
    if (stored.length === 0) throw new DomainError("stale");
    await writeFiles(tx, ctx, { versionId: version.id, entryId: input.entryId, fields, input, newIds });
    await writeAudit(tx, ctx, {
      action: "entry.redacted",
      subjectKind: "entry",
      subjectId: input.entryId,
      fields: ["version", String(version.no)],
    });
    return { revision };
  });
}

/** The submitted version of an entry, for an organiser who works on its copy. Refuses with "not_found" or "forbidden". */
export async function versionToRedact(db: Db, ctx: Ctx, editionSlug: string, entryId: string) {
  const edition = await editionToRun(db, ctx, editionSlug);
  const [row] = isId(entryId)
    ? await db
        .select({ entry: entries, version: entryVersions })
        .from(entries)
        .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
        .where(and(eq(entries.id, entryId), eq(entries.editionId, edition.id), eq(entries.state, "submitted")))
    : [];
  return { edition, ...found(row) };
}

function changedTexts(content: Parameters<typeof answerOf>[0], fields: readonly FormField[], texts: RedactInput["texts"]) {
  const own = DOSSIER_FIELDS.map((name) => ({ key: name as string, name: name as string, before: content[name] ?? "" }));
  const asked = fields
    .filter(({ kind }) => kind === "text")
    .map(({ key }) => ({ key, name: fieldName(key), before: answerOf(content, key) }));
  const changed = [...own, ...asked].flatMap(({ key, name, before }) => {
    const given = texts[key];
    if (given === undefined) return [];
    const text = clean(given);
    if (text.length > REDACTED_MAX) throw new DomainError("invalid", { field: name, max: REDACTED_MAX });
    if (key === "title" && text === "") throw new DomainError("invalid", { field: name, message: "blind.title_missing" });
    return text === before ? [] : [[key, text] as const];
  });
  return Object.fromEntries(changed);
}

interface Filing {
  readonly versionId: string;
  readonly entryId: string;
  readonly fields: readonly FormField[];
  readonly input: RedactInput;
  readonly newIds: ReadonlyMap<string, string>;
}

/** Sets which file jurors get for each question that was answered with one. */
async function writeFiles(tx: Tx, ctx: Ctx, { versionId, entryId, fields, input, newIds }: Filing): Promise<void> {
  const originals = await versionFiles(tx, versionId);
  const before = await redactedFiles(tx, versionId);
  for (const { key } of fields.filter((field) => field.kind === "file" && originals.has(field.key))) {
    const verdict = input.files[key] ?? "withhold";
    const upload = input.uploads.get(key);
    const original = originals.get(key)?.id;
    const standing = before.get(key)?.id;
    const earlier = standing === original ? undefined : standing;
    const fileId = verdict === "keep" ? original : verdict === "replace" ? (upload ? newIds.get(key) : earlier) : undefined;
    if (verdict === "replace" && fileId === undefined)
      throw new DomainError("invalid", { field: fileInput(key), message: "blind.file_missing" });
    const traceless = verdict === "replace" ? (upload?.traceless ?? true) : (originals.get(key)?.traceless ?? true);
    if (fileId !== undefined && !traceless) throw new DomainError("invalid", { field: fileInput(key), message: "blind.file_traces" });
    if (upload && fileId !== undefined && fileId === newIds.get(key)) {
      const { name, type, ...rest } = upload;
      const made = { ...rest, type, name: cleanFileName(name, type), byPersonId: requirePerson(ctx).personId, at: ctx.now };
      await tx.insert(entryFiles).values({ id: fileId, entryId, fieldKey: key, ...made });
    }
    await tx.delete(entryRedactedFiles).where(and(eq(entryRedactedFiles.versionId, versionId), eq(entryRedactedFiles.fieldKey, key)));
    if (fileId !== undefined) await tx.insert(entryRedactedFiles).values({ versionId, fieldKey: key, fileId });
    if (earlier !== undefined && earlier !== fileId) await dropUnheld(tx, ctx, [earlier]);
  }
}
