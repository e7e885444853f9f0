import { eq } from "drizzle-orm";
import { editions } from "#db/schema/awards";
import { decisions } from "#db/schema/awards-result";
import { isId } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { revealedPrizes } from "./ceremony/revealed";
import { demandDeciding } from "./decide";
import { editionToOversee } from "./load";

/** Takes a prize back before it is published. Refuses with "not_found", "deciding_closed" or "prize_revealed" (the hall has seen it). */
export async function undoDecision(ctx: Ctx, input: { readonly decisionId: string }): Promise<void> {
  if (!isId(input.decisionId)) throw new DomainError("not_found");
  await ctx.store.tx(async (tx) => {
    const [row] = await tx
      .select({ entryId: decisions.entryId, categoryId: decisions.categoryId, place: decisions.place, slug: editions.slug })
      .from(decisions)
      .innerJoin(editions, eq(editions.id, decisions.editionId))
      .where(eq(decisions.id, input.decisionId));
    const { slug, categoryId, place } = found(row);
    const edition = await editionToOversee(tx, ctx.actor, slug, ctx.now);
    demandDeciding(edition);
    const seen = await revealedPrizes(tx, edition.id);
    if (seen.some((prize) => prize.categoryId === categoryId && prize.place === place)) throw new DomainError("prize_revealed");
    await tx.delete(decisions).where(eq(decisions.id, input.decisionId));
    await writeAudit(tx, ctx, { action: "prize.undone", subjectKind: "entry", subjectId: found(row).entryId, fields: ["place"] });
  });
}
