import { randomBytes } from "node:crypto";
import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import { tokens } from "#db/schema/identity";
import { sha256 } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Db, Tx } from "../kernel/store";
import { after, days, hours, minutes } from "../kernel/time";

/** What a mailed secret opens, and for how long (milliseconds). */
export const TOKEN_TTL = {
  sign_in: minutes(30),
  sign_up: hours(24),
  reset: minutes(60),
  role_invite: days(14),
  email_change: hours(1),
  email_stop: days(7),
} as const;
export type TokenKind = keyof typeof TOKEN_TTL;
export type Token = typeof tokens.$inferSelect;

const SECRET_SHAPE = /^[A-Za-z0-9_-]{43}$/;

export interface TokenRequest {
  readonly kind: TokenKind;
  readonly emailKey: string;
  readonly personId?: string | null;
  /** What it opens beyond the account, such as an invite; tokens of another subject stay valid. */
  readonly subjectId?: string | null;
  readonly payload?: Readonly<Record<string, string>>;
  /** Never valid beyond this moment. */
  readonly notAfter?: Date;
}

/** Makes a one-time secret and returns it; only its SHA-256 is kept. Older ones of the same kind, address and subject end. */
export async function issueToken(tx: Tx, ctx: Pick<Ctx, "now">, request: TokenRequest): Promise<{ secret: string; expiresAt: Date }> {
  const secret = randomBytes(32).toString("base64url");
  const { kind, emailKey, subjectId = null, notAfter } = request;
  const ttlEnd = after(ctx.now, TOKEN_TTL[kind]);
  const expiresAt = notAfter && notAfter < ttlEnd ? notAfter : ttlEnd;
  const sameSubject = subjectId === null ? isNull(tokens.subjectId) : eq(tokens.subjectId, subjectId);
  await tx
    .update(tokens)
    .set({ usedAt: ctx.now })
    .where(and(eq(tokens.emailKey, emailKey), eq(tokens.kind, kind), sameSubject, isNull(tokens.usedAt)));
  await tx.insert(tokens).values({
    hash: sha256(secret),
    kind,
    personId: request.personId ?? null,
    emailKey,
    subjectId,
    payload: { ...request.payload },
    createdAt: ctx.now,
    expiresAt,
  });
  return { secret, expiresAt };
}

/** Uses a secret up; of parallel calls exactly one succeeds. Refuses with "token_invalid" when it is unknown, used, ended or too old. */
export async function consumeToken(tx: Tx, ctx: Pick<Ctx, "now">, secret: string, kinds: readonly TokenKind[]): Promise<Token> {
  if (!SECRET_SHAPE.test(secret)) throw new DomainError("token_invalid");
  const [token] = await tx
    .update(tokens)
    .set({ usedAt: ctx.now })
    .where(isOpen(secret, kinds, ctx.now))
    .returning();
  if (!token) throw new DomainError("token_invalid");
  return token;
}

/** The token a secret opens, without using it; null when it opens nothing. For confirm pages: a GET changes nothing. */
export async function peekToken(db: Db, secret: string, kinds: readonly TokenKind[], now: Date): Promise<Token | null> {
  if (!SECRET_SHAPE.test(secret)) return null;
  const [token] = await db
    .select()
    .from(tokens)
    .where(isOpen(secret, kinds, now));
  return token ?? null;
}

/** Ends every open secret of an address, or those of some kinds, or those about one subject. */
export async function endTokens(
  tx: Tx,
  ctx: Pick<Ctx, "now">,
  emailKey: string,
  kinds?: readonly TokenKind[],
  subjectId?: string,
): Promise<void> {
  const ofKinds = kinds ? inArray(tokens.kind, [...kinds]) : undefined;
  const ofSubject = subjectId === undefined ? undefined : eq(tokens.subjectId, subjectId);
  await tx
    .update(tokens)
    .set({ usedAt: ctx.now })
    .where(and(eq(tokens.emailKey, emailKey), isNull(tokens.usedAt), ofKinds, ofSubject));
}

function isOpen(secret: string, kinds: readonly TokenKind[], now: Date) {
  return and(eq(tokens.hash, sha256(secret)), inArray(tokens.kind, [...kinds]), isNull(tokens.usedAt), gt(tokens.expiresAt, now));
}
