import { asc, eq } from "drizzle-orm";
import { entryFields } from "#db/schema/awards-entry";
import type { Ctx } from "../kernel/context";
import type { Db, Tx } from "../kernel/store";
import type { FormField } from "./form-field";
import { askedIn, DEFAULT_FIELDS } from "./form-field";
import type { OwnEntry } from "./load";
import { categoriesOf } from "./load";

export interface StoredField extends FormField {
  /** Taken out of the form; entries that answered it before still show it. */
  readonly removed: boolean;
}

/** Every question an edition asks or asked, in order; the default ones until its form is made. One statement. */
export async function allFieldsOf(db: Db, editionId: string): Promise<StoredField[]> {
  const rows = await db.select().from(entryFields).where(eq(entryFields.editionId, editionId)).orderBy(asc(entryFields.position));
  if (rows.length === 0) return DEFAULT_FIELDS.map((field) => ({ ...field, removed: false }));
  return rows.map(({ id: _, editionId: _edition, position: _at, removedAt, ...field }) => ({ ...field, removed: removedAt !== null }));
}

/** The questions of the form of an edition, in order. One statement. */
export async function formOf(db: Db, editionId: string): Promise<FormField[]> {
  return (await allFieldsOf(db, editionId)).filter(({ removed }) => !removed);
}

/** Writes the questions of an edition anew, those that were taken out last. */
export async function writeForm(tx: Tx, ctx: Ctx, editionId: string, fields: readonly StoredField[]): Promise<void> {
  const before = await tx.select().from(entryFields).where(eq(entryFields.editionId, editionId));
  const gone = new Map(before.map(({ key, removedAt }) => [key, removedAt]));
  await tx.delete(entryFields).where(eq(entryFields.editionId, editionId));
  const ordered = [...fields.filter(({ removed }) => !removed), ...fields.filter(({ removed }) => removed)];
  for (const [position, { removed, ...field }] of ordered.entries()) {
    const removedAt = removed ? (gone.get(field.key) ?? ctx.now) : null;
    await tx.insert(entryFields).values({ id: ctx.newId(), editionId, ...field, position, removedAt });
  }
}

/** The questions the entry of a team is asked, by its category. Two statements. */
export async function askedOf(db: Db, { entry, edition }: Pick<OwnEntry, "entry" | "edition">): Promise<FormField[]> {
  const code = (await categoriesOf(db, edition.id)).find(({ id }) => id === entry.categoryId)?.code ?? "";
  return askedIn(await formOf(db, edition.id), code);
}
