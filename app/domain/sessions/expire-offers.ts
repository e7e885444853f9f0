import { and, eq, gt, inArray, isNull, lt, lte, sql } from "drizzle-orm";
import { coachingSessions } from "#db/schema/coaching";
import { groupSessions, sessionSeats } from "#db/schema/sessions";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { after } from "../kernel/time";
import { sessionById } from "./rows";
import { freeSeat, offerSeats } from "./seats";
import { OFFER_REMIND_BEFORE } from "./session";
import { tell } from "./tell";

/**
 * Ends the offers that nobody took in time, and offers the seats to who waits next; who has six hours left is reminded once. Runs every
 * hour and bears being run again.
 */
export async function expireOffers(ctx: Ctx): Promise<{ expired: number }> {
  const due = await ctx.store.db
    .select({ id: sessionSeats.id, sessionId: sessionSeats.sessionId })
    .from(sessionSeats)
    .where(and(eq(sessionSeats.state, "offered"), lte(sessionSeats.offeredUntil, ctx.now)))
    .orderBy(sessionSeats.queuedAt, sessionSeats.id);
  let expired = 0;
  for (const { id, sessionId } of due) {
    expired += await ctx.store.tx(async (tx) => {
      const [ended] = await tx
        .update(sessionSeats)
        .set({ state: "expired", at: ctx.now, offeredUntil: null })
        .where(and(eq(sessionSeats.id, id), eq(sessionSeats.state, "offered"), lte(sessionSeats.offeredUntil, ctx.now)))
        .returning({ id: sessionSeats.id });
      const acted = ended && (await sessionById(tx, sessionId));
      if (!acted) return 0;
      await freeSeat(tx, sessionId);
      await offerSeats(tx, ctx, acted);
      await writeAudit(tx, ctx, { action: "session.offer_expired", subjectKind: "session", subjectId: sessionId, fields: ["seat"] });
      return 1;
    });
  }
  await offerWhatIsFree(ctx);
  await remindOfOffers(ctx);
  return { expired };
}

/** Tells who is offered a seat once more, before it goes on; not of an offer that was shorter than that. */
async function remindOfOffers(ctx: Ctx): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const due = await tx
      .update(sessionSeats)
      .set({ remindedAt: ctx.now })
      .where(
        and(
          eq(sessionSeats.state, "offered"),
          isNull(sessionSeats.remindedAt),
          gt(sessionSeats.offeredUntil, ctx.now),
          lte(sessionSeats.offeredUntil, after(ctx.now, OFFER_REMIND_BEFORE)),
          sql`${sessionSeats.at} + ${OFFER_REMIND_BEFORE} < ${sessionSeats.offeredUntil}`,
        ),
      )
      .returning({ sessionId: sessionSeats.sessionId, personId: sessionSeats.personId, until: sessionSeats.offeredUntil });
    for (const { sessionId, personId, until } of due) {
      await tell(tx, ctx, [personId], { kind: "session_offered", sessionId, stamp: `again:${until?.getTime() ?? 0}` });
    }
  });
}

/** Seats that came free in another way, such as by an erasure, go to who waits, too. */
async function offerWhatIsFree(ctx: Ctx): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const waiting = tx.select({ id: sessionSeats.sessionId }).from(sessionSeats).where(eq(sessionSeats.state, "waiting"));
    const free = await tx
      .select({ session: coachingSessions })
      .from(groupSessions)
      .innerJoin(coachingSessions, eq(coachingSessions.id, groupSessions.sessionId))
      .where(
        and(
          eq(coachingSessions.state, "planned"),
          gt(coachingSessions.from, ctx.now),
          lt(groupSessions.taken, groupSessions.seats),
          inArray(groupSessions.sessionId, waiting),
        ),
      );
    for (const acted of free) await offerSeats(tx, ctx, acted);
  });
}
