import { and, eq } from "drizzle-orm";
import { ideaDrafts } from "#db/schema/ideas";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { draftOf, isClaim } from "./drafts";
import { isId } from "./visible";

/** Throws away a draft of the actor, or of the visitor who holds the claim. Refuses with "not_found". */
export async function discardDraft(ctx: Ctx, input: { draftId: string; claim?: string }): Promise<void> {
  const mine = draftOf(ctx.actor, input.claim !== undefined && isClaim(input.claim) ? input.claim : undefined);
  if (mine === null || !isId(input.draftId)) throw new DomainError("not_found");
  await ctx.store.tx(async (tx) => {
    const [row] = await tx
      .delete(ideaDrafts)
      .where(and(mine, eq(ideaDrafts.id, input.draftId)))
      .returning({ id: ideaDrafts.id });
    if (!row) throw new DomainError("not_found");
  });
}
