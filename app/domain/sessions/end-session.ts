import { and, eq, inArray, lte, ne } from "drizzle-orm";
import { coachingSessions } from "#db/schema/coaching";
import { groupSessions, sessionSeats } from "#db/schema/sessions";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import type { Tx } from "../kernel/store";
import { after } from "../kernel/time";
import { release } from "../scheduling/release";
import { demandPlanned, sessionToRun } from "./rows";
import { OVER_AFTER } from "./session";
import { closeBoards } from "./session-board";
import { tell } from "./tell";

/**
 * Ends a session, also before its last round; who registered and was not there was absent, and the room is free again. Refuses with
 * "not_found", "forbidden", "conflict" (over, cancelled) or "not_yet" (it has not begun).
 */
export async function endSession(ctx: Ctx, sessionId: string): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const acted = await sessionToRun(tx, person, sessionId);
    demandPlanned(acted);
    if (acted.group.run === "before" && ctx.now < acted.session.from) throw new DomainError("not_yet");
    await close(tx, ctx, sessionId);
  });
}

/** Ends the sessions that nobody ended, 12 hours after their time, and boards a week after their end. Runs every hour and bears being run again. */
export async function closeSessions(ctx: Ctx): Promise<{ closed: number }> {
  return ctx.store.tx(async (tx) => {
    const due = await tx
      .select({ id: coachingSessions.id })
      .from(coachingSessions)
      .innerJoin(groupSessions, eq(groupSessions.sessionId, coachingSessions.id))
      .where(
        and(eq(coachingSessions.state, "planned"), ne(groupSessions.run, "over"), lte(coachingSessions.until, after(ctx.now, -OVER_AFTER))),
      );
    for (const { id } of due) await close(tx, ctx, id);
    await tellOfCancelled(tx, ctx);
    await closeBoards(tx, ctx);
    return { closed: due.length };
  });
}

/** A session that was cancelled because its coach left for good: whoever was to come is told, once. */
async function tellOfCancelled(tx: Tx, ctx: Ctx): Promise<void> {
  const held = ["coming", "waiting", "offered"] as const;
  const rows = await tx
    .select({ id: sessionSeats.id, sessionId: sessionSeats.sessionId, personId: sessionSeats.personId })
    .from(sessionSeats)
    .innerJoin(coachingSessions, eq(coachingSessions.id, sessionSeats.sessionId))
    .where(and(eq(coachingSessions.state, "cancelled"), inArray(sessionSeats.state, [...held])));
  for (const { id, sessionId, personId } of rows) {
    await tx.update(sessionSeats).set({ state: "cancelled", at: ctx.now, offeredUntil: null }).where(eq(sessionSeats.id, id));
    await tell(tx, ctx, [personId], { kind: "session_cancelled", sessionId, stamp: "cancelled" });
  }
}

async function close(tx: Tx, ctx: Ctx, sessionId: string): Promise<void> {
  await tx.update(groupSessions).set({ run: "over", roundEndsAt: null, endedAt: ctx.now }).where(eq(groupSessions.sessionId, sessionId));
  await tx.update(coachingSessions).set({ state: "held" }).where(eq(coachingSessions.id, sessionId));
  const end = (from: readonly ("coming" | "waiting" | "offered")[], state: "absent" | "expired") =>
    tx
      .update(sessionSeats)
      .set({ state, at: ctx.now, offeredUntil: null })
      .where(and(eq(sessionSeats.sessionId, sessionId), inArray(sessionSeats.state, [...from])));
  await end(["coming"], "absent");
  await end(["waiting", "offered"], "expired");
  await release(tx, "session", sessionId);
  await touchPages(tx, [`session:${sessionId}`]);
  await writeAudit(tx, ctx, { action: "session.ended", subjectKind: "session", subjectId: sessionId, fields: ["run", "state"] });
}
