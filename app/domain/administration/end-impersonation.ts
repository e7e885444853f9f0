import { loadActor } from "../identity/queries";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { requireAdmin } from "./guard";

/**
 * Writes down that an admin has stopped looking through the eyes of the person who acts. Refuses with "not_found" when they are no
 * admin any more: then there is no way back but to sign in.
 */
export async function endImpersonation(ctx: Ctx, impersonatorId: string): Promise<void> {
  const { personId } = requirePerson(ctx);
  const admin = await loadActor(ctx.store.db, impersonatorId, ctx.now);
  if (!admin) throw new DomainError("not_found");
  requireAdmin({ actor: admin });
  await ctx.store.tx((tx) =>
    writeAudit(tx, { ...ctx, actor: admin }, { action: "person.impersonation_ended", subjectKind: "person", subjectId: personId }),
  );
}
