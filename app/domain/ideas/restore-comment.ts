import { and, eq, isNotNull } from "drizzle-orm";
import { comments } from "#db/schema/ideas";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { commentToActOn, recountComments } from "./comment";
import { demand } from "./visible";

/** Puts back a comment its author took away. Refuses with "already_done". */
export async function restoreComment(ctx: Ctx, commentId: string): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const { comment, idea } = await commentToActOn(tx, person, commentId);
    demand(person, comment.authorId === person.personId);
    const [row] = await tx
      .update(comments)
      .set({ removedAt: null })
      .where(and(eq(comments.id, comment.id), isNotNull(comments.removedAt)))
      .returning({ id: comments.id });
    if (!row) throw new DomainError("already_done");
    await recountComments(tx, idea);
    await writeAudit(tx, ctx, { action: "comment.restored", subjectKind: "comment", subjectId: comment.id, fields: ["removed_at"] });
  });
}
