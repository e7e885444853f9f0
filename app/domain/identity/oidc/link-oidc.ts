import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Db } from "../../kernel/store";
import type { Vault } from "../../kernel/vault";
import type { GivenProof } from "../access/prove";
import { readProof, useProof } from "../access/prove";
import type { Step } from "../access/steps";
import { peekStep, takeStep } from "../access/steps";
import { tellOfAccess } from "../access/tell";
import { writeOidcAccount } from "./rows";

/** What a service proved, waiting for the person's word. */
export interface OidcWaiting {
  /** Whose account it would open; null when there is none yet. */
  readonly personId: string | null;
  readonly issuer: string;
  readonly subject: string;
  readonly email: string;
  readonly name: string;
  readonly factors: 1 | 2;
  readonly to: string;
}

/** Reads what a service proved out of its step. */
export function waitingOf({ personId, payload }: Step): OidcWaiting {
  const { issuer = "", subject = "", email = "", name = "", factors = "1", to = "" } = payload;
  return { personId, issuer, subject, email, name, factors: factors === "2" ? 2 : 1, to };
}

/** What waits behind a secret, without using it; null when nothing does, or not any more. */
export async function peekOidc(db: Db, secret: string, now: Date): Promise<OidcWaiting | null> {
  const step = await peekStep(db, secret, "oidc_proved", now);
  return step && waitingOf(step);
}

/**
 * Links the account at the service to the person who acts, who is signed in, says yes, and shows their password or a code where they have
 * one. Refuses with "token_invalid" (nothing waits any more), "conflict" (it waits for somebody else), "already_done" (it is linked), or as
 * a proof does; then it still waits.
 */
export async function linkOidc(ctx: Ctx, vault: Vault, secret: string, given: GivenProof): Promise<{ to: string }> {
  const { personId } = requirePerson(ctx);
  const open = await peekOidc(ctx.store.db, secret, ctx.now);
  if (!open) throw new DomainError("token_invalid");
  if (open.personId !== personId) throw new DomainError("conflict");
  const proof = await readProof(ctx, vault, given);
  return ctx.store.tx(async (tx) => {
    await useProof(tx, ctx, proof);
    const waiting = waitingOf(await takeStep(tx, ctx, secret, "oidc_proved"));
    if (waiting.personId !== personId) throw new DomainError("conflict");
    const { issuer, subject, email, to } = waiting;
    await writeOidcAccount(tx, ctx, { personId, issuer, subject, email });
    await tellOfAccess(tx, ctx, { personId, event: "service_linked" });
    return { to };
  });
}
