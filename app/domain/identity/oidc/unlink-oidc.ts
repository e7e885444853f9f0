import { and, eq } from "drizzle-orm";
import { oidcAccounts } from "#db/schema/oidc";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { found } from "../../kernel/errors";
import { tellOfAccess } from "../access/tell";

/** Takes the link with an account at a service away; a mailed link still opens the account. Refuses with "not_found" when it is not theirs or gone. */
export async function unlinkOidc(ctx: Ctx, id: string): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const [gone] = await tx
      .delete(oidcAccounts)
      .where(and(eq(oidcAccounts.id, id), eq(oidcAccounts.personId, personId)))
      .returning({ id: oidcAccounts.id });
    found(gone);
    await writeAudit(tx, ctx, { action: "oidc.unlinked", subjectKind: "person", subjectId: personId });
    await tellOfAccess(tx, ctx, { personId, event: "service_unlinked" });
  });
}
