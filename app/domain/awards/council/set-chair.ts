import { deliberations } from "#db/schema/awards-council";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { demandDeciding } from "../decide";
import { jurorsOf } from "../jurors";
import { editionToRun } from "../load";

/** Says which juror leads the deliberation; null for nobody but the organisers. Refuses with "not_found", "forbidden", "deciding_closed" or "invalid". */
export async function setChair(ctx: Ctx, input: { readonly editionSlug: string; readonly personId: string | null }): Promise<void> {
  const { personId: chairId } = input;
  await ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    demandDeciding(edition);
    const jurors = await jurorsOf(tx, edition.id, ctx.now);
    if (chairId !== null && !jurors.some(({ personId }) => personId === chairId)) throw new DomainError("invalid", { field: "personId" });
    await tx
      .insert(deliberations)
      .values({ editionId: edition.id, chairId })
      .onConflictDoUpdate({ target: deliberations.editionId, set: { chairId } });
    await writeAudit(tx, ctx, { action: "council.chair_set", subjectKind: "edition", subjectId: edition.id, fields: ["chair_id"] });
  });
}
