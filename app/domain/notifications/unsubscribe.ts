import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { unsubscribeTokens } from "#db/schema/notifications";
import { sha256, writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Db, Tx } from "../kernel/store";
import type { MailableKind, NoticeKind } from "./notice";
import { isMailable, noticeKind } from "./notice";
import { choose } from "./set-mail-preferences";

const SECRET_SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** Makes the secret under one mail; it ends mails of this kind for this person, and opens nothing else. Only its SHA-256 is kept. */
export async function issueUnsubscribe(tx: Tx, ctx: Pick<Ctx, "now">, personId: string, kind: NoticeKind): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  await tx.insert(unsubscribeTokens).values({ hash: sha256(secret), personId, kind, createdAt: ctx.now });
  return secret;
}

/** What a secret would end; null when it is none of ours. For the page that asks: a GET changes nothing. */
export async function unsubscribeOf(db: Db, secret: string): Promise<{ personId: string; kind: MailableKind } | null> {
  if (!SECRET_SHAPE.test(secret)) return null;
  const [row] = await db
    .select({ personId: unsubscribeTokens.personId, kind: unsubscribeTokens.kind })
    .from(unsubscribeTokens)
    .where(eq(unsubscribeTokens.hash, sha256(secret)));
  const kind = row && noticeKind(row.kind);
  return row && kind && isMailable(kind) ? { personId: row.personId, kind } : null;
}

/** Ends mails of the kind the secret names, for the person it names; again and again changes nothing. Refuses with "token_invalid". */
export async function unsubscribe(ctx: Ctx, secret: string): Promise<{ kind: NoticeKind }> {
  return ctx.store.tx(async (tx) => {
    const named = await unsubscribeOf(tx, secret);
    if (!named) throw new DomainError("token_invalid");
    await choose(tx, named.personId, named.kind, false);
    await writeAudit(tx, ctx, { action: "notices.mail_ended", subjectKind: "person", subjectId: named.personId, fields: ["by_mail"] });
    return { kind: named.kind };
  });
}
