import { eq } from "drizzle-orm";
import { people } from "#db/schema/identity";
import type { Role } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { notify } from "../notifications/notify";
import { writeGrant } from "./accounts";
import type { Scope } from "./policy";
import { canGiveRole } from "./policy";
import { deleteSessionsOf } from "./session-rows";

/**
 * Gives a person a role from now on; their sessions end, so that every page knows at once.
 * Refuses with "forbidden", "not_found", or "already_done" when they hold it.
 */
export async function grantRole(
  ctx: Ctx,
  input: { readonly personId: string; readonly role: Role; readonly scope: Scope; readonly keepSession?: string | null },
): Promise<void> {
  requirePerson(ctx);
  if (!canGiveRole(ctx.actor, input.role, input.scope)) throw new DomainError("forbidden");
  await ctx.store.tx(async (tx) => {
    const [person] = await tx.select({ erasedAt: people.erasedAt }).from(people).where(eq(people.id, input.personId));
    if (found(person).erasedAt) throw new DomainError("not_found");
    const grantId = await writeGrant(tx, ctx, input);
    if (grantId === null) throw new DomainError("already_done");
    const subject = { subjectKind: "role_grant", subjectId: grantId } as const;
    await notify(tx, ctx, { personId: input.personId, kind: "role_granted", ...subject, dedupeKey: grantId });
    await deleteSessionsOf(tx, input.personId, input.keepSession);
  });
}
