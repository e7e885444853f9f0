import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server";
import { generateRegistrationOptions } from "@simplewebauthn/server";
import { eq } from "drizzle-orm";
import { people } from "#db/schema/identity";
import { passkeys } from "#db/schema/passkeys";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import { beginStep } from "../access/steps";
import { handleOf } from "./answers";
import type { RelyingParty } from "./relying-party";
import { PASSKEYS_MAX } from "./rows";

/**
 * Asks the browser for a new passkey of the person who acts: one that says itself whose it is, after the device knew its owner.
 * Refuses with "too_many_open" when they have the most there may be.
 */
export async function beginPasskey(
  ctx: Ctx,
  rp: RelyingParty,
): Promise<{ readonly secret: string; readonly options: PublicKeyCredentialCreationOptionsJSON }> {
  const { personId } = requirePerson(ctx);
  const { db } = ctx.store;
  const [person] = await db.select({ email: people.email, name: people.name }).from(people).where(eq(people.id, personId));
  const { email, name } = found(person);
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
  const secret = await ctx.store.tx((tx) => beginStep(tx, ctx, { kind: "passkey_add", personId, payload }));
  return { secret, options };
}
