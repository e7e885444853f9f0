import { and, eq, isNull } from "drizzle-orm";
import { comments } from "#db/schema/ideas";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { clean } from "../kernel/text";
import { commentToActOn, recountComments } from "./comment";
import { canModerate } from "./policy";
import { demand } from "./visible";

/** Hides a comment from everybody but coaches and organisers of the campus, with a reason in the trail. Refuses with "already_done". */
export async function hideComment(ctx: Ctx, commentId: string, input: { reason: string }): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const { comment, idea } = await commentToActOn(tx, person, commentId);
    demand(person, canModerate(person, idea.homeCampusId));
    const [row] = await tx
      .update(comments)
      .set({ hiddenAt: ctx.now, hiddenBy: person.personId })
      .where(and(eq(comments.id, comment.id), isNull(comments.hiddenAt)))
      .returning({ id: comments.id });
    if (!row) throw new DomainError("already_done");
    await recountComments(tx, idea);
    await writeAudit(tx, ctx, {
      action: "comment.hidden",
      subjectKind: "comment",
      subjectId: comment.id,
      fields: ["hidden_at"],
      detail: clean(input.reason),
    });
  });
}
