import { eq } from "drizzle-orm";
import { editions } from "#db/schema/awards";
import type { Labels } from "#db/schema/campus";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { touchPages } from "../../kernel/pages";
import { EDITION_NAME_MAX, JURORS_PER_ENTRY_MAX, THEME_MAX } from "../edition";
import { editionToRun } from "../load";
import { labelsOf } from "../rubrics/labels";

/**
 * Changes what an edition is called, its theme, and how many jurors score an entry, until its results are public; its address stays.
 * Refuses with "not_found", "forbidden", "already_done", or "invalid" and the `field`.
 */
export async function editEdition(
  ctx: Ctx,
  input: { readonly editionSlug: string; readonly name: Labels; readonly theme: Labels; readonly jurorsPerEntry: number },
): Promise<void> {
  const { jurorsPerEntry } = input;
  const name = labelsOf(input.name, "name", EDITION_NAME_MAX);
  const theme = labelsOf(input.theme, "theme", THEME_MAX);
  if (!Number.isInteger(jurorsPerEntry) || jurorsPerEntry < 1 || jurorsPerEntry > JURORS_PER_ENTRY_MAX) {
    throw new DomainError("invalid", { field: "jurorsPerEntry", max: JURORS_PER_ENTRY_MAX });
  }
  await ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    if (edition.publishedAt) throw new DomainError("already_done");
    await tx.update(editions).set({ name, theme, jurorsPerEntry }).where(eq(editions.id, edition.id));
    await touchPages(tx, ["awards", `awards:${edition.slug}`]);
    const fields = ["name", "theme", "jurors_per_entry"];
    await writeAudit(tx, ctx, { action: "edition.edited", subjectKind: "edition", subjectId: edition.id, fields });
  });
}
