import { and, eq, isNull, sql } from "drizzle-orm";
import { comments, ideaMembers, ideas } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import { isMinor } from "../identity/person";
import type { Actor } from "../kernel/actor";
import { DomainError, found } from "../kernel/errors";
import type { Db, Tx } from "../kernel/store";
import { isOpenRung } from "./idea";
import type { ActedIdea } from "./visible";
import { ideaToActOn, isId } from "./visible";
import { touchIdeaPages } from "./write-audience";

export type CommentRow = typeof comments.$inferSelect;

/** A comment to act on, with its idea. Refuses with "not_found" when either is missing or not visible to the actor. */
export async function commentToActOn(tx: Tx, actor: Actor, commentId: string): Promise<ActedIdea & { comment: CommentRow }> {
  if (!isId(commentId)) throw new DomainError("not_found");
  const [comment] = await tx.select().from(comments).where(eq(comments.id, commentId));
  const acted = await ideaToActOn(tx, actor, found(comment).ideaId);
  return { ...acted, comment: found(comment) };
}

/** Counts the comments of an idea anew, and refreshes its pages. */
export async function recountComments(tx: Tx, idea: Pick<ActedIdea["idea"], "id" | "visibility">): Promise<void> {
  await tx
    .update(ideas)
    .set({
      commentCount: sql`(select cast(count(*) as integer) from ${comments} c where c.idea_id = ${idea.id} and c.removed_at is null and c.hidden_at is null)`,
    })
    .where(eq(ideas.id, idea.id));
  await touchIdeaPages(tx, idea.id, idea.visibility === "public");
}

/**
 * Tells whether a comment would be an adult's words to a minor where no coach can see them: an idea of its team only, with
 * an adult writing and a minor in the team. There the idea opens to coaches first.
 */
export async function isUnseenByCoaches(db: Db, actor: Actor, acted: Pick<ActedIdea, "idea">): Promise<boolean> {
  if (isOpenRung(acted.idea.visibility) && acted.idea.hiddenAt === null) return false;
  if (isMinor(actor.ageBand)) return false;
  const team = await db
    .select({ ageBand: people.ageBand })
    .from(ideaMembers)
    .innerJoin(people, eq(people.id, ideaMembers.personId))
    .where(and(eq(ideaMembers.ideaId, acted.idea.id), isNull(ideaMembers.until)));
  return team.some((member) => isMinor(member.ageBand));
}
