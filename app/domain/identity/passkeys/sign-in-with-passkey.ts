import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { and, eq, lt } from "drizzle-orm";
import { people } from "#db/schema/identity";
import { passkeys } from "#db/schema/passkeys";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { SignInFacts } from "../access/record-sign-in";
import { recordSignIn } from "../access/record-sign-in";
import { takeStep } from "../access/steps";
import { handleOf, readUsed } from "./answers";
import type { RelyingParty } from "./relying-party";
import type { Passkey } from "./rows";

export interface PasskeyUsed {
  /** Secret of the step that asked. */
  readonly secret: string;
  /** The browser's answer, as JSON. */
  readonly answer: string;
  readonly from: Pick<SignInFacts, "userAgent" | "network">;
}

/**
 * Signs in by a passkey, without an address; the route makes the session. The question is used up by its first answer, right or wrong.
 * Refuses with "token_invalid" (asked by nobody, too long ago, or answered), "suspended" only after a right answer, and "invalid" for
 * every other answer: also when the device's count did not go on, which is noted, for then a copy may be about.
 */
export async function signInWithPasskey(ctx: Ctx, rp: RelyingParty, { secret, answer, from }: PasskeyUsed): Promise<{ personId: string }> {
  const step = await ctx.store.tx((tx) => takeStep(tx, ctx, secret, "passkey_sign_in"));
  const response = readUsed(answer);
  const [passkey] = response ? await ctx.store.db.select().from(passkeys).where(eq(passkeys.credentialId, response.id)) : [];
  if (!response || !passkey) throw new DomainError("invalid");
  const { personId } = passkey;
  const next = await counted(response, passkey, rp, step.payload.challenge ?? "");
  const outcome = await ctx.store.tx(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId));
    if (!person || person.erasedAt) return "invalid";
    const [used] = await tx
      .update(passkeys)
      .set({ counter: next, lastUsedAt: ctx.now })
      // A device that does not count says 0 each time; any other count goes on.
      .where(and(eq(passkeys.id, passkey.id), next === 0 ? eq(passkeys.counter, 0) : lt(passkeys.counter, next)))
      .returning({ id: passkeys.id });
    if (!used) {
      await tx.update(passkeys).set({ doubtedAt: ctx.now }).where(eq(passkeys.id, passkey.id));
      await writeAudit(tx, ctx, { action: "passkey.doubted", subjectKind: "person", subjectId: personId, fields: ["counter"] });
      return "invalid";
    }
    if (person.suspendedAt) return "suspended";
    await writeAudit(tx, ctx, { action: "person.signed_in", subjectKind: "person", subjectId: personId, fields: ["passkey"] });
    return "in";
  });
  if (outcome === "in") return { personId };
  await recordSignIn(ctx, { personId, method: "passkey", outcome: "refused", ...from });
  throw new DomainError(outcome);
}

/** The count that came with a right answer; refuses with "invalid" for a wrong one. The count is judged in the transaction that keeps it. */
async function counted(response: AuthenticationResponseJSON, passkey: Passkey, rp: RelyingParty, challenge: string): Promise<number> {
  const { userHandle } = response.response;
  const isTheirs = userHandle === undefined || userHandle === Buffer.from(handleOf(passkey.personId)).toString("base64url");
  const publicKey = new Uint8Array(Buffer.from(passkey.publicKey, "base64url"));
  const verification = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: rp.origin,
    expectedRPID: rp.id,
    credential: { id: passkey.credentialId, publicKey, counter: 0 },
    requireUserVerification: true,
  }).catch(() => null);
  if (!verification?.verified || !isTheirs) throw new DomainError("invalid");
  return verification.authenticationInfo.newCounter;
}
