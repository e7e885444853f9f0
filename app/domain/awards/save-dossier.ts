import { and, eq } from "drizzle-orm";
import type { EntryContent } from "#db/schema/awards";
import { entries, entryDrafts } from "#db/schema/awards";
import { demandActive } from "../ideas/visible";
import { LOCALES } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { clean } from "../kernel/text";
import { demandChange } from "./entering";
import { DOSSIER_FIELDS, DOSSIER_MAX } from "./entry";
import type { FormField } from "./form-field";
import { charsMax, CLASSIC_KEYS, fieldName, withAnswer } from "./form-field";
import { formOf } from "./form-rows";
import { categoriesOf, ownEntry } from "./load";

export interface DossierInput {
  readonly entryId: string;
  /** The revision the writer's page holds. */
  readonly revision: number;
  /** Only the fields given change. */
  readonly content: Partial<EntryContent>;
  readonly categoryId?: string;
}

/**
 * Keeps what the team writes in its dossier, while entries are open. Refuses with "not_found", "entries_closed", "conflict" (idea
 * not active), "invalid" and the `field`, or "stale" when another page saved meanwhile: what is stored stays and the refusal
 * carries it (`stored`, JSON, and `revision`), so that both texts are at hand.
 */
export async function saveDossier(ctx: Ctx, input: DossierInput): Promise<{ revision: number; savedAt: Date }> {
  const { personId } = requirePerson(ctx);
  return ctx.store.tx(async (tx) => {
    const own = await ownEntry(tx, ctx, input.entryId);
    const { entry, draft, content: stored, edition, idea } = own;
    await demandChange(tx, ctx, own);
    demandActive(idea);
    const content = cleaned(stored, input.content, await formOf(tx, edition.id));
    const categoryId = input.categoryId ?? entry.categoryId;
    // A request sent again after its answer got lost is no conflict.
    if (JSON.stringify(content) === JSON.stringify(stored) && categoryId === entry.categoryId) {
      return { revision: draft.revision, savedAt: draft.updatedAt };
    }
    if (draft.revision !== input.revision) throw new DomainError("stale", { revision: draft.revision, stored: JSON.stringify(stored) });
    if (categoryId !== entry.categoryId) {
      const known = (await categoriesOf(tx, edition.id)).some(({ id }) => id === categoryId);
      if (!known) throw new DomainError("invalid", { field: "categoryId" });
      await tx.update(entries).set({ categoryId }).where(eq(entries.id, entry.id));
    }
    const revision = draft.revision + 1;
    const [saved] = await tx
      .update(entryDrafts)
      .set({ content, revision, updatedAt: ctx.now, updatedBy: personId })
      .where(and(eq(entryDrafts.entryId, entry.id), eq(entryDrafts.revision, draft.revision)))
      .returning({ revision: entryDrafts.revision });
    if (!saved) throw new DomainError("stale");
    return { revision, savedAt: ctx.now };
  });
}

/** What is stored with what was sent. An answer to a question the form does not ask (any more) is left aside, as is a file. */
function cleaned(stored: EntryContent, sent: Partial<EntryContent>, fields: readonly FormField[]): EntryContent {
  const texts = DOSSIER_FIELDS.flatMap((field) => {
    const text = sent[field];
    if (text === undefined) return [];
    const kept = field === "title" ? clean(text).replace(/\s+/g, " ") : clean(text);
    if (kept.length > DOSSIER_MAX[field]) throw new DomainError("invalid", { field, max: DOSSIER_MAX[field] });
    return [[field, kept] as const];
  });
  const lang = sent.lang ?? stored.lang;
  if (!LOCALES.includes(lang)) throw new DomainError("invalid", { field: "lang" });
  const given = { ...sent.answers, ...classicOf(sent) };
  const start: EntryContent = { ...stored, ...Object.fromEntries(texts), lang };
  return fields.reduce((content, field) => {
    const text = given[field.key];
    if (text === undefined || field.kind === "file") return content;
    const answer = clean(text);
    const max = charsMax(field);
    if (answer.length > max) throw new DomainError("invalid", { field: fieldName(field.key), max });
    return withAnswer(content, field.key, answer);
  }, start);
}

function classicOf(sent: Partial<EntryContent>): Readonly<Partial<Record<string, string>>> {
  return Object.fromEntries(CLASSIC_KEYS.flatMap((key) => (sent[key] === undefined ? [] : [[key, sent[key]]])));
}
