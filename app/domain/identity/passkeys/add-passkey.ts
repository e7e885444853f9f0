import type { RegistrationResponseJSON, VerifiedRegistrationResponse } from "@simplewebauthn/server";
import { verifyRegistrationResponse } from "@simplewebauthn/server";
import { count, eq } from "drizzle-orm";
import { passkeys } from "#db/schema/passkeys";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { takeStep } from "../access/steps";
import { tellOfAccess } from "../access/tell";
import { readMade } from "./answers";
import type { RelyingParty } from "./relying-party";
import { PASSKEYS_MAX } from "./rows";

export interface PasskeyMade {
  /** Secret of the step that asked for it. */
  readonly secret: string;
  /** The browser's answer, as JSON. */
  readonly answer: string;
  /** What the person calls the device. */
  readonly name: string;
}

/**
 * Keeps a passkey that a device of the person made. The question is used up by its first answer, right or wrong.
 * Refuses with "token_invalid" (asked by nobody, too long ago, or answered), "invalid" (not an answer to it),
 * "already_done" (this passkey is known) or "too_many_open".
 */
export async function addPasskey(ctx: Ctx, rp: RelyingParty, { secret, answer, name }: PasskeyMade): Promise<{ id: string }> {
  const { personId } = requirePerson(ctx);
  const step = await ctx.store.tx((tx) => takeStep(tx, ctx, secret, "passkey_add"));
  if (step.personId !== personId) throw new DomainError("token_invalid");
  const { credential, credentialBackedUp } = await verified(readMade(answer), rp, step.payload.challenge ?? "");
  const id = ctx.newId();
  await ctx.store.tx(async (tx) => {
    const [made] = await tx
      .insert(passkeys)
      .values({
        id,
        personId,
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString("base64url"),
        counter: credential.counter,
        transports: credential.transports ?? [],
        backedUp: credentialBackedUp,
        name,
        createdAt: ctx.now,
        lastUsedAt: null,
        doubtedAt: null,
      })
      .onConflictDoNothing()
      .returning({ id: passkeys.id });
    if (!made) throw new DomainError("already_done");
    const [held] = await tx.select({ count: count() }).from(passkeys).where(eq(passkeys.personId, personId));
    if ((held?.count ?? 0) > PASSKEYS_MAX) throw new DomainError("too_many_open", { max: PASSKEYS_MAX });
    await writeAudit(tx, ctx, { action: "passkey.added", subjectKind: "person", subjectId: personId });
    await tellOfAccess(tx, ctx, { personId, event: "passkey_added" });
  });
  return { id };
}

async function verified(
  response: RegistrationResponseJSON | null,
  rp: RelyingParty,
  expectedChallenge: string,
): Promise<NonNullable<VerifiedRegistrationResponse["registrationInfo"]>> {
  if (!response) throw new DomainError("invalid");
  const expected = { expectedChallenge, expectedOrigin: rp.origin, expectedRPID: rp.id, requireUserVerification: true };
  const { registrationInfo } = await verifyRegistrationResponse({ response, ...expected }).catch(() => ({ registrationInfo: undefined }));
  if (!registrationInfo) throw new DomainError("invalid");
  return registrationInfo;
}
