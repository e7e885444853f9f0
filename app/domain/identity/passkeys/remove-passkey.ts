import { passkeys } from "#db/schema/passkeys";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { found } from "../../kernel/errors";
import { tellOfAccess } from "../access/tell";
import { ownPasskey } from "./rows";

/**
 * Forgets a passkey of the person who acts: it opens nothing any more. The last one may go too, since a mailed link always opens the
 * account. Refuses with "not_found" when it is not theirs or gone.
 */
export async function removePasskey(ctx: Ctx, id: string): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const [gone] = await tx.delete(passkeys).where(ownPasskey(personId, id)).returning({ id: passkeys.id });
    found(gone);
    await writeAudit(tx, ctx, { action: "passkey.removed", subjectKind: "person", subjectId: personId });
    await tellOfAccess(tx, ctx, { personId, event: "passkey_removed" });
  });
}
