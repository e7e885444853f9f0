import { and, eq, gt } from "drizzle-orm";
import { sessionSeats } from "#db/schema/sessions";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { demandPlanned, sessionToActOn } from "./rows";
import { tell } from "./tell";

/** Takes the seat that the actor is offered. Refuses with "not_found", "conflict" or "already_done" (no offer, or past its end). */
export async function takeOffer(ctx: Ctx, sessionId: string): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    demandPlanned(await sessionToActOn(tx, person, sessionId));
    const [taken] = await tx
      .update(sessionSeats)
      .set({ state: "coming", at: ctx.now, offeredUntil: null, remindedAt: null })
      .where(
        and(
          eq(sessionSeats.sessionId, sessionId),
          eq(sessionSeats.personId, person.personId),
          eq(sessionSeats.state, "offered"),
          gt(sessionSeats.offeredUntil, ctx.now),
        ),
      )
      .returning({ id: sessionSeats.id });
    if (!taken) throw new DomainError("already_done");
    await tell(tx, ctx, [person.personId], { kind: "session_registered", sessionId, stamp: String(ctx.now.getTime()) });
    await writeAudit(tx, ctx, { action: "session.offer_taken", subjectKind: "session", subjectId: sessionId, fields: ["seat"] });
  });
}
