import { and, eq, inArray } from "drizzle-orm";
import { coachingSessions, sessionPeople } from "#db/schema/coaching";
import { demand } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { canMarkHeld, canTakePart, isItsCoach } from "./policy";
import { sessionToActOn } from "./session-rows";

/**
 * The coach says that a talk was held, and who did not come; from its beginning on. Nobody there is said by naming everybody.
 * Refuses with "not_found", "forbidden" (not its coach), "conflict" (not planned any more) or "not_yet".
 */
export async function markHeld(ctx: Ctx, sessionId: string, input: { absentIds?: readonly string[] } = {}): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const { session, facts, partakers } = await sessionToActOn(tx, person, sessionId);
    demand(person, canTakePart(person, facts) && isItsCoach(person, facts));
    if (!canMarkHeld(person, facts)) throw new DomainError("conflict", { state: session.state });
    if (ctx.now < session.from) throw new DomainError("not_yet");
    await tx
      .update(coachingSessions)
      .set({ state: "held" })
      .where(and(eq(coachingSessions.id, sessionId), eq(coachingSessions.state, "planned")));
    const coming = partakers.filter((one) => one.presence === "coming").map((one) => one.personId);
    const absent = coming.filter((id) => input.absentIds?.includes(id));
    const present = coming.filter((id) => !absent.includes(id));
    for (const [state, ids] of [
      ["absent", absent],
      ["present", present],
    ] as const) {
      if (ids.length === 0) continue;
      await tx
        .update(sessionPeople)
        .set({ state, at: ctx.now })
        .where(and(eq(sessionPeople.sessionId, sessionId), inArray(sessionPeople.personId, ids)));
    }
    await writeAudit(tx, ctx, { action: "talk.held", subjectKind: "session", subjectId: sessionId, fields: ["state"] });
  });
}
