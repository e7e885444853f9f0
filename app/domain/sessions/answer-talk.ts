import { and, eq } from "drizzle-orm";
import { sessionAnswers } from "#db/schema/sessions";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import { after } from "../kernel/time";
import { meetIdeas } from "./meet-ideas";
import type { ActedSession } from "./rows";
import { seatOf, sessionToActOn } from "./rows";
import { ANSWER_AFTER } from "./session";

/**
 * Says yes or no about somebody the actor met, until a day after the end; it may be changed. Two that are yes make a match: the interest
 * between their ideas is accepted. Nobody is told of an answer. Refuses with "not_found" (session, or nobody they met) or "conflict" (not
 * running, or too long ago).
 */
export async function answerTalk(
  ctx: Ctx,
  sessionId: string,
  input: { readonly id: string; readonly answer: boolean },
): Promise<{ readonly match: boolean }> {
  const person = requirePerson(ctx);
  return ctx.store.tx(async (tx) => {
    const acted = await sessionToActOn(tx, person, sessionId);
    if (!answersOpen(acted, ctx.now)) throw new DomainError("conflict", { state: acted.group.run });
    const round = roundOf(acted, person.personId, input.id);
    const mine = await seatOf(tx, sessionId, person.personId);
    const theirs = await seatOf(tx, sessionId, input.id);
    if (round === 0 || !mine || !theirs) throw new DomainError("not_found");
    const answer = { round, yes: input.answer, at: ctx.now };
    await tx
      .insert(sessionAnswers)
      .values({ sessionId, fromId: person.personId, toId: input.id, ...answer })
      .onConflictDoUpdate({ target: [sessionAnswers.sessionId, sessionAnswers.fromId, sessionAnswers.toId], set: answer });
    await writeAudit(tx, ctx, { action: "session.answered", subjectKind: "session", subjectId: sessionId, fields: ["answer"] });
    const match = input.answer && (await saidYes(tx, sessionId, input.id, person.personId));
    if (match) {
      await meetIdeas(tx, ctx, mine, theirs);
      await touchPages(tx, [`session:${sessionId}`]);
    }
    return { match };
  });
}

/** Whether answers are taken: while it runs, and until a day after its end. */
export function answersOpen({ session, group }: Pick<ActedSession, "session" | "group">, now: Date): boolean {
  if (session.state === "cancelled" || group.run === "before") return false;
  return group.run === "running" || (group.endedAt !== null && now < after(group.endedAt, ANSWER_AFTER));
}

/** The round in which the two sat at one table, counted from 1; 0 when they did not (yet). */
export function roundOf({ group }: Pick<ActedSession, "group">, a: string, b: string): number {
  const played = (group.plan?.rounds ?? []).slice(0, group.round);
  if (a === b) return 0;
  return played.findIndex((tables) => tables.some((table) => table.includes(a) && table.includes(b))) + 1;
}

async function saidYes(tx: Parameters<typeof seatOf>[0], sessionId: string, fromId: string, toId: string): Promise<boolean> {
  const [answer] = await tx
    .select({ yes: sessionAnswers.yes })
    .from(sessionAnswers)
    .where(and(eq(sessionAnswers.sessionId, sessionId), eq(sessionAnswers.fromId, fromId), eq(sessionAnswers.toId, toId)));
  return answer?.yes === true;
}
