import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import type { Phase } from "./edition";
import { arePhases } from "./edition";
import { editionToRun } from "./load";
import { writePhases } from "./phase-rows";

/** Gives an edition other dates, until its results are published. Refuses with "forbidden", "invalid" (field "phases") or "already_done". */
export async function updatePhases(ctx: Ctx, input: { readonly editionSlug: string; readonly phases: readonly Phase[] }): Promise<void> {
  if (!arePhases(input.phases)) throw new DomainError("invalid", { field: "phases" });
  await ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    if (edition.publishedAt) throw new DomainError("already_done");
    await writePhases(tx, ctx, edition.id, input.phases);
    await touchPages(tx, ["awards", `awards:${edition.slug}`]);
    await writeAudit(tx, ctx, { action: "edition.phases_changed", subjectKind: "edition", subjectId: edition.id, fields: ["phases"] });
  });
}
