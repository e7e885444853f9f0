import { and, eq, isNull } from "drizzle-orm";
import { availability } from "#db/schema/coaching";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { found } from "../kernel/errors";

/** Ends hours of the actor from now on; talks booked in them stay. Refuses with "not_found" (not theirs, or ended already). */
export async function removeAvailability(ctx: Ctx, availabilityId: string): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const [ended] = await tx
      .update(availability)
      .set({ removedAt: ctx.now })
      .where(and(eq(availability.id, availabilityId), eq(availability.coachId, personId), isNull(availability.removedAt)))
      .returning({ id: availability.id });
    found(ended);
    await writeAudit(tx, ctx, { action: "availability.removed", subjectKind: "availability", subjectId: availabilityId });
  });
}
