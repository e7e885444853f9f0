import { and, asc, eq, lt, sql } from "drizzle-orm";
import { groupSessions, sessionSeats } from "#db/schema/sessions";
import type { Ctx } from "../kernel/context";
import type { Tx } from "../kernel/store";
import type { ActedSession } from "./rows";
import { offerEnd } from "./session";
import { tell } from "./tell";

/** Takes one seat when one is left: the update and the check of the database decide, not what was read before. */
export async function takeSeat(tx: Tx, sessionId: string): Promise<boolean> {
  const taken = await tx
    .update(groupSessions)
    .set({ taken: sql`${groupSessions.taken} + 1` })
    .where(and(eq(groupSessions.sessionId, sessionId), lt(groupSessions.taken, groupSessions.seats)))
    .returning({ taken: groupSessions.taken });
  return taken.length > 0;
}

/** Gives one seat back. */
export async function freeSeat(tx: Tx, sessionId: string): Promise<void> {
  await tx
    .update(groupSessions)
    .set({ taken: sql`${groupSessions.taken} - 1` })
    .where(and(eq(groupSessions.sessionId, sessionId), sql`${groupSessions.taken} > 0`));
}

type Offered = Pick<ActedSession, "session">;

/**
 * Offers every free seat to who waits longest, one person a seat, each with an end. From two hours before the beginning nothing
 * is offered: whoever stands at the door is let in by the coach. Returns how many were offered.
 */
export async function offerSeats(tx: Tx, ctx: Ctx, { session }: Offered): Promise<number> {
  const until = offerEnd(ctx.now, session.from);
  if (until === null || session.state !== "planned") return 0;
  let offered = 0;
  for (;;) {
    const next = await firstWaiting(tx, session.id);
    if (!next || !(await takeSeat(tx, session.id))) return offered;
    await tx.update(sessionSeats).set({ state: "offered", at: ctx.now, offeredUntil: until }).where(eq(sessionSeats.id, next.id));
    await tell(tx, ctx, [next.personId], { kind: "session_offered", sessionId: session.id, stamp: String(ctx.now.getTime()) });
    offered += 1;
  }
}

async function firstWaiting(tx: Tx, sessionId: string) {
  const [row] = await tx
    .select({ id: sessionSeats.id, personId: sessionSeats.personId })
    .from(sessionSeats)
    .where(and(eq(sessionSeats.sessionId, sessionId), eq(sessionSeats.state, "waiting")))
    .orderBy(asc(sessionSeats.queuedAt), asc(sessionSeats.id))
    .limit(1);
  return row;
}
