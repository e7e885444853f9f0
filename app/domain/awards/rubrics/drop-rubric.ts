import { and, eq } from "drizzle-orm";
import { editionRubrics } from "#db/schema/awards-rubric";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { editionToRun } from "../load";
import { versionAtHand } from "./at-hand";
import { versionsInUse } from "./slots";

/** Takes a rubric that no category uses out of an edition. Refuses with "not_found", "forbidden" or "rubric_used". */
export async function dropRubric(ctx: Ctx, input: { readonly editionSlug: string; readonly versionId: string }): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const { id: editionId } = await editionToRun(tx, ctx, input.editionSlug);
    const { id } = await versionAtHand(tx, editionId, input.versionId);
    if ((await versionsInUse(tx, editionId)).some(({ versionId }) => versionId === id)) throw new DomainError("rubric_used");
    await tx.delete(editionRubrics).where(and(eq(editionRubrics.editionId, editionId), eq(editionRubrics.rubricVersionId, id)));
    await writeAudit(tx, ctx, { action: "rubric.dropped", subjectKind: "rubric", subjectId: id });
  });
}
