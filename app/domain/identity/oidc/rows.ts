import { and, asc, eq } from "drizzle-orm";
import { oidcAccounts } from "#db/schema/oidc";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Db, Tx } from "../../kernel/store";

/** The accounts at other services of a person, oldest first. */
export async function oidcAccountsOf(db: Db, personId: string) {
  return db
    .select({
      id: oidcAccounts.id,
      issuer: oidcAccounts.issuer,
      email: oidcAccounts.email,
      createdAt: oidcAccounts.createdAt,
      lastUsedAt: oidcAccounts.lastUsedAt,
    })
    .from(oidcAccounts)
    .where(eq(oidcAccounts.personId, personId))
    .orderBy(asc(oidcAccounts.createdAt), asc(oidcAccounts.id));
}

/** The link of an account at a service; null when nobody has it. */
export async function oidcAccount(db: Db, { issuer, subject }: { readonly issuer: string; readonly subject: string }) {
  const [row] = await db
    .select()
    .from(oidcAccounts)
    .where(and(eq(oidcAccounts.issuer, issuer), eq(oidcAccounts.subject, subject)));
  return row ?? null;
}

/** Links an account at a service to a person. Refuses with "already_done" when it is somebody's. */
export async function writeOidcAccount(
  tx: Tx,
  ctx: Ctx,
  account: { readonly personId: string; readonly issuer: string; readonly subject: string; readonly email: string },
): Promise<void> {
  const [made] = await tx
    .insert(oidcAccounts)
    .values({ id: ctx.newId(), ...account, createdAt: ctx.now, lastUsedAt: null })
    .onConflictDoNothing()
    .returning({ id: oidcAccounts.id });
  if (!made) throw new DomainError("already_done");
  await writeAudit(tx, ctx, { action: "oidc.linked", subjectKind: "person", subjectId: account.personId });
}
