import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { deleteSessionsOf } from "./session-rows";

/** Ends every session of the person who acts but the one named by its public id. */
export async function revokeOtherSessions(ctx: Ctx, keepSession: string | null): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    await deleteSessionsOf(tx, personId, keepSession);
    await writeAudit(tx, ctx, { action: "session.others_revoked", subjectKind: "person", subjectId: personId });
  });
}
