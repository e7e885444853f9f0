import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";

/** A browser's answer is some kilobytes at most. */
const ANSWER_MAX = 20_000;

const base64url = z.string().regex(/^[\w-]{1,16000}$/);

const answer = z.object({ id: base64url.max(1400), rawId: base64url.max(1400), type: z.literal("public-key") });

const made = answer.extend({
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
});

const used = answer.extend({
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url, userHandle: base64url.optional() }),
});

function read<S extends z.ZodType>(text: string, schema: S): z.output<S> | null {
  if (text.length > ANSWER_MAX) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The answer of a browser that made a passkey; null when the text is none. Proves nothing yet. */
export function readMade(text: string): RegistrationResponseJSON | null {
  const found = read(text, made);
  if (!found) return null;
  const { transports, ...response } = found.response;
  return { ...found, response: { ...response, transports: transports as never }, clientExtensionResults: {} };
}

/** The answer of a browser that used a passkey; null when the text is none. Proves nothing yet. */
export function readUsed(text: string): AuthenticationResponseJSON | null {
  const found = read(text, used);
  return found && { ...found, clientExtensionResults: {} };
}

/** What a device keeps beside a passkey, to say whose it is: the person's id, which names nobody. */
export function handleOf(personId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(personId, "utf8"));
}
