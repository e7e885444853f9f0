import { and, eq, isNull } from "drizzle-orm";
import { ideaMembers } from "#db/schema/ideas";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { demand } from "../visible";
import { proposalToActOn } from "./load";
import { settleGraft, tellTeams } from "./settle-graft";

/** Takes a proposal back, for the team that made it. Refuses with "not_found", "forbidden" (another team) or "already_done". */
export async function withdrawGraft(ctx: Ctx, proposalId: string): Promise<{ ideaId: string }> {
  const person = requirePerson(ctx);
  return ctx.store.tx(async (tx) => {
    const { row } = await proposalToActOn(tx, person, proposalId);
    const [mine] = await tx
      .select({ id: ideaMembers.id })
      .from(ideaMembers)
      .where(and(eq(ideaMembers.ideaId, row.byIdeaId), eq(ideaMembers.personId, person.personId), isNull(ideaMembers.until)));
    demand(person, mine !== undefined);
    await settleGraft(tx, ctx, proposalId, "withdrawn");
    await tellTeams(tx, ctx, { proposalId, kind: "graft_answered", round: "withdrawn" });
    return { ideaId: row.byIdeaId };
  });
}
