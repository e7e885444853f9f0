import { and, eq, inArray } from "drizzle-orm";
import { coachingSessions } from "#db/schema/coaching";
import { groupSessions, sessionSeats } from "#db/schema/sessions";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { clean } from "../kernel/text";
import { release } from "../scheduling/release";
import { demandPlanned, sessionToRun } from "./rows";
import { REASON_MAX } from "./session";
import { personsIn, tell } from "./tell";

/**
 * Cancels a session that was not started, with a reason that everybody who comes or waits is told; room and coach are free again.
 * Refuses with "not_found", "forbidden", "invalid" (no reason) or "conflict" (started, over, cancelled).
 */
export async function cancelSession(ctx: Ctx, sessionId: string, input: { readonly reason: string }): Promise<void> {
  const person = requirePerson(ctx);
  const reason = clean(input.reason);
  if (reason === "" || reason.length > REASON_MAX) throw new DomainError("invalid", { field: "reason", max: REASON_MAX });
  await ctx.store.tx(async (tx) => {
    const acted = await sessionToRun(tx, person, sessionId);
    demandPlanned(acted);
    if (acted.group.run !== "before") throw new DomainError("conflict", { state: acted.group.run });
    const told = await personsIn(tx, sessionId, ["coming", "present", "offered", "waiting"]);
    await tx
      .update(coachingSessions)
      .set({ state: "cancelled", cancelledAt: ctx.now, cancelledBy: person.personId, cancelReason: reason })
      .where(and(eq(coachingSessions.id, sessionId), eq(coachingSessions.state, "planned")));
    await tx.update(groupSessions).set({ run: "over", endedAt: ctx.now, taken: 0 }).where(eq(groupSessions.sessionId, sessionId));
    await tx
      .update(sessionSeats)
      .set({ state: "cancelled", at: ctx.now, offeredUntil: null })
      .where(and(eq(sessionSeats.sessionId, sessionId), inArray(sessionSeats.state, ["coming", "present", "offered", "waiting"])));
    await tell(tx, ctx, told, { kind: "session_cancelled", sessionId, stamp: "cancelled" });
    await release(tx, "session", sessionId);
    await writeAudit(tx, ctx, { action: "session.cancelled", subjectKind: "session", subjectId: sessionId, fields: ["state"] });
  });
}
