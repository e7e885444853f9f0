import { and, eq, isNull } from "drizzle-orm";
import { calendarFeeds } from "#db/schema/notifications";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";

/** Closes the actor's calendar address. Refuses with "already_done" when none is open. */
export async function closeCalendarFeed(ctx: Ctx): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    if ((await revokeFeeds(tx, ctx, personId)) === 0) throw new DomainError("already_done");
    await writeAudit(tx, ctx, { action: "calendar.closed", subjectKind: "person", subjectId: personId, fields: ["calendar"] });
  });
}

/** Ends the open addresses of a person and tells how many there were. */
export async function revokeFeeds(tx: Tx, ctx: Ctx, personId: string): Promise<number> {
  const ended = await tx
    .update(calendarFeeds)
    .set({ revokedAt: ctx.now })
    .where(and(eq(calendarFeeds.personId, personId), isNull(calendarFeeds.revokedAt)))
    .returning({ id: calendarFeeds.id });
  return ended.length;
}
