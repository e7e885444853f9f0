import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { people } from "#db/schema/identity";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { activeGrants } from "./accounts";
import { canSuspend, overseesPerson } from "./policy";

/** Opens a suspended account again, by those who may suspend it. Refuses with "not_found", "forbidden" or "already_done". */
export async function reinstatePerson(ctx: Ctx, personId: string): Promise<void> {
  const actor = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const grants = await activeGrants(tx, personId, ctx.now);
    if (!overseesPerson(actor, grants)) throw new DomainError("not_found");
    if (!canSuspend(actor, personId, grants)) throw new DomainError("forbidden");
    const [reinstated] = await tx
      .update(people)
      .set({ suspendedAt: null, suspendedReason: null })
      .where(and(eq(people.id, personId), isNotNull(people.suspendedAt), isNull(people.erasedAt)))
      .returning({ id: people.id });
    if (!reinstated) throw new DomainError("already_done");
    await writeAudit(tx, ctx, { action: "person.reinstated", subjectKind: "person", subjectId: personId, fields: ["suspendedAt"] });
  });
}
