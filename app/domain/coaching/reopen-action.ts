import { eq } from "drizzle-orm";
import { actions } from "#db/schema/coaching";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { actionToActOn } from "./action-rows";

/** Opens a promise again; team and coach may. Refuses with "not_found". */
export async function reopenAction(ctx: Ctx, actionId: string): Promise<{ sessionId: string }> {
  const person = requirePerson(ctx);
  return ctx.store.tx(async (tx) => {
    const { session, action } = await actionToActOn(tx, person, actionId);
    if (action.doneAt === null) return { sessionId: session.id };
    await tx.update(actions).set({ doneAt: null }).where(eq(actions.id, actionId));
    await writeAudit(tx, ctx, { action: "action.reopened", subjectKind: "action", subjectId: actionId, fields: ["done"] });
    return { sessionId: session.id };
  });
}
