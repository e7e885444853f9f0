import { and, eq, isNotNull } from "drizzle-orm";
import { comments } from "#db/schema/ideas";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { commentToActOn, recountComments } from "./comment";
import { canModerate } from "./policy";
import { demand } from "./visible";

/** Shows a hidden comment again. Refuses with "already_done". */
export async function unhideComment(ctx: Ctx, commentId: string): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const { comment, idea } = await commentToActOn(tx, person, commentId);
    demand(person, canModerate(person, idea.homeCampusId));
    const [row] = await tx
      .update(comments)
      .set({ hiddenAt: null, hiddenBy: null })
      .where(and(eq(comments.id, comment.id), isNotNull(comments.hiddenAt)))
      .returning({ id: comments.id });
    if (!row) throw new DomainError("already_done");
    await recountComments(tx, idea);
    await writeAudit(tx, ctx, { action: "comment.unhidden", subjectKind: "comment", subjectId: comment.id, fields: ["hidden_at"] });
  });
}
