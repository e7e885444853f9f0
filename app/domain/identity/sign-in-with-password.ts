import { and, eq } from "drizzle-orm";
import { people } from "#db/schema/identity";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { personByEmail } from "./accounts";
import { hashPassword, isWeakerHash, verifyPassword } from "./password";

/**
 * Signs in by password; the route makes the session. Refuses with "wrong_password" alike for unknown addresses,
 * accounts without a password and wrong passwords, in the same time; with "suspended" only after the right password.
 */
export async function signInWithPassword(
  ctx: Ctx,
  given: { readonly email: string; readonly password: string },
): Promise<{ personId: string }> {
  const person = await personByEmail(ctx.store.db, given.email);
  const kept = person?.passwordHash ?? null;
  const matches = await verifyPassword(kept, given.password);
  if (!person || kept === null || !matches) throw new DomainError("wrong_password");
  if (person.suspendedAt) throw new DomainError("suspended");
  const stronger = isWeakerHash(kept) ? await hashPassword(given.password) : kept;
  return ctx.store.tx(async (tx) => {
    // The password may have been changed while the old one was being compared.
    const [same] = await tx
      .update(people)
      .set({ passwordHash: stronger })
      .where(and(eq(people.id, person.id), eq(people.passwordHash, kept)))
      .returning({ suspendedAt: people.suspendedAt });
    if (!same) throw new DomainError("wrong_password");
    if (same.suspendedAt) throw new DomainError("suspended");
    await writeAudit(tx, ctx, { action: "person.signed_in", subjectKind: "person", subjectId: person.id, fields: ["password"] });
    return { personId: person.id };
  });
}
