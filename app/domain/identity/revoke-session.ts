import { and, eq } from "drizzle-orm";
import { sessions } from "#db/schema/identity";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { found } from "../kernel/errors";

/** Ends one session of the person who acts, by its public id. Refuses with "not_found" when it is not theirs or gone. */
export async function revokeSession(ctx: Ctx, publicId: string): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const [ended] = await tx
      .delete(sessions)
      .where(and(eq(sessions.publicId, publicId), eq(sessions.personId, personId)))
      .returning({ publicId: sessions.publicId });
    found(ended);
    await writeAudit(tx, ctx, { action: "session.revoked", subjectKind: "person", subjectId: personId });
  });
}
