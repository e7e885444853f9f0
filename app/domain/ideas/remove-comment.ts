import { and, eq, isNull } from "drizzle-orm";
import { comments } from "#db/schema/ideas";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { commentToActOn, recountComments } from "./comment";
import { demand } from "./visible";

/** Takes back one's own comment; `restoreComment` undoes it. Refuses with "already_done". */
export async function removeComment(ctx: Ctx, commentId: string): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const { comment, idea } = await commentToActOn(tx, person, commentId);
    demand(person, comment.authorId === person.personId);
    const [row] = await tx
      .update(comments)
      .set({ removedAt: ctx.now })
      .where(and(eq(comments.id, comment.id), isNull(comments.removedAt)))
      .returning({ id: comments.id });
    if (!row) throw new DomainError("already_done");
    await recountComments(tx, idea);
    await writeAudit(tx, ctx, { action: "comment.removed", subjectKind: "comment", subjectId: comment.id, fields: ["removed_at"] });
  });
}
