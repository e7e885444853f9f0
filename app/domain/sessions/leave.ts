import { eq } from "drizzle-orm";
import { sessionSeats } from "#db/schema/sessions";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { demandPlanned, seatOf, sessionToActOn } from "./rows";
import { freeSeat, offerSeats } from "./seats";

/**
 * The actor does not come after all, leaves the waitlist, or declines the seat they were offered; a seat that comes free goes on at
 * once. Refuses with "not_found", "conflict" (cancelled, over, checked in) or "already_done" (no seat).
 */
export async function leave(ctx: Ctx, sessionId: string): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const acted = await sessionToActOn(tx, person, sessionId);
    demandPlanned(acted);
    const seat = await seatOf(tx, sessionId, person.personId);
    if (!seat || seat.state === "cancelled" || seat.state === "expired") throw new DomainError("already_done");
    if (seat.state === "present" || seat.state === "absent") throw new DomainError("conflict");
    await tx.update(sessionSeats).set({ state: "cancelled", at: ctx.now, offeredUntil: null }).where(eq(sessionSeats.id, seat.id));
    if (seat.state !== "waiting") {
      await freeSeat(tx, sessionId);
      await offerSeats(tx, ctx, acted);
    }
    await writeAudit(tx, ctx, { action: "session.left", subjectKind: "session", subjectId: sessionId, fields: ["seat"] });
  });
}
