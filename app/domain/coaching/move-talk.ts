import { and, eq } from "drizzle-orm";
import { campuses } from "#db/schema/campus";
import { coachingSessions } from "#db/schema/coaching";
import { demand } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { after } from "../kernel/time";
import { occupy } from "../scheduling/occupy";
import { release } from "../scheduling/release";
import { demandAhead } from "./book-talk";
import { BOOK_AHEAD_MIN } from "./coaching";
import { slotAtMoment } from "./hours-rows";
import { mailTalk } from "./mail-talk";
import { canChangeSession, canTakePart, isItsCoach } from "./policy";
import { coachOfCampus, sessionToActOn } from "./session-rows";

/**
 * Moves a talk to another slot of the same coach, atomically: when the new hour is taken, the old one stays. Its own slot changes
 * nothing. The team moves until 2 hours before, the coach until it begins. Refuses with "not_found", "forbidden", "conflict" (not planned any
 * more), "too_late", "too_early", "not_available" or "slot_taken".
 */
export async function moveTalk(ctx: Ctx, sessionId: string, slot: Date): Promise<void> {
  const person = requirePerson(ctx);
  demandAhead(ctx.now, slot);
  await ctx.store.tx(async (tx) => {
    const { session, facts, partakers } = await sessionToActOn(tx, person, sessionId);
    demand(person, canTakePart(person, facts));
    if (!canChangeSession(person, facts)) throw new DomainError("conflict", { state: session.state });
    const lastMoment = isItsCoach(person, facts) ? session.from : after(session.from, -BOOK_AHEAD_MIN);
    if (ctx.now > lastMoment) throw new DomainError("too_late");
    if (session.from.getTime() === slot.getTime()) return;
    await coachOfCampus(tx, session.coachId, session.campusId, ctx.now);
    const [campus] = await tx.select({ id: campuses.id, zone: campuses.zone }).from(campuses).where(eq(campuses.id, session.campusId));
    const next = await slotAtMoment(tx, found(campus), session.coachId, slot);
    if (!next) throw new DomainError("not_available");
    const { from, until } = next;
    await release(tx, "session", sessionId);
    await occupy(tx, { subjectId: session.coachId, capacity: 1, from, until, holderKind: "session", holderId: sessionId });
    const moved = await tx
      .update(coachingSessions)
      .set({ from, until })
      .where(and(eq(coachingSessions.id, sessionId), eq(coachingSessions.state, "planned")))
      .returning({ id: coachingSessions.id });
    if (moved.length === 0) throw new DomainError("conflict");
    await mailTalk(tx, ctx, "talk_moved", { session: { ...session, from }, partakers });
    await writeAudit(tx, ctx, { action: "talk.moved", subjectKind: "session", subjectId: sessionId, fields: ["from", "until"] });
  });
}
