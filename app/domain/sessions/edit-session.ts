import { and, eq, lte } from "drizzle-orm";
import { coachingSessions } from "#db/schema/coaching";
import { groupSessions } from "#db/schema/sessions";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { release } from "../scheduling/release";
import { holdRoom, whenOf } from "./hold-room";
import { ownColumns } from "./plan-session";
import { demandPlanned, sessionToRun } from "./rows";
import { offerSeats } from "./seats";
import type { SessionWish } from "./session";
import { personsIn, tell } from "./tell";

/**
 * Changes a session that has not begun; room and coach move with it or nothing changes, and who comes or waits is told of another time
 * or place. Kind and campus stay. Refuses with "not_found", "forbidden", "conflict" (begun, cancelled), "invalid" (fewer seats than are
 * taken), "slot_taken", "closed", or what `whenOf` refuses.
 */
export async function editSession(ctx: Ctx, sessionId: string, wish: SessionWish): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const acted = await sessionToRun(tx, person, sessionId);
    demandPlanned(acted);
    const { session, group, campus } = acted;
    if (group.run !== "before" || ctx.now >= session.from) throw new DomainError("conflict", { state: group.run });
    // A session without rounds gets none by sending them.
    const input: SessionWish = group.rounds === 0 ? { ...wish, rounds: 0 } : { ...wish, rounds: Math.max(1, wish.rounds) };
    const { closesAt, ...range } = whenOf(ctx, campus.zone, input);
    const changed = await tx
      .update(groupSessions)
      .set({ ...ownColumns(input), closesAt })
      .where(and(eq(groupSessions.sessionId, sessionId), lte(groupSessions.taken, input.seats)))
      .returning({ id: groupSessions.sessionId });
    if (changed.length === 0) throw new DomainError("invalid", { field: "seats", message: "sessions.field.seats_taken" });
    const { title, place, seats } = input;
    const resourceId = input.resourceId || null;
    const lang = input.languages[0] ?? session.lang;
    await tx
      .update(coachingSessions)
      .set({ title, place, seats, resourceId, lang, ...range })
      .where(eq(coachingSessions.id, sessionId));
    await release(tx, "session", sessionId);
    await holdRoom(tx, { sessionId, campusId: campus.id, coachId: session.coachId, resourceId: input.resourceId }, range);
    const elsewhere = place !== session.place || resourceId !== session.resourceId;
    const moved = elsewhere || range.from.getTime() !== session.from.getTime() || range.until.getTime() !== session.until.getTime();
    if (moved) {
      const told = await personsIn(tx, sessionId, ["coming", "offered", "waiting"]);
      await tell(tx, ctx, told, { kind: "session_moved", sessionId, stamp: String(ctx.now.getTime()) });
    }
    await offerSeats(tx, ctx, { session: { ...session, ...range } });
    await writeAudit(tx, ctx, {
      action: "session.edited",
      subjectKind: "session",
      subjectId: sessionId,
      fields: moved ? ["from", "room"] : ["text"],
    });
  });
}
