import { join } from "node:path";
import Database from "better-sqlite3";

export interface KeptMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const WAIT_MS = 30_000;

/** Mails the server kept for an address, oldest first. */
export function mailsTo(address: string, dataDir = process.env.E2E_DATA_DIR ?? ""): KeptMail[] {
  const client = new Database(join(dataDir, "broeikas.db"), { readonly: true });
  try {
    const query = 'select to_address as "to", subject, text, html from kept_mails where lower(to_address) = lower(?) order by at, id';
    return client.prepare(query).all(address) as KeptMail[];
  } finally {
    client.close();
  }
}

/** Waits for a mail to an address, the `nth` one (from 1); the last one so far when it is there already. */
export async function mailTo(address: string, options: { nth?: number; subject?: RegExp; dataDir?: string } = {}): Promise<KeptMail> {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const mails = mailsTo(address, options.dataDir).filter((mail) => options.subject?.test(mail.subject) ?? true);
    const found = options.nth === undefined ? mails.at(-1) : mails[options.nth - 1];
    if (found) return found;
    if (Date.now() > end)
      throw new Error(
        `no such mail to ${address}; there are: ${
          mailsTo(address, options.dataDir)
            .map((mail) => mail.subject)
            .join(" | ") || "none"
        }`,
      );
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** The first address in a mail's text that has `path` in it. */
export function linkIn(mail: KeptMail, path: string): string {
  const found = (mail.text.match(/https?:\/\/[^\s<>"]+/g) ?? []).find((link) => link.includes(path));
  if (!found) throw new Error(`no link with ${path} in: ${mail.text}`);
  return found;
}
