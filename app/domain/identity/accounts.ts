import type { Placeholder } from "drizzle-orm";
import { and, eq, gt, isNull, lte, or } from "drizzle-orm";
import { people, profiles, roleGrants } from "#db/schema/identity";
import type { Locale, Role, RoleGrant } from "../kernel/actor";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Db, Tx } from "../kernel/store";
import type { AgeBand } from "./person";
import { emailKey, mailAddress, nameKey } from "./person";
import type { Scope } from "./policy";

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly ageBand: AgeBand;
  readonly locale: Locale;
  readonly homeCampusId: string | null;
  readonly passwordHash?: string | null;
}

/**
 * Writes a person with an empty private profile, and the learner's role on their campus. Proof of the address lies
 * behind the caller. Refuses with "already_done" when the address has an account.
 */
export async function writeAccount(tx: Tx, ctx: Ctx, account: NewAccount): Promise<string> {
  const id = ctx.newId();
  const email = mailAddress(account.email);
  if (email === null) throw new DomainError("invalid", { field: "email" });
  const [made] = await tx
    .insert(people)
    .values({
      id,
      name: account.name,
      nameKey: nameKey(account.name),
      emailKey: emailKey(email),
      email,
      passwordHash: account.passwordHash ?? null,
      ageBand: account.ageBand,
      locale: account.locale,
      homeCampusId: account.homeCampusId,
      verifiedAt: ctx.now,
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ id: people.id });
  if (!made) throw new DomainError("already_done");
  await tx.insert(profiles).values({ personId: id, languages: [account.locale], updatedAt: ctx.now });
  await writeAudit(tx, ctx, { action: "person.created", subjectKind: "person", subjectId: id });
  if (account.homeCampusId !== null)
    await writeGrant(tx, ctx, { personId: id, role: "learner", scope: { kind: "campus", id: account.homeCampusId } });
  return id;
}

/** Writes down that somebody came in: their account is in use, and a warning that it was not is taken back. */
export async function markUsed(tx: Tx, ctx: Pick<Ctx, "now">, personId: string): Promise<void> {
  await tx.update(people).set({ lastUsedAt: ctx.now, unusedWarnedAt: null }).where(eq(people.id, personId));
}

/** Gives a role from now on and returns the id of the grant; null when the person holds it already. The caller has checked who may. */
export async function writeGrant(tx: Tx, ctx: Ctx, grant: { personId: string; role: Role; scope: Scope }): Promise<string | null> {
  const { personId, role, scope } = grant;
  const held = await activeGrants(tx, personId, ctx.now);
  if (held.some((one) => one.role === role && one.scopeKind === scope.kind && one.scopeId === scope.id)) return null;
  const id = ctx.newId();
  await tx
    .insert(roleGrants)
    .values({ id, personId, role, scopeKind: scope.kind, scopeId: scope.id, grantedBy: ctx.actor.personId, from: ctx.now });
  await writeAudit(tx, ctx, { action: "role.granted", subjectKind: "role_grant", subjectId: id, fields: ["from"] });
  return id;
}

/** The part of a query that keeps grants in force at a moment. */
export function inForce(now: Date | Placeholder) {
  return and(lte(roleGrants.from, now), or(isNull(roleGrants.until), gt(roleGrants.until, now)));
}

/** Grants a person holds at a moment. */
export async function activeGrants(db: Db, personId: string, now: Date): Promise<(RoleGrant & { readonly id: string })[]> {
  return db
    .select({ id: roleGrants.id, role: roleGrants.role, scopeKind: roleGrants.scopeKind, scopeId: roleGrants.scopeId })
    .from(roleGrants)
    .where(and(eq(roleGrants.personId, personId), inForce(now)));
}

/** Person of an address that can still act on it: not erased. */
export async function personByEmail(db: Db, email: string): Promise<typeof people.$inferSelect | null> {
  const [person] = await db
    .select()
    .from(people)
    .where(and(eq(people.emailKey, emailKey(email)), isNull(people.erasedAt)));
  return person ?? null;
}
