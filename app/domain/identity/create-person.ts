import type { Locale, Role } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { writeAccount, writeGrant } from "./accounts";
import { hashPassword } from "./password";
import type { AgeBand } from "./person";
import type { Scope } from "./policy";
import { isAdmin } from "./policy";

export interface PersonInput {
  readonly name: string;
  readonly email: string;
  readonly ageBand: AgeBand;
  readonly locale: Locale;
  readonly homeCampusId: string | null;
  readonly roles?: readonly { readonly role: Role; readonly scope: Scope }[];
  readonly password?: string;
  /** For the demo: the hash is made once for everybody. */
  readonly passwordHash?: string;
}

/**
 * Makes an account without a mail: for the command line, the demo and an admin. The password is not judged here.
 * Refuses with "forbidden", "invalid", or "already_done" when the address has an account.
 */
export async function createPerson(ctx: Ctx, input: PersonInput): Promise<{ personId: string }> {
  if (ctx.via === "web" && !isAdmin(ctx.actor)) throw new DomainError("forbidden");
  const passwordHash = input.passwordHash ?? (input.password === undefined ? null : await hashPassword(input.password));
  return ctx.store.tx(async (tx) => {
    const personId = await writeAccount(tx, ctx, { ...input, passwordHash });
    for (const { role, scope } of input.roles ?? []) await writeGrant(tx, ctx, { personId, role, scope });
    return { personId };
  });
}
