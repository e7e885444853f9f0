import { eq } from "drizzle-orm";
import { actions } from "#db/schema/coaching";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { actionToActOn, demandDue } from "./action-rows";

/** Gives an open promise another day; team and coach may. Refuses with "not_found", "invalid" (day) or "conflict" (done already). */
export async function moveActionDue(ctx: Ctx, actionId: string, dueDay: string): Promise<{ sessionId: string }> {
  const person = requirePerson(ctx);
  return ctx.store.tx(async (tx) => {
    const { session, action, zone } = await actionToActOn(tx, person, actionId);
    if (action.doneAt !== null) throw new DomainError("conflict");
    demandDue(ctx, zone, dueDay);
    await tx.update(actions).set({ dueDay }).where(eq(actions.id, actionId));
    await writeAudit(tx, ctx, { action: "action.due_moved", subjectKind: "action", subjectId: actionId, fields: ["due"] });
    return { sessionId: session.id };
  });
}
