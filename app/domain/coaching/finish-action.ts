import { eq } from "drizzle-orm";
import { actions } from "#db/schema/coaching";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { actionToActOn } from "./action-rows";

/** Says that a promise is kept; team and coach may. One that is done stays as it was. Refuses with "not_found". */
export async function finishAction(ctx: Ctx, actionId: string): Promise<{ sessionId: string }> {
  const person = requirePerson(ctx);
  return ctx.store.tx(async (tx) => {
    const { session, action } = await actionToActOn(tx, person, actionId);
    if (action.doneAt !== null) return { sessionId: session.id };
    await tx.update(actions).set({ doneAt: ctx.now }).where(eq(actions.id, actionId));
    await writeAudit(tx, ctx, { action: "action.finished", subjectKind: "action", subjectId: actionId, fields: ["done"] });
    return { sessionId: session.id };
  });
}
