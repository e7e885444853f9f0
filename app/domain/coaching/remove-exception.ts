import { and, eq } from "drizzle-orm";
import { availabilityExceptions } from "#db/schema/coaching";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { found } from "../kernel/errors";

/** Takes an exception of the actor away; talks booked in it stay. Refuses with "not_found". */
export async function removeException(ctx: Ctx, exceptionId: string): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const [gone] = await tx
      .delete(availabilityExceptions)
      .where(and(eq(availabilityExceptions.id, exceptionId), eq(availabilityExceptions.coachId, personId)))
      .returning({ id: availabilityExceptions.id });
    found(gone);
    await writeAudit(tx, ctx, { action: "exception.removed", subjectKind: "availability", subjectId: exceptionId });
  });
}
