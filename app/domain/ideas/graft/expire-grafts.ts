import { and, eq, gt, isNull, lte } from "drizzle-orm";
import { graftProposals, graftSources } from "#db/schema/lineage";
import type { Ctx } from "../../kernel/context";
import { after } from "../../kernel/time";
import { GRAFT_REMINDED } from "./graft";
import { settleGraft, tellTeams } from "./settle-graft";

/** For the jobs: ends proposals whose due date has passed, and reminds the teams that did not answer three days before, once. */
export async function expireGrafts(ctx: Ctx): Promise<{ expired: number; reminded: number }> {
  return ctx.store.tx(async (tx) => {
    const over = await tx
      .select({ id: graftProposals.id })
      .from(graftProposals)
      .where(and(eq(graftProposals.state, "open"), lte(graftProposals.dueAt, ctx.now)));
    for (const { id } of over) {
      await settleGraft(tx, ctx, id, "expired");
      await tellTeams(tx, ctx, { proposalId: id, kind: "graft_answered", round: "expired" });
    }
    const soon = await tx
      .update(graftProposals)
      .set({ remindedAt: ctx.now })
      .where(
        and(
          eq(graftProposals.state, "open"),
          isNull(graftProposals.remindedAt),
          gt(graftProposals.dueAt, ctx.now),
          lte(graftProposals.dueAt, after(ctx.now, GRAFT_REMINDED)),
        ),
      )
      .returning({ id: graftProposals.id });
    for (const { id } of soon) {
      const silent = await tx
        .select({ ideaId: graftSources.ideaId })
        .from(graftSources)
        .where(and(eq(graftSources.proposalId, id), eq(graftSources.answer, "waiting")));
      const ideaIds = silent.map(({ ideaId }) => ideaId);
      await tellTeams(tx, ctx, { proposalId: id, kind: "graft_due", round: "due", ideaIds });
    }
    return { expired: over.length, reminded: soon.length };
  });
}
