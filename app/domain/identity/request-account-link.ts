import { campusById } from "../campus/queries";
import type { Locale } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { enqueueMail } from "../notifications/enqueue-mail";
import { demandOpenSignUp } from "./access/instance";
import { addressOf, oncePerMinute } from "./mail-keys";
import type { AgeBand } from "./person";

export interface AccountLinkRequest {
  readonly email: string;
  readonly locale: Locale;
  readonly intent: "sign_in" | "sign_up";
  readonly signUp?: {
    readonly name: string;
    readonly ageBand: AgeBand;
    /** Absent for who belongs to no campus, such as who speaks for a company. */
    readonly campusId?: string;
    /** SHA-256 of the secret that opens a visitor's draft; never the secret itself. */
    readonly draftClaim?: string;
  };
  /** Path to go to afterwards. */
  readonly to?: string;
}

/**
 * Asks for a mail with a link that signs in or signs up. One row is written whether or not the address is known;
 * what the mail says is decided when it is sent. A second request within the same minute sends nothing more.
 * Refuses with "sign_up_closed" where accounts are by invitation, and "invalid" for what is no address and for a campus that does not exist.
 */
export async function requestAccountLink(ctx: Ctx, request: AccountLinkRequest): Promise<void> {
  const { email, intent, signUp } = request;
  const campusId = signUp?.campusId;
  if (campusId !== undefined && !(await campusById(ctx.store.db, campusId))) throw new DomainError("invalid", { field: "campusId" });
  const dedupeKey = oncePerMinute(`account_link:${intent}`, addressOf(email), ctx.now);
  await ctx.store.tx((tx) => writeAccountLink(tx, ctx, request, dedupeKey));
}

/** Writes the mail of a link in the transaction of what it belongs to; for contexts in which somebody begins something before they sign in. */
export async function writeAccountLink(tx: Tx, ctx: Ctx, request: AccountLinkRequest, dedupeKey: string): Promise<void> {
  const { email, locale, intent, signUp, to } = request;
  if (signUp) await demandOpenSignUp(tx);
  const payload: Record<string, string> = { intent, locale };
  if (signUp) Object.assign(payload, { name: signUp.name, ageBand: signUp.ageBand });
  if (signUp?.campusId) payload.campusId = signUp.campusId;
  if (signUp?.draftClaim) payload.draftClaim = signUp.draftClaim;
  if (to) payload.to = to;
  await enqueueMail(tx, ctx, { template: "account_link", address: addressOf(email), locale, payload, dedupeKey });
}
