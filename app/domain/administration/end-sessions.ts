import { eq } from "drizzle-orm";
import { people } from "#db/schema/identity";
import { deleteSessionsOf } from "../identity/session-rows";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { found } from "../kernel/errors";
import { requireAdmin } from "./guard";

/** Ends every session of somebody; an admin keeps the one they ask with. Refuses with "not_found". */
export async function endSessions(ctx: Ctx, input: { readonly personId: string; readonly keepSession: string | null }): Promise<void> {
  requireAdmin(ctx);
  const { personId, keepSession } = input;
  await ctx.store.tx(async (tx) => {
    const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.id, personId));
    found(person);
    await deleteSessionsOf(tx, personId, keepSession);
    await writeAudit(tx, ctx, { action: "person.sessions_ended", subjectKind: "person", subjectId: personId });
  });
}
