import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { interests } from "#db/schema/matching";
import type { Ctx } from "../kernel/context";
import type { Tx } from "../kernel/store";
import { after } from "../kernel/time";
import { settle } from "../matching/answer-interest";
import { INTEREST_OPEN } from "../matching/match";
import type { Guest } from "./pairs";

/**
 * Both said yes: the interest between their ideas is accepted as if one had asked and the other answered, with all that follows. Does
 * nothing when they are in contact already, or one of them no longer speaks for the idea they brought. Returns the interest, if any.
 */
export async function meetIdeas(tx: Tx, ctx: Ctx, mine: Guest, theirs: Guest): Promise<string | null> {
  const [ours, other] = [mine.ideaId, theirs.ideaId];
  if (ours === null || other === null || ours === other) return null;
  if (!(await speaks(tx, mine)) || !(await speaks(tx, theirs))) return null;
  const between = await tx
    .select()
    .from(interests)
    .where(
      and(
        eq(interests.toKind, "idea"),
        or(and(eq(interests.fromIdeaId, other), eq(interests.toId, ours)), and(eq(interests.fromIdeaId, ours), eq(interests.toId, other))),
      ),
    );
  const accepted = between.find(({ state }) => state === "accepted");
  if (accepted) return accepted.id;
  const open = between.find(({ state, dueAt }) => state === "open" && dueAt > ctx.now);
  if (open) {
    await settle(tx, ctx, open, "accepted", "");
    return open.id;
  }
  const fresh = {
    byPersonId: theirs.personId,
    message: "",
    proposedBy: null,
    confirmedBy: null,
    hiddenAt: null,
    hiddenBy: null,
    state: "open" as const,
    createdAt: ctx.now,
    dueAt: after(ctx.now, INTEREST_OPEN),
    remindedAt: null,
    answeredAt: null,
    answeredBy: null,
    answerReason: "",
  };
  const earlier = between.find(({ fromIdeaId }) => fromIdeaId === other);
  const [asked] = earlier
    ? await tx.update(interests).set(fresh).where(eq(interests.id, earlier.id)).returning()
    : await tx
        .insert(interests)
        .values({ id: ctx.newId(), fromIdeaId: other, toKind: "idea", toId: ours, ...fresh })
        .returning();
  if (!asked) return null;
  await settle(tx, ctx, asked, "accepted", "");
  return asked.id;
}

/** Whether who brought an idea is still in its team, and the idea is there. */
async function speaks(tx: Tx, { personId, ideaId }: Guest): Promise<boolean> {
  const [row] = await tx
    .select({ id: ideas.id })
    .from(ideas)
    .innerJoin(ideaMembers, and(eq(ideaMembers.ideaId, ideas.id), isNull(ideaMembers.until)))
    .where(
      and(
        inArray(ideas.id, ideaId === null ? [] : [ideaId]),
        eq(ideaMembers.personId, personId),
        eq(ideas.status, "active"),
        isNull(ideas.hiddenAt),
      ),
    );
  return row !== undefined;
}
