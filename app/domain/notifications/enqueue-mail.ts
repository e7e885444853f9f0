import { outbox } from "#db/schema/across";
import type { Ctx } from "../kernel/context";
import type { Locale } from "../kernel/actor";
import type { Tx } from "../kernel/store";

/** Mails Broeikas can send. Each has a template in three languages under app/emails. */
export const MAIL_TEMPLATES = [
  "account_link",
  "password_reset",
  "role_invite",
  "team_invitation",
  "account_unused",
  "erasure_done",
  "access_changed",
  "email_change",
  "email_notice",
  "talk_booked",
  "talk_moved",
  "talk_cancelled",
  "talk_reminder",
  "notice",
  "backup_failed",
] as const;
export type MailTemplate = (typeof MAIL_TEMPLATES)[number];

export interface MailRequest {
  readonly template: MailTemplate;
  /** To whom: a person (address and language are looked up at sending) or a bare address with a language. */
  readonly personId?: string;
  readonly address?: string;
  readonly locale?: Locale;
  /** Ids and short facts only; nothing secret. Tokens are made at sending. */
  readonly payload?: Readonly<Record<string, string>>;
  /** A second request with the same key is dropped. */
  readonly dedupeKey: string;
  readonly dueAt?: Date;
}

/** Writes a mail into the outbox, in the transaction of what it tells about. */
export async function enqueueMail(tx: Tx, ctx: Ctx, request: MailRequest): Promise<void> {
  await tx
    .insert(outbox)
    .values({
      id: ctx.newId(),
      template: request.template,
      personId: request.personId ?? null,
      address: request.address ?? null,
      locale: request.locale ?? null,
      payload: { ...request.payload },
      dedupeKey: request.dedupeKey,
      dueAt: request.dueAt ?? ctx.now,
      createdAt: ctx.now,
    })
    .onConflictDoNothing();
}
