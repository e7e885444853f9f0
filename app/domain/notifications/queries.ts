import { desc, eq } from "drizzle-orm";
import { keptMails } from "#db/schema/across";
import type { Actor } from "../kernel/actor";
import { hasRole } from "../kernel/actor";
import { DomainError, found } from "../kernel/errors";
import type { Db } from "../kernel/store";

export type KeptMail = typeof keptMails.$inferSelect;

/** How many kept mails a list shows. */
const KEPT_SHOWN = 50;

/** Mails hold sign-in links: they are an admin's to read, and for others there are none. */
function requireAdmin(actor: Actor): void {
  if (!hasRole(actor, "admin")) throw new DomainError("not_found");
}

/** The newest mails that were kept instead of sent, 50 at most. For admins; "not_found" for others. */
export async function newestKeptMails({ db, actor }: { db: Db; actor: Actor }): Promise<Omit<KeptMail, "text" | "html">[]> {
  requireAdmin(actor);
  return db
    .select({ id: keptMails.id, at: keptMails.at, to: keptMails.to, subject: keptMails.subject })
    .from(keptMails)
    .orderBy(desc(keptMails.at), desc(keptMails.id))
    .limit(KEPT_SHOWN);
}

/** One kept mail. For admins; "not_found" for others and for a mail that is not there. */
export async function keptMail({ db, actor }: { db: Db; actor: Actor }, mailId: string): Promise<KeptMail> {
  requireAdmin(actor);
  const [mail] = await db.select().from(keptMails).where(eq(keptMails.id, mailId));
  return found(mail);
}
