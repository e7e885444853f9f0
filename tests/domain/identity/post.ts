import { asc, isNull } from "drizzle-orm";
import { keptMails, outbox } from "#db/schema/across";
import { newIdFor, NOW } from "#tests/support/ctx";
import type { Store } from "~/domain/kernel/store";
import { fixedClock } from "~/infra/clock";
import { createMailer } from "~/infra/mailer";
import { sendOutboxRow } from "~/infra/send-mail";

export const ORIGIN = "https://broeikas.test";

export interface SentMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Sends everything that waits in the outbox, as the job runner does, and returns the mails in order. */
export async function deliver(store: Store, now: Date | string = NOW): Promise<{ mails: SentMail[]; skipped: string[] }> {
  const clock = fixedClock(now);
  const mailer = createMailer({ from: "Broeikas <broeikas@broeikas.test>", store, clock });
  const send = sendOutboxRow({ store, clock, newId: newIdFor(store), env: { PUBLIC_ORIGIN: ORIGIN }, mailer });
  const rows = await store.db.select().from(outbox).where(isNull(outbox.sentAt)).orderBy(asc(outbox.createdAt), asc(outbox.id));
  const skipped: string[] = [];
  for (const row of rows) {
    const outcome = await send(row);
    if (outcome) skipped.push(outcome.skipped);
    await store.tx(async (tx) => void (await tx.update(outbox).set({ sentAt: clock.now() })));
  }
  const ids = rows.map((row) => row.id);
  const kept = await store.db.select().from(keptMails);
  const mails = kept.filter((mail) => ids.includes(mail.id)).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  return { mails, skipped };
}

/** The secret of the link in a mail. */
export function secretIn(mail: SentMail | undefined): string {
  const secret = /[?&]token=([\w-]{43})/.exec(mail?.text ?? "")?.[1];
  if (!secret) throw new Error("this mail has no link with a secret");
  return secret;
}

/** The code of the refusal a use case ends in; "none" when it succeeds. */
export async function refusalOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return "none";
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown) return String(thrown.code);
    throw thrown;
  }
}
