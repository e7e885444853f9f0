import { and, eq, inArray, ne } from "drizzle-orm";
import { ideas } from "#db/schema/ideas";
import { graftProposals, graftSources } from "#db/schema/lineage";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import type { NoticeKind } from "../../notifications/notice";
import { notifyAll } from "../../notifications/notify";
import { currentTeam } from "../team";
import type { GraftState } from "./graft";

/** Ends a proposal once: of several who end it, one wins; the others get "already_done". */
export async function settleGraft(
  tx: Tx,
  ctx: Ctx,
  proposalId: string,
  state: Exclude<GraftState, "open">,
  childId?: string,
): Promise<void> {
  const [settled] = await tx
    .update(graftProposals)
    .set({ state, settledAt: ctx.now, ...(childId === undefined ? {} : { childId }) })
    .where(and(eq(graftProposals.id, proposalId), eq(graftProposals.state, "open")))
    .returning({ id: graftProposals.id });
  if (!settled) throw new DomainError("already_done");
  await writeAudit(tx, ctx, { action: `graft.${state}`, subjectKind: "graft", subjectId: proposalId, fields: ["state"] });
}

/** Ends the other open proposals about these ideas, which are no longer free, and tells their teams. */
export async function overtakeGrafts(tx: Tx, ctx: Ctx, ideaIds: readonly string[], exceptId: string): Promise<void> {
  const rows = await tx
    .selectDistinct({ id: graftProposals.id })
    .from(graftProposals)
    .innerJoin(graftSources, eq(graftSources.proposalId, graftProposals.id))
    .where(and(inArray(graftSources.ideaId, [...ideaIds]), eq(graftProposals.state, "open"), ne(graftProposals.id, exceptId)));
  for (const { id } of rows) {
    await settleGraft(tx, ctx, id, "overtaken");
    await tellTeams(tx, ctx, { proposalId: id, kind: "graft_answered", round: "overtaken" });
  }
}

/**
 * Tells the teams of a proposal, each by its own idea, so that whoever may not see that idea is told nothing. `ideaIds` narrows
 * it to some teams; `round` tells a second time from the first.
 */
export async function tellTeams(
  tx: Tx,
  ctx: Ctx,
  about: { readonly proposalId: string; readonly kind: NoticeKind; readonly round: string; readonly ideaIds?: readonly string[] },
): Promise<void> {
  const { proposalId, kind, round } = about;
  const sources = await tx
    .select({ ideaId: graftSources.ideaId })
    .from(graftSources)
    .innerJoin(ideas, eq(ideas.id, graftSources.ideaId))
    .where(eq(graftSources.proposalId, proposalId))
    .orderBy(graftSources.position);
  for (const { ideaId } of sources) {
    if (about.ideaIds && !about.ideaIds.includes(ideaId)) continue;
    const team = (await currentTeam(tx, ideaId)).map(({ personId }) => personId);
    await notifyAll(tx, ctx, team, { kind, subjectKind: "graft", subjectId: proposalId, ideaId, dedupeKey: `${proposalId}:${round}` });
  }
}
