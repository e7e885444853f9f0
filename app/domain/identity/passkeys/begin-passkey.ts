import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server";
import { generateRegistrationOptions } from "@simplewebauthn/server";
import { eq } from "drizzle-orm";
import { passkeys } from "#db/schema/passkeys";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Vault } from "../../kernel/vault";
import type { GivenProof } from "../access/prove";
import { readProof, useProof } from "../access/prove";
import { beginStep } from "../access/steps";
import { handleOf } from "./answers";
import type { RelyingParty } from "./relying-party";
import { PASSKEYS_MAX } from "./rows";

/**
 * Asks the browser for a new passkey of the person who acts: one that says itself whose it is, after the device knew its owner. Asks the
 * password or a code where there is one, and refuses as a proof does, or with "too_many_open" when they have the most there may be.
 */
export async function beginPasskey(
  ctx: Ctx,
  rp: RelyingParty,
  vault: Vault,
  given: GivenProof,
): Promise<{ readonly secret: string; readonly options: PublicKeyCredentialCreationOptionsJSON }> {
  const { personId } = requirePerson(ctx);
  const { db } = ctx.store;
  const proof = await readProof(ctx, vault, given);
  const { email, name } = proof.person;
  const known = await db.select({ id: passkeys.credentialId }).from(passkeys).where(eq(passkeys.personId, personId));
  if (known.length >= PASSKEYS_MAX) throw new DomainError("too_many_open", { max: PASSKEYS_MAX });
  const options = await generateRegistrationOptions({
    rpName: "Broeikas",
    rpID: rp.id,
    userID: handleOf(personId),
    userName: email,
    userDisplayName: name,
    attestationType: "none",
    excludeCredentials: known,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  const payload = { challenge: options.challenge };
  const secret = await ctx.store.tx(async (tx) => {
    await useProof(tx, ctx, proof);
    return beginStep(tx, ctx, { kind: "passkey_add", personId, payload });
  });
  return { secret, options };
}
