import { and, count, eq, isNull } from "drizzle-orm";
import { actions } from "#db/schema/coaching";
import { demand } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { clean } from "../kernel/text";
import { notify } from "../notifications/notify";
import { demandDue, zoneOf } from "./action-rows";
import { ACTIONS_OPEN_MAX, WORDS_MAX } from "./coaching";
import { canTakePart } from "./policy";
import { sessionToActOn } from "./session-rows";

/**
 * Writes down what somebody of the team, or the coach, will do for the idea by a day of the campus. Refuses with "not_found",
 * "forbidden", "invalid" (words, owner, day) or "conflict" (cancelled, or 50 open ones already).
 */
export async function addAction(
  ctx: Ctx,
  sessionId: string,
  input: { words: string; ownerId: string; dueDay: string },
): Promise<{ actionId: string }> {
  const person = requirePerson(ctx);
  const words = clean(input.words).replace(/\s+/g, " ");
  if (words === "" || words.length > WORDS_MAX) throw new DomainError("invalid", { field: "words", max: WORDS_MAX });
  const actionId = ctx.newId();
  await ctx.store.tx(async (tx) => {
    const { session, facts, partakers } = await sessionToActOn(tx, person, sessionId);
    demand(person, canTakePart(person, facts));
    if (session.state === "cancelled" || session.ideaId === null) throw new DomainError("conflict", { state: session.state });
    const { ideaId } = session;
    const may = input.ownerId === session.coachId || partakers.some((one) => one.inTeam && one.personId === input.ownerId);
    if (!may) throw new DomainError("invalid", { field: "ownerId" });
    demandDue(ctx, await zoneOf(tx, session.campusId), input.dueDay);
    const [open] = await tx
      .select({ n: count() })
      .from(actions)
      .where(and(eq(actions.ideaId, ideaId), isNull(actions.doneAt), isNull(actions.removedAt)));
    if ((open?.n ?? 0) >= ACTIONS_OPEN_MAX) throw new DomainError("conflict", { max: ACTIONS_OPEN_MAX });
    const { ownerId, dueDay } = input;
    await tx
      .insert(actions)
      .values({ id: actionId, ideaId, sessionId, ownerId, words, dueDay, createdBy: person.personId, createdAt: ctx.now });
    const notice = { kind: "action_given", subjectKind: "action", subjectId: actionId, ideaId, dedupeKey: actionId } as const;
    await notify(tx, ctx, { personId: ownerId, ...notice });
    await writeAudit(tx, ctx, { action: "action.added", subjectKind: "action", subjectId: actionId, fields: ["words", "owner", "due"] });
  });
  return { actionId };
}
