import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { people } from "#db/schema/identity";
import { recoveryCodes, secondSteps } from "#db/schema/second-step";
import type { Db } from "../../kernel/store";
import type { Vault } from "../../kernel/vault";
import { totpAddress } from "./totp";

/** What a sealed secret belongs to. */
export const aboutStep = (personId: string): string => `second_step:${personId}`;

/** Tells whether a second step stands behind the first for this person. */
export async function hasSecondStep(db: Db, personId: string): Promise<boolean> {
  const [row] = await db
    .select({ personId: secondSteps.personId })
    .from(secondSteps)
    .where(and(eq(secondSteps.personId, personId), isNotNull(secondSteps.confirmedAt)));
  return row !== undefined;
}

/** Second step of a person: since when, and how many recovery codes are left; null when it is off. */
export async function secondStepOf(db: Db, personId: string): Promise<{ readonly since: Date; readonly codesLeft: number } | null> {
  const [row] = await db
    .select({ since: secondSteps.confirmedAt })
    .from(secondSteps)
    .where(and(eq(secondSteps.personId, personId), isNotNull(secondSteps.confirmedAt)));
  if (!row?.since) return null;
  const [left] = await db
    .select({ codes: sql<number>`count(*)`.mapWith(Number) })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)));
  return { since: row.since, codesLeft: left?.codes ?? 0 };
}

/** The secret a person is setting up, to show it to them alone; null when there is none or it can no longer be read. */
export async function pendingSecondStep(
  db: Db,
  vault: Vault,
  personId: string,
): Promise<{ readonly secret: string; readonly address: string } | null> {
  const [row] = await db
    .select({ sealed: secondSteps.secret, email: people.email })
    .from(secondSteps)
    .innerJoin(people, eq(people.id, secondSteps.personId))
    .where(and(eq(secondSteps.personId, personId), isNull(secondSteps.confirmedAt)));
  const secret = row && (await vault.open(row.sealed, aboutStep(personId)));
  return row && secret ? { secret, address: totpAddress(secret, row.email) } : null;
}

/** Tells whether the password of a person is long enough only because a second step stands behind it. */
export async function isPasswordShort(db: Db, personId: string): Promise<boolean> {
  const [row] = await db.select({ short: people.passwordShort }).from(people).where(eq(people.id, personId));
  return row?.short ?? false;
}
