import { createTransport } from "nodemailer";

import { keptMails } from "#db/schema/across";
import type { Store } from "~/domain/kernel/store";
import { seconds } from "~/domain/kernel/time";

import type { Clock } from "./clock";

/** One mail to one person, in plain text and HTML. */
export interface Mail {
  /** Stable id of the sending, such as the outbox row: a repeat carries the same Message-ID. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Address that ends these mails by one POST (RFC 8058); gives the List-Unsubscribe headers. */
  readonly unsubscribeUrl?: string;
}

/** Sends mails, or keeps them when no mail server is configured. */
export interface Mailer {
  /** `smtp` sends; `kept` writes to `kept_mails` for the page `/dev/mail`. */
  readonly kind: "smtp" | "kept";
  /**
   * Resolves once the mail server took the mail (or the row is written).
   * @throws MailRefused when a repeat cannot help; any other error may pass with time.
   */
  send(mail: Mail): Promise<void>;
  /** Closes connections. */
  close(): void;
}

/** The address is no address, or the server refused it for good: sending again is pointless. */
export class MailRefused extends Error {
  readonly permanent = true;
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "MailRefused";
  }
}

/** Settings of the mailer. */
export interface MailerOptions {
  /** `smtp://` or `smtps://`; without it mails are kept. */
  readonly smtpUrl?: string;
  /** Sender: `a@b` or `Name <a@b>`. */
  readonly from: string;
  readonly store: Store;
  readonly clock: Clock;
  /** Milliseconds the mail server may be silent before the sending fails; 15 seconds when absent. */
  readonly timeoutMs?: number;
}

const ADDRESS = /^[^\s<>@,;:"()[\]\\]{1,64}@[^\s<>@,;:"()[\]\\]{1,255}$/;
// eslint-disable-next-line no-control-regex -- control characters are what is refused
const CONTROL = /[\u0000-\u001F\u007F\u0085\u2028\u2029]+/g;

/** Makes the mailer that the configuration asks for. */
export function createMailer(options: MailerOptions): Mailer {
  return options.smtpUrl === undefined ? keepingMailer(options) : smtpMailer(options, options.smtpUrl);
}

function smtpMailer({ from, timeoutMs = seconds(15) }: MailerOptions, smtpUrl: string): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = from.replace(/^.*@/, "").replace(/>$/, "");
  return {
    kind: "smtp",
    close: () => transport.close(),
    async send(mail) {
      const to = addressOf(mail.to);
      try {
        await transport.sendMail({
          from,
          to: { name: "", address: to },
          subject: oneLine(mail.subject),
          text: mail.text,
          html: mail.html,
          messageId: `<${mail.id}@${host}>`,
          headers: unsubscribeHeaders(mail.unsubscribeUrl),
          // A server that answers a byte at a time must not outlast the lease of the row.
          signal: AbortSignal.timeout(4 * timeoutMs),
        });
      } catch (error) {
        throw refusedForGood(error) ? new MailRefused(`refused by the mail server: ${messageOf(error)}`, { cause: error }) : error;
      }
    },
  };
}

function keepingMailer({ store, clock }: MailerOptions): Mailer {
  return {
    kind: "kept",
    close: () => undefined,
    async send(mail) {
      const row = {
        id: mail.id,
        at: clock.now(),
        to: addressOf(mail.to),
        subject: oneLine(mail.subject),
        text: mail.text,
        html: mail.html,
      };
      await store.tx(async (tx) => {
        await tx.insert(keptMails).values(row).onConflictDoNothing();
      });
    },
  };
}

/** One address and nothing else: a comma would add people, a line end would add headers. */
function addressOf(value: string): string {
  const address = value.trim();
  if (!ADDRESS.test(address)) throw new MailRefused("not one e-mail address");
  return address;
}

function oneLine(value: string): string {
  return value.replace(CONTROL, " ").trim().slice(0, 250);
}

function unsubscribeHeaders(url: string | undefined): Record<string, string> {
  // Mail that nobody typed: out-of-office programs must not answer it.
  const headers = { "Auto-Submitted": "auto-generated" };
  if (url === undefined) return headers;
  const safe = new URL(url).href;
  return { ...headers, "List-Unsubscribe": `<${safe}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

/** A 5xx answer to the recipient is final; one to the log-in or a broken line is ours to mend, so worth a retry. */
function refusedForGood(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, responseCode } = error as Error & { code?: unknown; responseCode?: unknown };
  return code === "EENVELOPE" && typeof responseCode === "number" && responseCode >= 500;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
