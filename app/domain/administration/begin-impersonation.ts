import { and, eq, isNull } from "drizzle-orm";
import { signIns } from "#db/schema/access";
import { people } from "#db/schema/identity";
import { activeGrants } from "../identity/accounts";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { notify } from "../notifications/notify";
import { requireAdmin } from "./guard";

/**
 * Writes down that an admin looks through the eyes of somebody from now on: in the trail with the reason, among the person's sign-ins,
 * and in a notice to them. The session itself is made by the caller. Refuses with "not_found", "same_person", "suspended", or
 * "forbidden" for another admin.
 */
export async function beginImpersonation(ctx: Ctx, input: { readonly personId: string; readonly reason: string }): Promise<void> {
  const admin = requireAdmin(ctx);
  const { personId, reason } = input;
  if (personId === admin.personId) throw new DomainError("same_person");
  await ctx.store.tx(async (tx) => {
    const [person] = await tx
      .select({ suspendedAt: people.suspendedAt })
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.erasedAt)));
    if (found(person).suspendedAt) throw new DomainError("suspended");
    const grants = await activeGrants(tx, personId, ctx.now);
    if (grants.some(({ role }) => role === "admin")) throw new DomainError("forbidden");
    const id = ctx.newId();
    // The device and network are the admin's own business.
    await tx.insert(signIns).values({ id, personId, at: ctx.now, method: "impersonation", outcome: "in", userAgent: "", network: "" });
    await notify(tx, ctx, { personId, kind: "impersonated", subjectKind: "person", subjectId: personId, dedupeKey: id });
    await writeAudit(tx, ctx, { action: "person.impersonated", subjectKind: "person", subjectId: personId, detail: reason });
  });
}
