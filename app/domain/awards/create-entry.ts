import { and, desc, eq, lte, max } from "drizzle-orm";
import { entries, entryDrafts } from "#db/schema/awards";
import { entryRulings } from "#db/schema/awards-entry";
import { ideaVersions } from "#db/schema/ideas";
import { canEdit } from "../ideas/policy";
import { demand, demandActive, ideaToActOn } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { isEntering } from "./edition";
import { categoriesOf, editionBySlug } from "./load";

export interface EntryInput {
  readonly editionSlug: string;
  readonly ideaId: string;
  readonly categoryId: string;
  /** The number jurors see; the next free one when left out. For imports and the demo only. */
  readonly number?: number;
}

/**
 * Begins an entry of an idea, with a dossier that takes over the texts of the idea; a withdrawn entry begins again.
 * Refuses with "entries_closed", "not_found" (edition, idea), "forbidden" (not of the team), "conflict" (idea not active),
 * "invalid" (category) or "already_done" with the `entryId` there is.
 */
export async function createEntry(ctx: Ctx, input: EntryInput): Promise<{ entryId: string }> {
  const person = requirePerson(ctx);
  return ctx.store.tx(async (tx) => {
    const edition = await editionBySlug(tx, input.editionSlug, ctx.now);
    const { idea, facts } = await ideaToActOn(tx, person, input.ideaId);
    demandActive(idea);
    demand(person, canEdit(person, facts));
    if (!isEntering(edition.phases, edition.graceSeconds, ctx.now) || edition.publishedAt) throw new DomainError("entries_closed");
    const categoryId = (await categoriesOf(tx, edition.id)).find(({ id }) => id === input.categoryId)?.id;
    if (categoryId === undefined) throw new DomainError("invalid", { field: "categoryId" });
    const again = await beginAgain(tx, edition.id, idea.id, categoryId);
    const entryId = again ?? (await insertEntry(tx, ctx, { editionId: edition.id, ideaId: idea.id, categoryId, number: input.number }));
    await writeAudit(tx, ctx, { action: "entry.created", subjectKind: "entry", subjectId: entryId });
    return { entryId };
  });
}

async function beginAgain(tx: Tx, editionId: string, ideaId: string, categoryId: string): Promise<string | null> {
  const [earlier] = await tx
    .select({ id: entries.id, state: entries.state })
    .from(entries)
    .where(and(eq(entries.editionId, editionId), eq(entries.ideaId, ideaId)));
  if (!earlier) return null;
  const [ruled] = await tx.select({ verdict: entryRulings.verdict }).from(entryRulings).where(eq(entryRulings.entryId, earlier.id));
  if (ruled?.verdict === "out") throw new DomainError("conflict");
  if (earlier.state !== "withdrawn") throw new DomainError("already_done", { entryId: earlier.id });
  await tx.update(entries).set({ state: "draft", categoryId, submittedAt: null }).where(eq(entries.id, earlier.id));
  return earlier.id;
}

interface NewEntry {
  readonly editionId: string;
  readonly ideaId: string;
  readonly categoryId: string;
  readonly number: number | undefined;
}

async function insertEntry(tx: Tx, ctx: Ctx, { number: chosen, ...entry }: NewEntry): Promise<string> {
  const [last] = await tx
    .select({ number: max(entries.number) })
    .from(entries)
    .where(eq(entries.editionId, entry.editionId));
  const number = ctx.via === "cli" && chosen !== undefined ? chosen : (last?.number ?? 0) + 1;
  const [made] = await tx
    .insert(entries)
    .values({ id: ctx.newId(), ...entry, number, state: "draft", versionNo: 0, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: entries.id });
  if (!made) throw new DomainError("conflict");
  const [newest] = await tx
    .select({ content: ideaVersions.content })
    .from(ideaVersions)
    .where(and(eq(ideaVersions.ideaId, entry.ideaId), lte(ideaVersions.at, ctx.now)))
    .orderBy(desc(ideaVersions.no))
    .limit(1);
  const { title = "", pitch = "", description = "", lang = "nl" } = newest?.content ?? {};
  await tx.insert(entryDrafts).values({
    entryId: made.id,
    content: { title, pitch, description, lang },
    revision: 1,
    updatedAt: ctx.now,
    updatedBy: requirePerson(ctx).personId,
  });
  return made.id;
}
