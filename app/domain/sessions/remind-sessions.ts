import { and, eq, gt, isNull, lte, sql } from "drizzle-orm";
import { coachingSessions } from "#db/schema/coaching";
import { groupSessions, sessionSeats } from "#db/schema/sessions";
import type { Ctx } from "../kernel/context";
import { after, hours } from "../kernel/time";
import { REMIND_BEFORE } from "./session";
import { tell } from "./tell";

/** Reminds everybody who comes of the sessions of the coming day, once; who registered shortly before has just heard of it. Runs every hour. */
export async function remindSessions(ctx: Ctx): Promise<{ reminded: number }> {
  return ctx.store.tx(async (tx) => {
    const rows = await tx
      .select({ id: sessionSeats.id, personId: sessionSeats.personId, sessionId: sessionSeats.sessionId, from: coachingSessions.from })
      .from(sessionSeats)
      .innerJoin(groupSessions, eq(groupSessions.sessionId, sessionSeats.sessionId))
      .innerJoin(coachingSessions, eq(coachingSessions.id, groupSessions.sessionId))
      .where(
        and(
          eq(sessionSeats.state, "coming"),
          isNull(sessionSeats.remindedAt),
          eq(coachingSessions.state, "planned"),
          gt(coachingSessions.from, ctx.now),
          lte(coachingSessions.from, after(ctx.now, REMIND_BEFORE)),
          sql`${sessionSeats.queuedAt} < ${coachingSessions.from} - ${REMIND_BEFORE + hours(2)}`,
        ),
      );
    for (const { id, personId, sessionId, from } of rows) {
      await tell(tx, ctx, [personId], { kind: "session_soon", sessionId, stamp: String(from.getTime()) });
      await tx.update(sessionSeats).set({ remindedAt: ctx.now }).where(eq(sessionSeats.id, id));
    }
    return { reminded: rows.length };
  });
}
