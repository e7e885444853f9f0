import { and, eq } from "drizzle-orm";
import { sessions } from "#db/schema/identity";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { found } from "../kernel/errors";
import type { Vault } from "../kernel/vault";
import type { GivenProof } from "./access/prove";
import { readProof, useProof } from "./access/prove";
import { deleteSessionsOf } from "./session-rows";

/** Which sessions: one by its public id, or all but the one that stays. */
export type WhichSessions = { readonly publicId: string } | { readonly allBut: string | null };

/**
 * Ends sessions of the person who acts, after a proof: whoever sits at a browser that was left open must not put its owner out
 * everywhere else. Refuses as a proof does, and with "not_found" for a session that is not theirs or gone.
 */
export async function endMySessions(ctx: Ctx, vault: Vault, which: WhichSessions, given: GivenProof): Promise<void> {
  const { personId } = requirePerson(ctx);
  const proof = await readProof(ctx, vault, given);
  await ctx.store.tx(async (tx) => {
    if ("publicId" in which) {
      const [ended] = await tx
        .delete(sessions)
        .where(and(eq(sessions.publicId, which.publicId), eq(sessions.personId, personId)))
        .returning({ publicId: sessions.publicId });
      found(ended);
    } else {
      await deleteSessionsOf(tx, personId, which.allBut);
    }
    await useProof(tx, ctx, proof);
    const action = "publicId" in which ? "session.revoked" : "session.others_revoked";
    await writeAudit(tx, ctx, { action, subjectKind: "person", subjectId: personId });
  });
}
