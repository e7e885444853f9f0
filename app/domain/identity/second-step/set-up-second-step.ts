import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { secondSteps } from "#db/schema/second-step";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Vault } from "../../kernel/vault";
import type { GivenProof } from "../access/prove";
import { readProof, useProof } from "../access/prove";
import { tellOfAccess } from "../access/tell";
import { deleteSessionsOf } from "../session-rows";
import { aboutStep, hasSecondStep } from "./queries";
import { writeRecoveryCodes } from "./recovery-codes";
import { newTotpSecret, totpStep } from "./totp";

/**
 * Makes the secret that an app and we are to share; it guards nothing before a code of it was typed. Asks the password where there is one.
 * Refuses with "already_done" when a second step is on, "wrong_password", or "vault_closed" when the instance has no key.
 */
export async function beginSecondStep(ctx: Ctx, vault: Vault, proof: GivenProof): Promise<void> {
  const { personId } = requirePerson(ctx);
  if (await hasSecondStep(ctx.store.db, personId)) throw new DomainError("already_done");
  const read = await readProof(ctx, vault, proof);
  const secret = await vault.seal(newTotpSecret(), aboutStep(personId));
  await ctx.store.tx(async (tx) => {
    await useProof(tx, ctx, read);
    await tx.delete(secondSteps).where(and(eq(secondSteps.personId, personId), isNull(secondSteps.confirmedAt)));
    const made = await tx
      .insert(secondSteps)
      .values({ personId, secret, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ personId: secondSteps.personId });
    if (made.length === 0) throw new DomainError("already_done");
    await writeAudit(tx, ctx, { action: "second_step.begun", subjectKind: "person", subjectId: personId });
  });
}

/** Drops a secret that is being set up. Nothing happens when there is none. */
export async function dropSecondStep(ctx: Ctx): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    await tx.delete(secondSteps).where(and(eq(secondSteps.personId, personId), isNull(secondSteps.confirmedAt)));
  });
}

/**
 * Turns the second step on by a first code of the app, and returns the recovery codes: the only time they can be read. Every session ends;
 * the route gives this browser a new one. Refuses with "code_refused", or "stale" when nothing is being set up.
 */
export async function confirmSecondStep(ctx: Ctx, vault: Vault, typed: string): Promise<readonly string[]> {
  const { personId } = requirePerson(ctx);
  const pending = and(eq(secondSteps.personId, personId), isNull(secondSteps.confirmedAt));
  const [row] = await ctx.store.db.select({ sealed: secondSteps.secret }).from(secondSteps).where(pending);
  const secret = row ? await vault.open(row.sealed, aboutStep(personId)) : null;
  if (!row || secret === null) throw new DomainError("stale");
  const step = totpStep(secret, typed, ctx.now);
  if (step === null) throw new DomainError("code_refused", { field: "code" });
  return ctx.store.tx(async (tx) => {
    const [confirmed] = await tx
      .update(secondSteps)
      .set({ confirmedAt: ctx.now, lastStep: step })
      .where(and(pending, eq(secondSteps.secret, row.sealed)))
      .returning({ personId: secondSteps.personId });
    if (!confirmed) throw new DomainError("stale");
    const codes = await writeRecoveryCodes(tx, ctx, personId);
    await deleteSessionsOf(tx, personId);
    await tellOfAccess(tx, ctx, { personId, event: "second_step_on" });
    await writeAudit(tx, ctx, { action: "second_step.turned_on", subjectKind: "person", subjectId: personId, fields: ["secondStep"] });
    return codes;
  });
}

/** New recovery codes in place of all older ones, used or not. Asks the password or a code of the app. Refuses with "stale" when the step is off. */
export async function renewRecoveryCodes(ctx: Ctx, vault: Vault, proof: GivenProof): Promise<readonly string[]> {
  const { personId } = requirePerson(ctx);
  const read = await readProof(ctx, vault, proof);
  return ctx.store.tx(async (tx) => {
    await useProof(tx, ctx, read);
    const [on] = await tx
      .select({ personId: secondSteps.personId })
      .from(secondSteps)
      .where(and(eq(secondSteps.personId, personId), isNotNull(secondSteps.confirmedAt)));
    if (!on) throw new DomainError("stale");
    await tellOfAccess(tx, ctx, { personId, event: "recovery_renewed" });
    await writeAudit(tx, ctx, {
      action: "second_step.codes_renewed",
      subjectKind: "person",
      subjectId: personId,
      fields: ["recoveryCodes"],
    });
    return writeRecoveryCodes(tx, ctx, personId);
  });
}
