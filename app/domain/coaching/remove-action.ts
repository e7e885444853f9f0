import { eq } from "drizzle-orm";
import { actions } from "#db/schema/coaching";
import { demand } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { actionToActOn } from "./action-rows";

/** Takes a promise off the list; its row stays. Whoever wrote it down or would do it may. Refuses with "not_found" or "forbidden". */
export async function removeAction(ctx: Ctx, actionId: string): Promise<{ sessionId: string }> {
  const person = requirePerson(ctx);
  return ctx.store.tx(async (tx) => {
    const { session, action } = await actionToActOn(tx, person, actionId);
    demand(person, action.createdBy === person.personId || action.ownerId === person.personId);
    await tx.update(actions).set({ removedAt: ctx.now }).where(eq(actions.id, actionId));
    await writeAudit(tx, ctx, { action: "action.removed", subjectKind: "action", subjectId: actionId });
    return { sessionId: session.id };
  });
}
