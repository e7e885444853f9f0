import { eq } from "drizzle-orm";
import { allotments } from "#db/schema/allotment";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import { after } from "../../kernel/time";
import type { Choice, ChoiceAct } from "./allotment";
import { DRAFT_OPEN } from "./allotment";
import { factsOf, pairKey } from "./facts";
import type { AllotmentRow } from "./rows";
import { allotmentToActOn, demandDraft, queueCompute } from "./rows";

export type AllotmentChange =
  | { readonly act: "recompute"; readonly withExperts?: boolean }
  | { readonly act: ChoiceAct; readonly ideaId: string; readonly coachId: string };

/**
 * Changes a draft: a pair chosen or ruled out by hand or left to the computation again, other coaches, or nothing but the present state of
 * things. It is to be computed anew. Refuses with "not_found", "already_done", "stale", "coach_full" (no room for what is chosen),
 * or "allotment_changed" (the pair cannot be any more).
 */
export async function changeAllotment(
  ctx: Ctx,
  allotmentId: string,
  { revision, change }: { readonly revision: number; readonly change: AllotmentChange },
): Promise<{ atOnce: boolean }> {
  const person = requirePerson(ctx);
  return ctx.store.tx(async (tx) => {
    const row = await allotmentToActOn(tx, person, allotmentId);
    demandDraft(row, revision);
    const withExperts = change.act === "recompute" ? (change.withExperts ?? row.withExperts) : row.withExperts;
    const pins = change.act === "recompute" ? row.pins : await changed(tx, ctx, row, change);
    const next = { withExperts, pins, result: null, revision: row.revision + 1, dueAt: after(ctx.now, DRAFT_OPEN), remindedAt: null };
    await tx.update(allotments).set(next).where(eq(allotments.id, row.id));
    const fields = change.act === "recompute" ? ["result"] : ["pins"];
    await writeAudit(tx, ctx, { action: "allotment.changed", subjectKind: "allotment", subjectId: row.id, fields });
    return queueCompute(tx, ctx, { ...row, ...next });
  });
}

async function changed(
  tx: Tx,
  ctx: Ctx,
  row: AllotmentRow,
  { act, ideaId, coachId }: Exclude<AllotmentChange, { act: "recompute" }>,
): Promise<Choice[]> {
  // Chosen for an idea, one coach takes the place of another; what is ruled out for it stays so.
  const others = row.pins.filter((one) => one.ideaId !== ideaId || (one.coachId !== coachId && !(act === "pin" && one.kind === "pin")));
  if (act === "release") return others;
  const facts = await factsOf(tx, row.campusId, row.withExperts, ctx.now);
  const coach = facts.coaches.find(({ id }) => id === coachId);
  if (!coach || !facts.ideas.some(({ idea }) => idea.id === ideaId)) throw new DomainError("allotment_changed");
  if (act === "pin") {
    if (facts.barred.has(pairKey(ideaId, coachId))) throw new DomainError("allotment_changed");
    const pinned = others.filter((one) => one.kind === "pin" && one.coachId === coachId && !coach.carried.includes(one.ideaId)).length;
    if (!coach.carried.includes(ideaId) && coach.carried.length + pinned >= coach.capacity) {
      throw new DomainError("coach_full", { count: coach.capacity });
    }
  }
  return [...others, { ideaId, coachId, kind: act }];
}
