import { and, eq, isNull } from "drizzle-orm";
import { emailChanges } from "#db/schema/email-change";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { after } from "../../kernel/time";
import type { Vault } from "../../kernel/vault";
import { enqueueMail } from "../../notifications/enqueue-mail";
import type { GivenProof } from "../access/prove";
import { readProof, useProof } from "../access/prove";
import { addressOf } from "../mail-keys";
import { emailKey } from "../person";
import { STOP_TTL } from "./rows";

/**
 * Asks for another address: a link goes to the new one, word to the old one. Nothing tells whether the new one has an account; what the
 * mail says is decided when it is sent. An older wish ends. Refuses with "invalid" for no address or the present one, and as a proof does.
 */
export async function requestEmailChange(ctx: Ctx, vault: Vault, input: GivenProof & { readonly email: string }): Promise<void> {
  const { personId, locale } = requirePerson(ctx);
  const newEmail = addressOf(input.email);
  const newEmailKey = emailKey(newEmail);
  const proof = await readProof(ctx, vault, input);
  const { email: oldEmail, emailKey: oldEmailKey } = proof.person;
  if (newEmailKey === oldEmailKey) throw new DomainError("invalid", { field: "email", message: "access.email.same" });
  await ctx.store.tx(async (tx) => {
    await useProof(tx, ctx, proof);
    await tx
      .update(emailChanges)
      .set({ stoppedAt: ctx.now })
      .where(and(eq(emailChanges.personId, personId), isNull(emailChanges.confirmedAt), isNull(emailChanges.stoppedAt)));
    const id = ctx.newId();
    const row = { id, personId, oldEmail, oldEmailKey, newEmail, newEmailKey };
    await tx.insert(emailChanges).values({ ...row, createdAt: ctx.now, stopUntil: after(ctx.now, STOP_TTL) });
    const mail = { personId, locale, payload: { changeId: id } };
    await enqueueMail(tx, ctx, { ...mail, template: "email_change", address: newEmail, dedupeKey: `email_change:${id}` });
    await enqueueMail(tx, ctx, { ...mail, template: "email_notice", address: oldEmail, dedupeKey: `email_notice:asked:${id}` });
    await writeAudit(tx, ctx, { action: "person.email_change_asked", subjectKind: "person", subjectId: personId });
  });
}
