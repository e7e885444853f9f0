import { eq } from "drizzle-orm";
import { editions } from "#db/schema/awards";
import { decisions } from "#db/schema/awards-result";
import { isId } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { demandDeciding } from "./decide";
import { editionToOversee } from "./load";

/** Takes a prize back before it is published. Refuses with "not_found" or "deciding_closed". */
export async function undoDecision(ctx: Ctx, input: { readonly decisionId: string }): Promise<void> {
  if (!isId(input.decisionId)) throw new DomainError("not_found");
  await ctx.store.tx(async (tx) => {
    const [row] = await tx
      .select({ entryId: decisions.entryId, slug: editions.slug })
      .from(decisions)
      .innerJoin(editions, eq(editions.id, decisions.editionId))
      .where(eq(decisions.id, input.decisionId));
    demandDeciding(await editionToOversee(tx, ctx.actor, found(row).slug, ctx.now));
    await tx.delete(decisions).where(eq(decisions.id, input.decisionId));
    await writeAudit(tx, ctx, { action: "prize.undone", subjectKind: "entry", subjectId: found(row).entryId, fields: ["place"] });
  });
}
