import { and, eq, gt } from "drizzle-orm";
import { graftProposals, graftSources } from "#db/schema/lineage";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import { clean } from "../../kernel/text";
import { demand, demandActive, ideaToActOn } from "../visible";
import { GRAFT_REASON_MAX, opensWider } from "./graft";
import { loadSources, proposalToActOn, refuseUnseenWords } from "./load";
import { makeGraft } from "./make-graft";
import { saysYes, toOpened } from "./propose-graft";
import { settleGraft, tellTeams } from "./settle-graft";

export interface GraftAnswer {
  /** The idea for whose team the actor answers. */
  readonly ideaId: string;
  readonly answer: "yes" | "no";
  readonly reason: string;
}

/**
 * Answers a proposal for the team of one of its ideas. With the last yes it is grafted (`childId`); one no ends it. Refuses with
 * "not_found" (in none of the teams), "forbidden" (not in this team, or it opens the idea wider and they are not its owner),
 * "already_done" (answered, ended, or past its date), "conflict" (an idea is not active any more, or the proposal was hidden) and "team_changed".
 */
export async function answerGraft(ctx: Ctx, proposalId: string, input: GraftAnswer): Promise<{ childId: string | null }> {
  const person = requirePerson(ctx);
  const reason = clean(input.reason);
  if (reason.length > GRAFT_REASON_MAX) throw new DomainError("invalid", { field: "reason", max: GRAFT_REASON_MAX });
  return ctx.store.tx(async (tx) => {
    const { row, sources } = await proposalToActOn(tx, person, proposalId);
    const asked = found(sources.find(({ ideaId }) => ideaId === input.ideaId));
    const { facts } = await ideaToActOn(tx, person, input.ideaId);
    demand(person, facts.membership !== null);
    await holdOpen(tx, ctx, proposalId);
    if (asked.answer !== "waiting") throw new DomainError("already_done");
    const loaded = await loadSources(
      tx,
      sources.map(({ ideaId }) => ideaId),
    );
    await refuseUnseenWords(tx, loaded, "reason", reason);
    if (input.answer === "no") {
      await writeAnswer(tx, ctx, proposalId, input.ideaId, "no", reason);
      await settleGraft(tx, ctx, proposalId, "declined");
      await tellTeams(tx, ctx, { proposalId, kind: "graft_answered", round: "declined" });
      return { childId: null };
    }
    if (row.hiddenAt !== null) throw new DomainError("conflict", { reason: "hidden" });
    for (const { idea } of loaded) demandActive(idea);
    const home = found(loaded.find(({ idea }) => idea.id === row.byIdeaId));
    const own = found(loaded.find(({ idea }) => idea.id === input.ideaId));
    const wider = opensWider({ visibility: row.visibility, campusId: home.idea.homeCampusId }, toOpened(own));
    demand(person, saysYes(person, own, wider));
    await writeAnswer(tx, ctx, proposalId, input.ideaId, "yes", reason);
    const proposal = await proposalToActOn(tx, person, proposalId);
    if (proposal.sources.every(({ answer }) => answer === "yes")) return { childId: await makeGraft(tx, ctx, proposal) };
    await tellTeams(tx, ctx, { proposalId, kind: "graft_answered", round: `yes:${input.ideaId}`, ideaIds: [row.byIdeaId] });
    return { childId: null };
  });
}

/** Holds the row of an open proposal, so that two teams who answer at once answer one after the other. Refuses with "already_done". */
async function holdOpen(tx: Tx, ctx: Ctx, proposalId: string): Promise<void> {
  const [held] = await tx
    .update(graftProposals)
    .set({ state: "open" })
    .where(and(eq(graftProposals.id, proposalId), eq(graftProposals.state, "open"), gt(graftProposals.dueAt, ctx.now)))
    .returning({ id: graftProposals.id });
  if (!held) throw new DomainError("already_done");
}

async function writeAnswer(tx: Tx, ctx: Ctx, proposalId: string, ideaId: string, answer: "yes" | "no", reason: string): Promise<void> {
  const [written] = await tx
    .update(graftSources)
    .set({ answer, answeredBy: ctx.actor.personId, answeredAt: ctx.now, reason })
    .where(and(eq(graftSources.proposalId, proposalId), eq(graftSources.ideaId, ideaId), eq(graftSources.answer, "waiting")))
    .returning({ ideaId: graftSources.ideaId });
  if (!written) throw new DomainError("already_done");
  await writeAudit(tx, ctx, { action: "graft.answered", subjectKind: "graft", subjectId: proposalId, fields: [answer], detail: ideaId });
}
