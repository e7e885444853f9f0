import { and, eq, isNull } from "drizzle-orm";
import { ideaDrafts } from "#db/schema/ideas";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { claimHashOf, isClaim } from "./drafts";

/**
 * Gives the draft somebody wrote before signing in to the person they turned out to be; the claim is used up.
 * Returns its id, or null when there is no such draft or another person took it: signing in never fails on it.
 */
export async function claimDraft(ctx: Ctx, claim: string): Promise<string | null> {
  return isClaim(claim) ? claimDraftByHash(ctx, claimHashOf(claim)) : null;
}

/** As `claimDraft`, by the SHA-256 of the secret: a mailed link carries it to whatever device opens it. */
export async function claimDraftByHash(ctx: Ctx, claimHash: string): Promise<string | null> {
  const { personId } = requirePerson(ctx);
  return ctx.store.tx(async (tx) => {
    const [row] = await tx
      .update(ideaDrafts)
      .set({ personId, claimHash: null })
      .where(and(eq(ideaDrafts.claimHash, claimHash), isNull(ideaDrafts.personId)))
      .returning({ id: ideaDrafts.id });
    if (!row) return null;
    await writeAudit(tx, ctx, { action: "draft.claimed", subjectKind: "draft", subjectId: row.id, fields: ["person_id"] });
    return row.id;
  });
}
