import { eq } from "drizzle-orm";
import { people } from "#db/schema/identity";
import { oidcAccounts } from "#db/schema/oidc";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import type { SignInFacts } from "../access/record-sign-in";
import { recordSignIn } from "../access/record-sign-in";
import { beginStep } from "../access/steps";
import { personByEmail } from "../accounts";
import { mailAddress, NAME_MAX } from "../person";
import type { Proved } from "./proved";
import { oidcAccount } from "./rows";

export interface OidcAnswer {
  readonly proved: Proved;
  /** Who was signed in when the question was asked, and so wants a link; null for somebody who signs in. */
  readonly askedBy: string | null;
  readonly to: string;
  readonly from: Pick<SignInFacts, "userAgent" | "network">;
}

/**
 * What comes of it: `in` (a session), `linked` (it was theirs already), `link` (the person must confirm it, signed in the ordinary way)
 * or `join` (no account yet: the questions of signing up), the last two with the secret of a step.
 */
export type OidcOutcome =
  | { readonly kind: "in"; readonly personId: string }
  | { readonly kind: "linked" }
  | { readonly kind: "link" | "join"; readonly secret: string };

/**
 * Decides what the answer of a service opens. A linked account signs in. An address of ours is never enough by itself: whoever runs the
 * service could say any address, so the person of that account confirms the link from within (docs/decisions/0010).
 * Refuses with "not_verified" (no address the service made sure of), "suspended", or "conflict" (linked to somebody else).
 */
export async function answerOidc(ctx: Ctx, { proved, askedBy, to, from }: OidcAnswer): Promise<OidcOutcome> {
  const email = proved.emailVerified ? mailAddress(proved.email) : null;
  if (email === null) throw new DomainError("not_verified");
  const outcome = await ctx.store.tx(async (tx) => {
    const known = await oidcAccount(tx, proved);
    if (askedBy !== null && known) {
      if (known.personId !== askedBy) throw new DomainError("conflict");
      return { kind: "linked" } as const;
    }
    if (known) return signIn(tx, ctx, known, email);
    const owner = askedBy ?? (await personByEmail(tx, email))?.id ?? null;
    const { issuer, subject, factors } = proved;
    const payload = { issuer, subject, email, name: proved.name.slice(0, NAME_MAX), factors: String(factors), to };
    const secret = await beginStep(tx, ctx, { kind: "oidc_proved", personId: owner, payload });
    return { kind: owner === null ? ("join" as const) : ("link" as const), secret };
  });
  if (outcome.kind !== "suspended") return outcome;
  await recordSignIn(ctx, { personId: outcome.personId, method: "oidc", outcome: "refused", ...from });
  throw new DomainError("suspended");
}

async function signIn(tx: Tx, ctx: Ctx, { id, personId }: { readonly id: string; readonly personId: string }, email: string) {
  const [person] = await tx.select({ suspendedAt: people.suspendedAt }).from(people).where(eq(people.id, personId));
  if (!person || person.suspendedAt) return { kind: "suspended" as const, personId };
  await tx.update(oidcAccounts).set({ email, lastUsedAt: ctx.now }).where(eq(oidcAccounts.id, id));
  await writeAudit(tx, ctx, { action: "person.signed_in", subjectKind: "person", subjectId: personId, fields: ["oidc"] });
  return { kind: "in" as const, personId };
}
