import type { Locale } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { personByEmail } from "../accounts";
import { issueToken } from "../tokens";
import { openAccount, openChange } from "./rows";

/** A mail about a change of address, decided at the moment of sending. */
export interface EmailChangeMail<Variant extends string> {
  readonly variant: Variant;
  readonly to: string;
  readonly locale: Locale;
  readonly secret: string | null;
}

/** Makes the link for the new mailbox; where that address has an account it gets word instead. Null when the change is over. */
export async function issueEmailChange(ctx: Ctx, changeId: string): Promise<EmailChangeMail<"confirm" | "taken"> | null> {
  return ctx.store.tx(async (tx) => {
    const change = await openChange(tx, changeId);
    const person = change && (await openAccount(tx, change.personId));
    if (!change || !person || change.confirmedAt || person.emailKey !== change.oldEmailKey) return null;
    const taken = await personByEmail(tx, change.newEmail);
    if (taken) return taken.suspendedAt ? null : { variant: "taken", to: taken.email, locale: taken.locale, secret: null };
    const { secret } = await issueToken(tx, ctx, {
      kind: "email_change",
      emailKey: change.newEmailKey,
      personId: person.id,
      subjectId: change.id,
    });
    return { variant: "confirm", to: change.newEmail, locale: person.locale, secret };
  });
}

/** Makes the link with which the old mailbox stops a change, or takes it back. Null when it is too late for that. */
export async function issueEmailNotice(ctx: Ctx, changeId: string): Promise<EmailChangeMail<"asked" | "done"> | null> {
  return ctx.store.tx(async (tx) => {
    const change = await openChange(tx, changeId);
    const person = change && (await openAccount(tx, change.personId));
    if (!change || !person || change.stopUntil <= ctx.now) return null;
    const { secret } = await issueToken(tx, ctx, {
      kind: "email_stop",
      emailKey: change.oldEmailKey,
      personId: person.id,
      subjectId: change.id,
      notAfter: change.stopUntil,
    });
    return { variant: change.confirmedAt ? "done" : "asked", to: change.oldEmail, locale: person.locale, secret };
  });
}
