import { jurySettings } from "#db/schema/awards-jury";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { isBeforeClosing } from "../edition";
import { editionToRun } from "../load";

/**
 * Says whether jurors may compare own entries whose totals are near, and so whether that parts equals: the published list of rules changes with it.
 * Refuses with "not_found", "forbidden", or "judging_closed" from deliberation on.
 */
export async function setComparing(ctx: Ctx, { editionSlug, on }: { readonly editionSlug: string; readonly on: boolean }): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, editionSlug);
    const { kind } = edition.phase;
    if (edition.publishedAt !== null || !(isBeforeClosing(kind) || kind === "eligibility" || kind === "judging")) {
      throw new DomainError("judging_closed");
    }
    const values = { comparesPairs: on, updatedAt: ctx.now };
    await tx
      .insert(jurySettings)
      .values({ editionId: edition.id, showsPeers: false, ...values })
      .onConflictDoUpdate({ target: jurySettings.editionId, set: values });
    await writeAudit(tx, ctx, { action: "jury.comparing_set", subjectKind: "edition", subjectId: edition.id, fields: ["compares_pairs"] });
  });
}
