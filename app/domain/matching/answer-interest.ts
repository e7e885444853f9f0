import { and, eq, gt } from "drizzle-orm";
import { interests } from "#db/schema/matching";
import { welcomeTeams } from "../ideas/welcome-team";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { clean } from "../kernel/text";
import type { InterestRow } from "./interest";
import { tellTeam, ownInterest } from "./interest";
import { ANSWER_MAX } from "./match";

/**
 * Answers for the idea that was asked. After a yes both teams see each other's idea. Refuses with "not_found" (not in the
 * asked team), "already_done" (answered, withdrawn or past its date).
 */
export async function answerInterest(
  ctx: Ctx,
  interestId: string,
  input: { answer: "accept" | "decline"; reason: string },
): Promise<{ ideaId: string }> {
  const person = requirePerson(ctx);
  const reason = clean(input.reason);
  if (reason.length > ANSWER_MAX) throw new DomainError("invalid", { field: "reason", max: ANSWER_MAX });
  return ctx.store.tx(async (tx) => {
    const interest = await ownInterest(tx, person, interestId, "to");
    await settle(tx, ctx, interest, input.answer === "accept" ? "accepted" : "declined", reason);
    return { ideaId: interest.toId };
  });
}

/** Writes the answer, with all that follows from it; the caller has checked who may. Refuses with "already_done". */
export async function settle(tx: Tx, ctx: Ctx, interest: InterestRow, state: "accepted" | "declined", reason: string): Promise<void> {
  const { id: interestId, fromIdeaId, toId } = interest;
  const [answered] = await tx
    .update(interests)
    .set({ state, answeredAt: ctx.now, answeredBy: ctx.actor.personId, answerReason: reason })
    .where(and(eq(interests.id, interestId), eq(interests.state, "open"), gt(interests.dueAt, ctx.now)))
    .returning({ id: interests.id });
  if (!answered) throw new DomainError("already_done");
  const round = String(ctx.now.getTime());
  if (state === "accepted") {
    await welcomeTeams(tx, ctx, fromIdeaId, toId);
    for (const ideaId of [fromIdeaId, toId]) await tellTeam(tx, ctx, { interestId, ideaId, kind: "interest_answered", round });
  } else {
    await tellTeam(tx, ctx, { interestId, ideaId: fromIdeaId, kind: "interest_answered", round });
  }
  await writeAudit(tx, ctx, {
    action: `interest.${state}`,
    subjectKind: "idea",
    subjectId: toId,
    fields: ["interest"],
    detail: fromIdeaId,
  });
}
