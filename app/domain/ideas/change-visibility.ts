import { and, eq, isNull, ne } from "drizzle-orm";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { graftProposals } from "#db/schema/lineage";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import type { MatchConsent, Visibility } from "./idea";
import { VISIBILITIES } from "./idea";
import { canOpen } from "./policy";
import type { ActedIdea } from "./visible";
import { demand, demandActive, ideaToActOn } from "./visible";
import { writeAudience } from "./write-audience";

/**
 * Changes who may see an idea, and how it may be matched. Only an owner may. An idea with team members who are not owners
 * cannot become private ("conflict", reason "team"): nobody is shut out of their own idea. A graft is opened no wider than all
 * its teams agreed ("graft_agreed").
 */
export async function changeVisibility(
  ctx: Ctx,
  ideaId: string,
  input: { visibility: Visibility; matchConsent: MatchConsent },
): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const acted = await ideaToActOn(tx, person, ideaId);
    demandActive(acted.idea);
    demand(person, canOpen(person, acted.facts));
    if (await applyVisibility(tx, ctx, acted, input.visibility, input.matchConsent)) await writeAudience(tx, ideaId);
  });
}

/** Writes rung and consent when one differs, with the trail; the caller rewrites the audience when this returns true. */
export async function applyVisibility(
  tx: Tx,
  ctx: Ctx,
  acted: ActedIdea,
  visibility: Visibility,
  matchConsent: MatchConsent,
): Promise<boolean> {
  const { idea } = acted;
  const fields = [
    ...(visibility === idea.visibility ? [] : ["visibility"]),
    ...(matchConsent === idea.matchConsent ? [] : ["match_consent"]),
  ];
  if (fields.length === 0) return false;
  demand(ctx.actor, canOpen(ctx.actor, acted.facts));
  if (visibility === "private" && idea.visibility !== "private") await refuseShuttingOut(tx, idea.id);
  if (VISIBILITIES.indexOf(visibility) > VISIBILITIES.indexOf(idea.visibility)) await refuseBeyondAgreed(tx, idea.id, visibility);
  await tx.update(ideas).set({ visibility, matchConsent }).where(eq(ideas.id, idea.id));
  await writeAudit(tx, ctx, { action: "idea.visibility_changed", subjectKind: "idea", subjectId: idea.id, fields });
  return true;
}

async function refuseShuttingOut(tx: Tx, ideaId: string): Promise<void> {
  const [other] = await tx
    .select({ id: ideaMembers.id })
    .from(ideaMembers)
    .where(and(eq(ideaMembers.ideaId, ideaId), isNull(ideaMembers.until), ne(ideaMembers.role, "owner")))
    .limit(1);
  if (other) throw new DomainError("conflict", { reason: "team" });
}

/** What the teams of a graft agreed to holds for whoever owns it afterwards. */
async function refuseBeyondAgreed(tx: Tx, ideaId: string, visibility: Visibility): Promise<void> {
  const [agreed] = await tx
    .select({ visibility: graftProposals.visibility })
    .from(graftProposals)
    .where(and(eq(graftProposals.childId, ideaId), eq(graftProposals.state, "accepted")));
  if (agreed && VISIBILITIES.indexOf(visibility) > VISIBILITIES.indexOf(agreed.visibility)) throw new DomainError("graft_agreed");
}
