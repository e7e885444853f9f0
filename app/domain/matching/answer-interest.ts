import { and, eq, gt } from "drizzle-orm";
import { interests } from "#db/schema/matching";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { clean } from "../kernel/text";
import { comeTogether } from "./come-together";
import type { InterestRow } from "./interest";
import { askedOf, askingOf, ownInterest, tellParty } from "./interest";
import { ANSWER_MAX } from "./match";
import { demandRoomFor } from "./carried";

/**
 * Answers for who was asked: a team, a person, an organisation. After a yes both sides see each other's idea and have a room.
 * Refuses with "not_found" (does not speak for them), "already_done" (answered, withdrawn or past its date), "coach_full" (a
 * person says yes who carries as many ideas as they can).
 */
export async function answerInterest(
  ctx: Ctx,
  interestId: string,
  input: { answer: "accept" | "decline"; reason: string },
): Promise<{ ideaId: string }> {
  requirePerson(ctx);
  const reason = clean(input.reason);
  if (reason.length > ANSWER_MAX) throw new DomainError("invalid", { field: "reason", max: ANSWER_MAX });
  return ctx.store.tx(async (tx) => {
    const interest = await ownInterest(tx, ctx, interestId, "to");
    await settle(tx, ctx, interest, input.answer === "accept" ? "accepted" : "declined", reason);
    return { ideaId: interest.toId };
  });
}

/** Writes the answer, with all that follows from it; the caller has checked who may. Refuses with "already_done" or "coach_full". */
export async function settle(tx: Tx, ctx: Ctx, interest: InterestRow, state: "accepted" | "declined", reason: string): Promise<void> {
  const { id: interestId, fromIdeaId, toKind, toId } = interest;
  if (state === "accepted" && toKind === "person") await demandRoomFor(tx, toId, fromIdeaId, ctx.now);
  const [answered] = await tx
    .update(interests)
    .set({ state, answeredAt: ctx.now, answeredBy: ctx.actor.personId, answerReason: reason })
    .where(and(eq(interests.id, interestId), eq(interests.state, "open"), gt(interests.dueAt, ctx.now)))
    .returning({ id: interests.id });
  if (!answered) throw new DomainError("already_done");
  const round = String(ctx.now.getTime());
  if (state === "accepted") {
    await comeTogether(tx, ctx, interest);
    for (const party of [askingOf(interest), askedOf(interest)])
      await tellParty(tx, ctx, { interest, party, kind: "interest_answered", round });
  } else {
    await tellParty(tx, ctx, { interest, party: askingOf(interest), kind: "interest_answered", round });
  }
  await writeAudit(tx, ctx, {
    action: `interest.${state}`,
    subjectKind: toKind,
    subjectId: toId,
    fields: ["interest"],
    detail: fromIdeaId,
  });
}
