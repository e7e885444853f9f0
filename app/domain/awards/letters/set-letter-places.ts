import { letterSettings } from "#db/schema/awards-publish";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { editionToRun } from "../load";

/** Says whether the letters of an edition tell a team its place. Refuses with "not_found", "forbidden", or "already_done" once published. */
export async function setLetterPlaces(ctx: Ctx, input: { readonly editionSlug: string; readonly tellsPlace: boolean }): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    if (edition.publishedAt !== null) throw new DomainError("already_done");
    const setting = { tellsPlace: input.tellsPlace, updatedAt: ctx.now };
    await tx
      .insert(letterSettings)
      .values({ editionId: edition.id, ...setting })
      .onConflictDoUpdate({ target: letterSettings.editionId, set: setting });
    await writeAudit(tx, ctx, { action: "letters.setting", subjectKind: "edition", subjectId: edition.id, fields: ["tells_place"] });
  });
}
