import { and, eq, isNull } from "drizzle-orm";
import { people } from "#db/schema/identity";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { activeGrants } from "./accounts";
import { keepAnAdmin } from "./admins";
import { canSuspend, overseesPerson } from "./policy";
import { deleteSessionsOf } from "./session-rows";
import { endTokens } from "./tokens";

/**
 * Closes an account for the time being: every session and mailed link ends. By an organiser of a campus where the
 * person is, never of an organiser or admin; by an admin anybody else. Refuses with "not_found", "forbidden",
 * "same_person", "already_done" or "last_owner".
 */
export async function suspendPerson(ctx: Ctx, input: { readonly personId: string; readonly reason: string }): Promise<void> {
  const actor = requirePerson(ctx);
  const { personId } = input;
  if (actor.personId === personId) throw new DomainError("same_person");
  await ctx.store.tx(async (tx) => {
    const grants = await activeGrants(tx, personId, ctx.now);
    if (!overseesPerson(actor, grants)) throw new DomainError("not_found");
    if (!canSuspend(actor, personId, grants)) throw new DomainError("forbidden");
    const [person] = await tx
      .select()
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.erasedAt)));
    if (found(person).suspendedAt) throw new DomainError("already_done");
    if (grants.some((grant) => grant.role === "admin")) await keepAnAdmin(tx, ctx, personId);
    await tx.update(people).set({ suspendedAt: ctx.now, suspendedReason: input.reason }).where(eq(people.id, personId));
    await deleteSessionsOf(tx, personId);
    await endTokens(tx, ctx, found(person).emailKey);
    await writeAudit(tx, ctx, {
      action: "person.suspended",
      subjectKind: "person",
      subjectId: personId,
      fields: ["suspendedAt"],
      detail: input.reason,
    });
  });
}
