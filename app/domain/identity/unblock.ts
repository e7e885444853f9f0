import { and, eq } from "drizzle-orm";
import { blocks } from "#db/schema/identity";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";

/** Takes a block of the actor's back, by its id. Refuses with "not_found" when it is not theirs, or gone. */
export async function unblock(ctx: Ctx, blockId: string): Promise<void> {
  const { personId } = requirePerson(ctx);
  if (!/^[\w-]{1,64}$/.test(blockId)) throw new DomainError("not_found");
  await ctx.store.tx(async (tx) => {
    const [gone] = await tx
      .delete(blocks)
      .where(and(eq(blocks.id, blockId), eq(blocks.blockerId, personId)))
      .returning({ id: blocks.id });
    found(gone);
    await writeAudit(tx, ctx, { action: "person.unblocked_someone", subjectKind: "person", subjectId: personId, fields: ["blocks"] });
  });
}
