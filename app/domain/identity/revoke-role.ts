import { eq } from "drizzle-orm";
import { roleGrants } from "#db/schema/identity";
import type { Role } from "../kernel/actor";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { activeGrants } from "./accounts";
import { keepAnAdmin } from "./admins";
import type { Scope } from "./policy";
import { canGiveRole } from "./policy";
import { deleteSessionsOf } from "./session-rows";

/**
 * Ends a person's role now; the grant stays as history and their sessions end.
 * Refuses with "forbidden", "not_found" when it is not held, or "last_owner" for the last admin.
 */
export async function revokeRole(
  ctx: Ctx,
  input: { readonly personId: string; readonly role: Role; readonly scope: Scope; readonly keepSession?: string | null },
): Promise<void> {
  requirePerson(ctx);
  const { personId, role, scope } = input;
  if (!canGiveRole(ctx.actor, role, scope)) throw new DomainError("forbidden");
  await ctx.store.tx(async (tx) => {
    const held = await activeGrants(tx, personId, ctx.now);
    const grant = held.find((one) => one.role === role && one.scopeKind === scope.kind && one.scopeId === scope.id);
    if (!grant) throw new DomainError("not_found");
    if (role === "admin") await keepAnAdmin(tx, ctx, personId);
    await tx.update(roleGrants).set({ until: ctx.now }).where(eq(roleGrants.id, grant.id));
    await deleteSessionsOf(tx, personId, input.keepSession);
    await writeAudit(tx, ctx, { action: "role.revoked", subjectKind: "role_grant", subjectId: grant.id, fields: ["until"] });
  });
}
