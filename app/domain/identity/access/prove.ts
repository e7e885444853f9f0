import { eq } from "drizzle-orm";
import { people } from "#db/schema/identity";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import type { Vault } from "../../kernel/vault";
import { passwordLength, verifyPassword } from "../password";
import { hasSecondStep } from "../second-step/queries";
import type { ReadCode } from "../second-step/take-code";
import { readCode, takeCode } from "../second-step/take-code";

/** What somebody types to show that it is still they who sit there: the password, or a code of the second step. */
export interface GivenProof {
  readonly password?: string;
  readonly code?: string;
}

/** A proof that was compared and is not used yet. */
export interface ReadProof {
  readonly person: typeof people.$inferSelect;
  readonly code: ReadCode | null;
  /** Characters of the password that was given; null when none was. */
  readonly passwordLength: number | null;
}

/**
 * Compares what the person who acts typed with what there is: a wrong password refuses at its field, a code is looked at and used by
 * `useProof`. Who has neither a password nor a second step has nothing to show but their mail. Outside transactions: argon2 takes its time.
 */
export async function readProof(ctx: Ctx, vault: Vault, given: GivenProof): Promise<ReadProof> {
  const { personId } = requirePerson(ctx);
  const { db } = ctx.store;
  const [row] = await db.select().from(people).where(eq(people.id, personId));
  const person = found(row);
  const hasStep = await hasSecondStep(db, personId);
  if (given.password) {
    if (await verifyPassword(person.passwordHash, given.password))
      return { person, code: null, passwordLength: passwordLength(given.password) };
    throw new DomainError("wrong_password", { field: "currentPassword", message: "account.password.wrong" });
  }
  if (given.code && hasStep) return { person, code: await readCode(ctx, vault, personId, given.code), passwordLength: null };
  if (person.passwordHash === null && !hasStep) return { person, code: null, passwordLength: null };
  throw new DomainError("invalid", { field: person.passwordHash === null ? "code" : "currentPassword", message: "error.field.required" });
}

/** Uses the proof up in the transaction of what it allows. Refuses with "code_refused" at its field, or "stale" when the password changed meanwhile. */
export async function useProof(tx: Tx, ctx: Ctx, { person, code }: ReadProof): Promise<void> {
  if (code && (await takeCode(tx, ctx, code)) === null) throw new DomainError("code_refused", { field: "code" });
  const [now] = await tx
    .select({ passwordHash: people.passwordHash, erasedAt: people.erasedAt })
    .from(people)
    .where(eq(people.id, person.id));
  if (!now || now.erasedAt || now.passwordHash !== person.passwordHash) throw new DomainError("stale");
}
