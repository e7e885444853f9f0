import { deliberations } from "#db/schema/awards-council";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { clean } from "../../kernel/text";
import { demandDeciding } from "../decide";
import { editionToRun } from "../load";
import { CLOSING_MAX } from "./council";

/** What the minutes say in closing, until they are frozen. Refuses with "not_found", "forbidden", "deciding_closed" or "invalid". */
export async function setClosing(ctx: Ctx, input: { readonly editionSlug: string; readonly closing: string }): Promise<void> {
  const closing = clean(input.closing);
  if (closing.length > CLOSING_MAX) throw new DomainError("invalid", { field: "closing", max: CLOSING_MAX });
  await ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    demandDeciding(edition);
    await tx
      .insert(deliberations)
      .values({ editionId: edition.id, closing })
      .onConflictDoUpdate({ target: deliberations.editionId, set: { closing } });
    await writeAudit(tx, ctx, { action: "minutes.closing_set", subjectKind: "edition", subjectId: edition.id, fields: ["closing"] });
  });
}
