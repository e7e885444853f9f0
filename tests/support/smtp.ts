import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import type { SMTPServerOptions } from "smtp-server";
import { parseMail } from "./mail-text";
import type { ParsedMail } from "./mail-text";
import { afterwards } from "./store";

export interface ReceivedMail extends ParsedMail {
  /** Envelope: who sent it and who gets it. */
  readonly from: string;
  readonly to: readonly string[];
  /** The message as it came over the line. */
  readonly raw: string;
}

export interface SmtpBehaviour {
  /**
   * Where the server says no; "drop" cuts the line after the message was read, without an answer; "late" keeps the message and cuts the
   * line before it says so.
   */
  readonly failAt?: "connect" | "from" | "to" | "data" | "drop" | "late";
  /** Answer of a refusal: 4xx may be tried again, 5xx may not. 451 when absent. */
  readonly code?: number;
  /** Milliseconds before the message is accepted. */
  readonly delayMs?: number;
}

export interface SmtpServer {
  /** For SMTP_URL. */
  readonly url: string;
  readonly mails: ReceivedMail[];
  /** How many messages were offered, refused ones included. */
  attempts(): number;
  /** From now on the server behaves so; `{}` is a healthy one. */
  behave(behaviour: SmtpBehaviour): void;
  close(): Promise<void>;
}

/** A real SMTP server on loopback that keeps what it gets. Closed after the test. */
export async function startSmtp(initial: SmtpBehaviour = {}): Promise<SmtpServer> {
  let behaviour = initial;
  let attempts = 0;
  const mails: ReceivedMail[] = [];
  const refusal = (where: SmtpBehaviour["failAt"]): Error | null => {
    if (behaviour.failAt !== where) return null;
    return Object.assign(new Error("refused by the test"), { responseCode: behaviour.code ?? 451 });
  };
  const options: SMTPServerOptions = {
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 200,
    onAuth: (_auth, _session, callback) => callback(null, { user: "test" }),
    onConnect: (_session, callback) => callback(refusal("connect")),
    onMailFrom: (_address, _session, callback) => callback(refusal("from")),
    onRcptTo: (_address, _session, callback) => callback(refusal("to")),
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      attempts += 1;
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const { failAt, delayMs } = behaviour;
        if (failAt === "drop") return cut(session.id);
        setTimeout(() => {
          const refused = refusal("data");
          if (refused) return callback(refused);
          const raw = Buffer.concat(parts).toString("utf8");
          const { mailFrom, rcptTo } = session.envelope;
          mails.push({ ...parseMail(raw), from: mailFrom ? mailFrom.address : "", to: rcptTo.map((recipient) => recipient.address), raw });
          return failAt === "late" ? cut(session.id) : callback();
        }, delayMs ?? 0);
        return undefined;
      });
    },
  };
  const server = new SMTPServer(options);
  const cut = (id: string): void => {
    for (const connection of (server as unknown as { connections: Set<{ id: string; _socket: { destroy(): void } }> }).connections) {
      if (connection.id === id) connection._socket.destroy();
    }
  };
  // A client that hangs up is part of what is tested.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= new Promise((resolve) => server.close(() => resolve())));
  afterwards(close);
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    attempts: () => attempts,
    behave: (next) => {
      behaviour = next;
    },
    close,
  };
}
