import type { Locale } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { personByEmail } from "./accounts";
import { emailKey } from "./person";
import { issueToken } from "./tokens";

/** What a mail about an account says, decided at the moment of sending. */
export interface AccountMail<Variant extends string> {
  readonly variant: Variant;
  /** Where it goes: the address of the account when there is one, not what somebody typed. */
  readonly to: string;
  readonly locale: Locale;
  readonly name: string;
  /** Secret of the link; null when there is nothing to open. */
  readonly secret: string | null;
}

/** Fields of a request that travel with the link to the page that uses it. */
const CARRIED = ["draftClaim", "to"] as const;

/**
 * Makes the link for a request of `requestAccountLink`. A known address gets a link to sign in whatever was asked,
 * an unknown one a link to sign up when that was asked. Null when the person is suspended: then nothing is sent.
 */
export async function issueAccountLink(
  ctx: Ctx,
  request: { readonly address: string; readonly locale: Locale; readonly payload: Readonly<Record<string, string>> },
): Promise<AccountMail<"sign_in" | "sign_up" | "unknown"> | null> {
  const { address, payload } = request;
  return ctx.store.tx(async (tx) => {
    const person = await personByEmail(tx, address);
    if (person?.suspendedAt) return null;
    const carried = pick(payload, CARRIED);
    if (person) {
      const { secret } = await issueToken(tx, ctx, { kind: "sign_in", emailKey: person.emailKey, personId: person.id, payload: carried });
      return { variant: "sign_in", to: person.email, locale: person.locale, name: person.name, secret };
    }
    if (payload.intent !== "sign_up" || !payload.name)
      return { variant: "unknown", to: address, locale: request.locale, name: "", secret: null };
    const asked = pick(payload, ["name", "ageBand", "campusId"]);
    const { secret } = await issueToken(tx, ctx, {
      kind: "sign_up",
      emailKey: emailKey(address),
      payload: { ...carried, ...asked, email: address, locale: request.locale },
    });
    return { variant: "sign_up", to: address, locale: request.locale, name: payload.name, secret };
  });
}

function pick(from: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
}
