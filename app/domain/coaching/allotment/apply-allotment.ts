import { and, eq, inArray, isNull } from "drizzle-orm";
import { allotments, coachRelations } from "#db/schema/allotment";
import { isOpenRung } from "../../ideas/idea";
import { touchIdeaPages } from "../../ideas/write-audience";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import type { Loaded } from "../../matching/load-sides";
import { notify, notifyAll } from "../../notifications/notify";
import { changesOf } from "./changes";
import { factsOf } from "./facts";
import { allotmentToActOn, demandDraft } from "./rows";

/**
 * Gives every idea of a draft its coach, all in one transaction, and tells the teams and the coaches. Everything is asked anew: that the ideas
 * still wait, that the coaches still coach and have room, that nobody said no. Refuses with "not_found", "already_done", "stale" (changed
 * meanwhile), "not_yet" (not computed, or nothing to give) or "allotment_changed" with how many pairs cannot be; then the draft stays as it is.
 */
export async function applyAllotment(
  ctx: Ctx,
  allotmentId: string,
  { revision }: { readonly revision: number },
): Promise<{ given: number }> {
  const person = requirePerson(ctx);
  return ctx.store.tx(async (tx) => {
    const row = await allotmentToActOn(tx, person, allotmentId);
    demandDraft(row, revision);
    if (row.result === null || row.result.pairs.length === 0) throw new DomainError("not_yet");
    const facts = await factsOf(tx, row.campusId, row.withExperts, ctx.now);
    const changes = changesOf(facts, row.result, new Set());
    if (changes.size > 0) throw new DomainError("allotment_changed", { count: changes.size });
    const [closed] = await tx
      .update(allotments)
      .set({ state: "applied", openKey: null, closedAt: ctx.now, closedBy: person.personId })
      .where(and(eq(allotments.id, row.id), eq(allotments.state, "draft"), eq(allotments.revision, revision)))
      .returning({ id: allotments.id });
    if (!closed) throw new DomainError("already_done");
    await endGone(
      tx,
      ctx,
      row.result.pairs.map(({ ideaId }) => ideaId),
    );
    const ideas = new Map(facts.ideas.map((one) => [one.idea.id, one]));
    for (const { ideaId, coachId } of row.result.pairs) {
      const loaded = ideas.get(ideaId);
      if (loaded) await give(tx, ctx, { loaded, coachId, allotmentId: row.id, by: person.personId });
    }
    await writeAudit(tx, ctx, { action: "allotment.applied", subjectKind: "allotment", subjectId: row.id, fields: ["state"] });
    return { given: row.result.pairs.length };
  });
}

/** Relations to somebody who cannot coach any more make room for the new ones. */
async function endGone(tx: Tx, ctx: Ctx, ideaIds: readonly string[]): Promise<void> {
  await tx
    .update(coachRelations)
    .set({ until: ctx.now, openKey: null, endedAs: "gone", endedBy: ctx.actor.personId })
    .where(and(inArray(coachRelations.ideaId, [...ideaIds]), isNull(coachRelations.until)));
}

interface Given {
  readonly loaded: Loaded;
  readonly coachId: string;
  readonly allotmentId: string;
  readonly by: string;
}

async function give(tx: Tx, ctx: Ctx, { loaded, coachId, allotmentId, by }: Given): Promise<void> {
  const { idea, team } = loaded;
  const relationId = ctx.newId();
  const [made] = await tx
    .insert(coachRelations)
    .values({ id: relationId, ideaId: idea.id, coachId, openKey: idea.id, from: ctx.now, byPersonId: by, allotmentId })
    .onConflictDoNothing()
    .returning({ id: coachRelations.id });
  if (!made) throw new DomainError("allotment_changed", { count: 1 });
  const members = team.map(({ personId }) => personId);
  await notifyAll(tx, ctx, members, { kind: "coach_given", subjectKind: "idea", subjectId: idea.id, dedupeKey: relationId });
  // Of an idea that its team keeps closed the coach learns no more than that it is there.
  const seen = isOpenRung(idea.visibility);
  await notify(tx, ctx, {
    personId: coachId,
    kind: seen ? "idea_given" : "idea_given_closed",
    subjectKind: "coach_relation",
    subjectId: relationId,
    dedupeKey: relationId,
    ...(seen ? { ideaId: idea.id } : {}),
  });
  await touchIdeaPages(tx, idea.id, false);
  await writeAudit(tx, ctx, { action: "coach.given", subjectKind: "idea", subjectId: idea.id, fields: ["coach"] });
}
