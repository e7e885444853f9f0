import { and, eq, isNull } from "drizzle-orm";
import { comments, ideas } from "#db/schema/ideas";
import type { Locale } from "../kernel/actor";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { clean } from "../kernel/text";
import { notifyAll } from "../notifications/notify";
import { isUnseenByCoaches, recountComments } from "./comment";
import { COMMENT_MAX } from "./idea";
import { canComment } from "./policy";
import { currentTeam } from "./team";
import { demand, demandActive, ideaToActOn } from "./visible";

/**
 * Adds a comment. Refuses with "invalid" (empty, too long), "forbidden" (hidden idea, or with reason "minors" an adult's words
 * in a team of minors that no coach can see).
 */
export async function addComment(ctx: Ctx, ideaId: string, input: { body: string; lang?: Locale }): Promise<{ commentId: string }> {
  const person = requirePerson(ctx);
  const body = clean(input.body);
  if (body === "" || body.length > COMMENT_MAX) throw new DomainError("invalid", { field: "body", max: COMMENT_MAX });
  const commentId = ctx.newId();
  await ctx.store.tx(async (tx) => {
    const acted = await ideaToActOn(tx, person, ideaId);
    demandActive(acted.idea);
    demand(person, canComment(person, acted.facts));
    if (await isUnseenByCoaches(tx, person, acted)) throw new DomainError("forbidden", { reason: "minors" });
    await tx
      .insert(comments)
      .values({ id: commentId, ideaId, authorId: person.personId, body, lang: input.lang ?? person.locale, at: ctx.now });
    await tx.update(ideas).set({ activeAt: ctx.now }).where(eq(ideas.id, ideaId));
    await recountComments(tx, acted.idea);
    await writeAudit(tx, ctx, { action: "comment.added", subjectKind: "comment", subjectId: commentId, fields: ["body"] });
    const told = await inTheTalk(tx, ideaId);
    await notifyAll(tx, ctx, told, { kind: "comment", subjectKind: "comment", subjectId: commentId, ideaId, dedupeKey: commentId });
  });
  return { commentId };
}

/** The team, and whoever has a comment standing. */
async function inTheTalk(tx: Tx, ideaId: string): Promise<string[]> {
  const team = await currentTeam(tx, ideaId);
  const wrote = await tx
    .selectDistinct({ personId: comments.authorId })
    .from(comments)
    .where(and(eq(comments.ideaId, ideaId), isNull(comments.removedAt), isNull(comments.hiddenAt)));
  return [...team, ...wrote].map(({ personId }) => personId);
}
