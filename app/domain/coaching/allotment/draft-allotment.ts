import { allotments } from "#db/schema/allotment";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { after } from "../../kernel/time";
import { isId } from "../../ideas/visible";
import { DRAFT_OPEN } from "./allotment";
import { canAllot } from "./policy";
import { openDraft, queueCompute } from "./rows";

/**
 * Begins a draft for a campus, still to be computed (`computeAllotment`, at once when `atOnce` says so). Where there is a draft already, that
 * one is given: two people who begin at the same moment work on the same one. Refuses with "not_found" for who coaches nothing there.
 */
export async function draftAllotment(
  ctx: Ctx,
  input: { readonly campusId: string; readonly withExperts: boolean },
): Promise<{ allotmentId: string; atOnce: boolean }> {
  const person = requirePerson(ctx);
  const { campusId, withExperts } = input;
  if (!isId(campusId) || !canAllot(person, campusId)) throw new DomainError("not_found");
  return ctx.store.tx(async (tx) => {
    const [row] = await tx
      .insert(allotments)
      .values({
        id: ctx.newId(),
        campusId,
        openKey: campusId,
        state: "draft",
        withExperts,
        pins: [],
        result: null,
        revision: 1,
        byPersonId: person.personId,
        at: ctx.now,
        dueAt: after(ctx.now, DRAFT_OPEN),
      })
      .onConflictDoNothing()
      .returning();
    if (!row) {
      const there = await openDraft(tx, campusId);
      if (!there) throw new DomainError("stale");
      return { allotmentId: there.id, atOnce: there.result === null };
    }
    await writeAudit(tx, ctx, { action: "allotment.drafted", subjectKind: "allotment", subjectId: row.id, fields: ["with_experts"] });
    return { allotmentId: row.id, ...(await queueCompute(tx, ctx, row)) };
  });
}
