import { and, eq, isNotNull, lt } from "drizzle-orm";
import { secondSteps } from "#db/schema/second-step";
import type { Ctx } from "../../kernel/context";
import type { Db, Tx } from "../../kernel/store";
import type { Vault } from "../../kernel/vault";
import { aboutStep } from "./queries";
import { takeRecoveryCode } from "./recovery-codes";
import { totpStep } from "./totp";

/** What a typed code is found to be before it is used: the half minute of the app, or perhaps a recovery code. */
export interface ReadCode {
  readonly personId: string;
  readonly typed: string;
  readonly step: number | null;
}

/** Compares a typed code with the app of a person. Opening the seal is no work for inside a transaction; `takeCode` uses it there. */
export async function readCode(
  ctx: { readonly store: { readonly db: Db }; readonly now: Date },
  vault: Vault,
  personId: string,
  typed: string,
): Promise<ReadCode> {
  const [row] = await ctx.store.db
    .select({ sealed: secondSteps.secret })
    .from(secondSteps)
    .where(and(eq(secondSteps.personId, personId), isNotNull(secondSteps.confirmedAt)));
  const secret = row ? await vault.open(row.sealed, aboutStep(personId)) : null;
  return { personId, typed, step: secret === null ? null : totpStep(secret, typed, ctx.now) };
}

/** Uses a code up: of the same code at the same moment exactly one use succeeds. Null when it is wrong or was used. */
export async function takeCode(tx: Tx, ctx: Pick<Ctx, "now">, { personId, typed, step }: ReadCode): Promise<"app" | "recovery" | null> {
  if (step === null) return (await takeRecoveryCode(tx, ctx, personId, typed)) ? "recovery" : null;
  const used = await tx
    .update(secondSteps)
    .set({ lastStep: step })
    .where(and(eq(secondSteps.personId, personId), isNotNull(secondSteps.confirmedAt), lt(secondSteps.lastStep, step)))
    .returning({ personId: secondSteps.personId });
  return used.length === 1 ? "app" : null;
}
