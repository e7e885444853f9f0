import { and, eq, isNotNull } from "drizzle-orm";
import { people } from "#db/schema/identity";
import { recoveryCodes, secondSteps } from "#db/schema/second-step";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import type { Vault } from "../../kernel/vault";
import type { GivenProof } from "../access/prove";
import { readProof, useProof } from "../access/prove";
import { tellOfAccess } from "../access/tell";
import { hashPassword } from "../password";
import { PASSWORD_MIN } from "../person";
import { deleteSessionsOf } from "../session-rows";
import { ownWords, refuseEasy } from "../set-password";

/**
 * Turns the second step off, by the password or a code. A password that was short because of it must be a longer one from then on:
 * without `nextPassword` that is refused at its field ("invalid"). Every session ends; the route gives this browser a new one.
 * Refuses with "stale" when it is off.
 */
export async function turnOffSecondStep(ctx: Ctx, vault: Vault, given: GivenProof & { readonly nextPassword?: string }): Promise<void> {
  const { personId } = requirePerson(ctx);
  const read = await readProof(ctx, vault, given);
  const { person } = read;
  const needsLonger = person.passwordShort || (read.passwordLength !== null && read.passwordLength < PASSWORD_MIN);
  if (needsLonger) refuseEasy(given.nextPassword ?? "", await ownWords(ctx.store.db, person));
  const passwordHash = needsLonger ? await hashPassword(given.nextPassword ?? "") : person.passwordHash;
  await ctx.store.tx(async (tx) => {
    await useProof(tx, ctx, read);
    const [after] = await tx
      .update(people)
      .set({ passwordHash, passwordShort: false })
      .where(and(eq(people.id, personId), eq(people.passwordShort, person.passwordShort)))
      .returning({ id: people.id });
    if (!after || !(await removeSecondStep(tx, personId))) throw new DomainError("stale");
    await deleteSessionsOf(tx, personId);
    await tellOfAccess(tx, ctx, { personId, event: "second_step_off" });
    await writeAudit(tx, ctx, { action: "second_step.turned_off", subjectKind: "person", subjectId: personId, fields: ["secondStep"] });
  });
}

/** Takes the second step and its recovery codes away; false when it was not on. */
export async function removeSecondStep(tx: Tx, personId: string): Promise<boolean> {
  const gone = await tx
    .delete(secondSteps)
    .where(and(eq(secondSteps.personId, personId), isNotNull(secondSteps.confirmedAt)))
    .returning({ personId: secondSteps.personId });
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  return gone.length === 1;
}
