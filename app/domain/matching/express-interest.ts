import { and, eq, isNull } from "drizzle-orm";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { interests, suggestions } from "#db/schema/matching";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { clean } from "../kernel/text";
import { after } from "../kernel/time";
import { settle } from "./answer-interest";
import type { InterestRow } from "./interest";
import { tellTeam, spokenFor } from "./interest";
import { INTEREST_OPEN, MESSAGE_MAX } from "./match";

/** An idea waits for so many answers at a time at most. */
const OPEN_MAX = 10;

/**
 * Asks the team of a suggested idea whether they want to meet; they answer within seven days. When they asked first, this is
 * the yes. Refuses with "not_found" (no such suggestion, or it may not be matched any more), "already_done" (asked and not
 * answered, answered with no, or in contact), "too_many" (10 are open).
 */
export async function expressInterest(
  ctx: Ctx,
  ideaId: string,
  input: { token: string; message: string },
): Promise<{ interestId: string; together: boolean }> {
  const person = requirePerson(ctx);
  const message = clean(input.message);
  if (message.length > MESSAGE_MAX) throw new DomainError("invalid", { field: "message", max: MESSAGE_MAX });
  const newId = ctx.newId();
  return ctx.store.tx(async (tx) => {
    const { idea } = await spokenFor(tx, person, ideaId);
    const toId = await suggested(tx, idea, input.token);
    const reverse = await between(tx, toId, ideaId);
    if (reverse?.state === "open" && reverse.dueAt > ctx.now) {
      await settle(tx, ctx, reverse, "accepted", message);
      return { interestId: reverse.id, together: true };
    }
    if (reverse?.state === "accepted") throw new DomainError("already_done");
    const interestId = await open(tx, ctx, { ideaId, toId, message, newId, personId: person.personId });
    await tellTeam(tx, ctx, { interestId, ideaId: toId, kind: "interest_received", round: String(ctx.now.getTime()) });
    await writeAudit(tx, ctx, { action: "interest.asked", subjectKind: "idea", subjectId: ideaId, fields: ["interest"], detail: toId });
    return { interestId, together: false };
  });
}

/** The idea behind a token, if it may still be matched with. */
async function suggested(tx: Tx, own: typeof ideas.$inferSelect, token: string): Promise<string> {
  const [row] = await tx
    .select({ id: ideas.id, consent: ideas.matchConsent })
    .from(suggestions)
    .innerJoin(ideas, eq(ideas.id, suggestions.subjectId))
    .where(
      and(
        eq(suggestions.token, token),
        eq(suggestions.ideaId, own.id),
        eq(suggestions.subjectKind, "idea"),
        eq(ideas.status, "active"),
        isNull(ideas.hiddenAt),
      ),
    );
  const closed = ["not", "by_coach"];
  if (!row || closed.includes(row.consent) || closed.includes(own.matchConsent)) throw new DomainError("not_found");
  const [somebody] = await tx
    .select({ id: ideaMembers.id })
    .from(ideaMembers)
    .where(and(eq(ideaMembers.ideaId, row.id), isNull(ideaMembers.until)))
    .limit(1);
  if (!somebody) throw new DomainError("not_found");
  return row.id;
}

async function between(tx: Tx, fromIdeaId: string, toId: string): Promise<InterestRow | undefined> {
  const [row] = await tx
    .select()
    .from(interests)
    .where(and(eq(interests.fromIdeaId, fromIdeaId), eq(interests.toKind, "idea"), eq(interests.toId, toId)));
  return row;
}

async function open(
  tx: Tx,
  ctx: Ctx,
  asked: { ideaId: string; toId: string; message: string; newId: string; personId: string },
): Promise<string> {
  const { ideaId, toId, message, personId } = asked;
  const waiting = await tx
    .select({ id: interests.id })
    .from(interests)
    .where(and(eq(interests.fromIdeaId, ideaId), eq(interests.state, "open")));
  if (waiting.length >= OPEN_MAX) throw new DomainError("too_many", { max: OPEN_MAX });
  const fresh = {
    byPersonId: personId,
    message,
    state: "open" as const,
    createdAt: ctx.now,
    dueAt: after(ctx.now, INTEREST_OPEN),
    remindedAt: null,
    answeredAt: null,
    answeredBy: null,
    answerReason: "",
  };
  const earlier = await between(tx, ideaId, toId);
  if (earlier) {
    if (earlier.state !== "withdrawn" && earlier.state !== "expired") throw new DomainError("already_done");
    await tx.update(interests).set(fresh).where(eq(interests.id, earlier.id));
    return earlier.id;
  }
  const [made] = await tx
    .insert(interests)
    .values({ id: asked.newId, fromIdeaId: ideaId, toKind: "idea", toId, ...fresh })
    .onConflictDoNothing()
    .returning({ id: interests.id });
  if (!made) throw new DomainError("already_done");
  return made.id;
}
