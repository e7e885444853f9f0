import { and, eq } from "drizzle-orm";
import { coachingSessions, sessionPeople } from "#db/schema/coaching";
import { demand } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { clean } from "../kernel/text";
import { release } from "../scheduling/release";
import { REASON_MAX } from "./coaching";
import { mailTalk } from "./mail-talk";
import { canChangeSession, canTakePart } from "./policy";
import { sessionToActOn } from "./session-rows";

/**
 * Cancels a talk that has not begun, with a reason both sides read; the coach's hour is free again. Refuses with "not_found", "forbidden",
 * "invalid" (no reason), "conflict" (held or cancelled already) or "too_late" (it has begun).
 */
export async function cancelTalk(ctx: Ctx, sessionId: string, input: { reason: string }): Promise<void> {
  const person = requirePerson(ctx);
  const reason = clean(input.reason);
  if (reason === "" || reason.length > REASON_MAX) throw new DomainError("invalid", { field: "reason", max: REASON_MAX });
  await ctx.store.tx(async (tx) => {
    const acted = await sessionToActOn(tx, person, sessionId);
    demand(person, canTakePart(person, acted.facts));
    if (!canChangeSession(person, acted.facts)) throw new DomainError("conflict", { state: acted.session.state });
    if (ctx.now >= acted.session.from) throw new DomainError("too_late");
    await tx
      .update(coachingSessions)
      .set({ state: "cancelled", cancelledAt: ctx.now, cancelledBy: person.personId, cancelReason: reason })
      .where(and(eq(coachingSessions.id, sessionId), eq(coachingSessions.state, "planned")));
    await mailTalk(tx, ctx, "talk_cancelled", acted);
    await tx.update(sessionPeople).set({ state: "cancelled", at: ctx.now }).where(eq(sessionPeople.sessionId, sessionId));
    await release(tx, "session", sessionId);
    await writeAudit(tx, ctx, { action: "talk.cancelled", subjectKind: "session", subjectId: sessionId, fields: ["state"] });
  });
}
