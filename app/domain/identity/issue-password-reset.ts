import type { Locale } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { personByEmail } from "./accounts";
import type { AccountMail } from "./issue-account-link";
import { issueToken } from "./tokens";

/** Makes the link for a request of `requestPasswordReset`. Null when the person is suspended: then nothing is sent. */
export async function issuePasswordReset(
  ctx: Ctx,
  request: { readonly address: string; readonly locale: Locale },
): Promise<AccountMail<"reset" | "unknown"> | null> {
  return ctx.store.tx(async (tx) => {
    const person = await personByEmail(tx, request.address);
    if (!person) return { variant: "unknown", to: request.address, locale: request.locale, name: "", secret: null };
    if (person.suspendedAt) return null;
    const { secret } = await issueToken(tx, ctx, { kind: "reset", emailKey: person.emailKey, personId: person.id });
    return { variant: "reset", to: person.email, locale: person.locale, name: person.name, secret };
  });
}
