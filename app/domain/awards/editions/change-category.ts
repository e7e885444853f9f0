import { count, eq } from "drizzle-orm";
import { categories, entries } from "#db/schema/awards";
import { roundRubrics } from "#db/schema/awards-rubric";
import type { Labels } from "#db/schema/campus";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import { touchPages } from "../../kernel/pages";
import type { Tx } from "../../kernel/store";
import type { CategoryRow } from "../load";
import { categoriesOf, editionToRun } from "../load";
import { codeFor, labelsOf } from "../rubrics/labels";
import { allFieldsOf, writeForm } from "../form-rows";
import { CATEGORIES_MAX, CATEGORY_ABOUT_MAX, CATEGORY_NAME_MAX } from "./category";

/** A change of the categories: one added or reworded, moved one place, or taken away. */
export type CategoryChange =
  | { readonly do: "save"; /** Left out for a new one. */ readonly code?: string; readonly name: Labels; readonly about: Labels }
  | { readonly do: "move"; readonly code: string; readonly by: -1 | 1 }
  | { readonly do: "remove"; readonly code: string };

/**
 * Changes the categories of an edition until its results are public. One in which something was entered is never taken away, nor is the
 * last. Refuses with "not_found", "forbidden", "already_done", "category_used", or "invalid" and the `field`.
 */
export async function changeCategory(ctx: Ctx, input: { readonly editionSlug: string; readonly change: CategoryChange }): Promise<void> {
  const { change } = input;
  await ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    if (edition.publishedAt) throw new DomainError("already_done");
    const before = await categoriesOf(tx, edition.id);
    if (change.do === "save") await save(tx, ctx, edition.id, before, change);
    else if (change.do === "move") await move(tx, before, change);
    else await remove(tx, ctx, edition.id, before, change.code);
    await touchPages(tx, ["awards", `awards:${edition.slug}`]);
    const fields = ["categories", change.do, ...(change.code === undefined ? [] : [change.code])];
    await writeAudit(tx, ctx, { action: "edition.categories_changed", subjectKind: "edition", subjectId: edition.id, fields });
  });
}

async function save(
  tx: Tx,
  ctx: Ctx,
  editionId: string,
  before: readonly CategoryRow[],
  change: Extract<CategoryChange, { do: "save" }>,
): Promise<void> {
  const name = labelsOf(change.name, "name", CATEGORY_NAME_MAX);
  const about = labelsOf(change.about, "about", CATEGORY_ABOUT_MAX, false);
  if (change.code !== undefined) {
    const old = found(before.find(({ code }) => code === change.code));
    await tx.update(categories).set({ name, about }).where(eq(categories.id, old.id));
    return;
  }
  if (before.length >= CATEGORIES_MAX) throw new DomainError("invalid", { field: "name.nl", max: CATEGORIES_MAX });
  const taken = before.map(({ code }) => code);
  const position = Math.max(-1, ...before.map((one) => one.position)) + 1;
  await tx.insert(categories).values({ id: ctx.newId(), editionId, code: codeFor(name.nl, taken, "category"), name, about, position });
}

async function move(tx: Tx, before: readonly CategoryRow[], { code, by }: { code: string; by: -1 | 1 }): Promise<void> {
  const at = before.findIndex((one) => one.code === code);
  const moved = found(before[at]);
  const others = before.filter((one) => one !== moved);
  others.splice(Math.min(Math.max(at + by, 0), others.length), 0, moved);
  for (const [position, { id }] of others.entries()) await tx.update(categories).set({ position }).where(eq(categories.id, id));
}

async function remove(tx: Tx, ctx: Ctx, editionId: string, before: readonly CategoryRow[], code: string): Promise<void> {
  const gone = found(before.find((one) => one.code === code));
  const [used] = await tx.select({ n: count() }).from(entries).where(eq(entries.categoryId, gone.id));
  if ((used?.n ?? 0) > 0 || before.length === 1) throw new DomainError("category_used");
  await tx.delete(roundRubrics).where(eq(roundRubrics.categoryId, gone.id));
  await tx.delete(categories).where(eq(categories.id, gone.id));
  await unask(tx, ctx, editionId, code);
}

/** Questions that were for this category alone are taken out of the form; others forget it. */
async function unask(tx: Tx, ctx: Ctx, editionId: string, code: string): Promise<void> {
  const fields = await allFieldsOf(tx, editionId);
  if (!fields.some(({ categories: asked }) => asked.includes(code))) return;
  const left = fields.map((field) => {
    const asked = field.categories.filter((one) => one !== code);
    return { ...field, categories: asked, removed: field.removed || (field.categories.length > 0 && asked.length === 0) };
  });
  await writeForm(tx, ctx, editionId, left);
}
