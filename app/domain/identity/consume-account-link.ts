import { eq } from "drizzle-orm";
import { people } from "#db/schema/identity";
import { LOCALES } from "../kernel/actor";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Db, Tx } from "../kernel/store";
import { personByEmail, writeAccount } from "./accounts";
import type { AgeBand } from "./person";
import { AGE_BANDS } from "./person";
import type { Token } from "./tokens";
import { consumeToken, endTokens, peekToken } from "./tokens";

const KINDS = ["sign_in", "sign_up"] as const;

export interface AccountLinkUsed {
  readonly personId: string;
  readonly isNew: boolean;
  /** SHA-256 of the secret of a draft that waits for this person, when they began before signing up. */
  readonly draftClaim: string | null;
  /** Path the person was on the way to. */
  readonly to: string | null;
}

/**
 * Uses a mailed link up: signs the person of the address in, or makes the account of a sign-up.
 * Refuses with "token_invalid" (unknown, used or too old) or "suspended".
 */
export async function consumeAccountLink(ctx: Ctx, secret: string): Promise<AccountLinkUsed> {
  return ctx.store.tx(async (tx) => {
    const token = await consumeToken(tx, ctx, secret, KINDS);
    const known = await personByEmail(tx, token.emailKey);
    if (known?.suspendedAt) throw new DomainError("suspended");
    if (!known && token.kind === "sign_in") throw new DomainError("token_invalid");
    const personId = known?.id ?? (await signUp(tx, ctx, token));
    if (known && known.verifiedAt === null) await tx.update(people).set({ verifiedAt: ctx.now }).where(eq(people.id, known.id));
    // A sign-up and a sign-in link of one address may be under way at the same time: one of them is enough.
    await endTokens(tx, ctx, token.emailKey, KINDS);
    await writeAudit(tx, ctx, { action: "person.signed_in", subjectKind: "person", subjectId: personId, fields: ["link"] });
    return { personId, isNew: !known, draftClaim: token.payload.draftClaim ?? null, to: token.payload.to ?? null };
  });
}

async function signUp(tx: Tx, ctx: Ctx, { payload }: Token): Promise<string> {
  const ageBand = AGE_BANDS.find((band) => band === payload.ageBand);
  if (!ageBand || !payload.name || !payload.email) throw new DomainError("token_invalid");
  return writeAccount(tx, ctx, {
    name: payload.name,
    email: payload.email,
    ageBand,
    locale: LOCALES.find((locale) => locale === payload.locale) ?? LOCALES[0],
    homeCampusId: payload.campusId ?? null,
  });
}

/** What the confirm page shows of a link; null when it opens nothing. Changes nothing. */
export async function peekAccountLink(
  db: Db,
  secret: string,
  now: Date,
): Promise<{
  readonly kind: "sign_in" | "sign_up";
  readonly name: string;
  readonly email: string;
  readonly ageBand: AgeBand | null;
} | null> {
  const token = await peekToken(db, secret, KINDS, now);
  if (!token) return null;
  const person = await personByEmail(db, token.emailKey);
  if (person) return { kind: "sign_in", name: person.name, email: person.email, ageBand: null };
  if (token.kind === "sign_in") return null;
  const ageBand = AGE_BANDS.find((band) => band === token.payload.ageBand) ?? null;
  return { kind: "sign_up", name: token.payload.name ?? "", email: token.payload.email ?? token.emailKey, ageBand };
}
