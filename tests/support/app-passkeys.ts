import type { GivenProof } from "~/domain/identity/access/prove";
import { addPasskey } from "~/domain/identity/passkeys/add-passkey";
import { beginPasskey } from "~/domain/identity/passkeys/begin-passkey";
import { relyingPartyOf } from "~/domain/identity/passkeys/relying-party";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { Authenticator } from "./authenticator";
import { NOW, testCtx } from "./ctx";
import { testVault } from "./vault";

/** Adds a passkey of a person, as their browser does; returns its id and the device that holds it. */
export async function buildPasskey(
  store: Store,
  person: Person,
  origin: string,
  { now = NOW, name = "Mijn telefoon", proof = {} }: { now?: Date; name?: string; proof?: GivenProof } = {},
): Promise<{ id: string; device: Authenticator }> {
  const rp = relyingPartyOf(origin);
  if (!rp) throw new Error(`no passkeys at ${origin}`);
  const ctx = testCtx(store, person, now);
  const device = new Authenticator();
  const { secret, options } = await beginPasskey(ctx, rp, testVault, proof);
  const answer = device.make(options, { origin, rpId: rp.id });
  return { ...(await addPasskey(ctx, rp, { secret, answer, name })), device };
}
