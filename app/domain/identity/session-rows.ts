import { and, eq, gt, isNull, lte, ne, or, sql } from "drizzle-orm";
import { settings } from "#db/schema/access";
import { people, sessions } from "#db/schema/identity";
import { sha256 } from "../kernel/audit";
import { prepared } from "../kernel/prepared";
import type { Db, Tx } from "../kernel/store";
import type { SignInMethod } from "./access/methods";
import type { SettingKey } from "./access/settings";
import { settingOf } from "./access/settings";

/** A new session as the session layer hands it over; the secret itself is never kept. */
export interface NewSession {
  readonly secret: string;
  readonly publicId: string;
  readonly personId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly absoluteUntil: Date;
  readonly userAgent: string;
  readonly method: SignInMethod;
  readonly factors: number;
  readonly impersonatorId: string | null;
  readonly carriedUntil?: Date | null;
}

/** A session found by its secret. */
export interface FoundSession {
  readonly publicId: string;
  readonly personId: string;
  readonly expiresAt: Date;
  readonly absoluteUntil: Date;
  readonly method: SignInMethod;
  readonly factors: number;
  readonly impersonatorId: string | null;
  readonly carriedUntil: Date | null;
  /** True where the instance asks staff for a second proof and this session has one. */
  readonly withoutStaff: boolean;
  /** False when the person was suspended or erased. */
  readonly isOpen: boolean;
}

const USER_AGENT_MAX = 300;

/** The one setting that every session looks at, read along with it. */
const stepRule = eq(settings.key, "second_step.required" satisfies SettingKey);
const isWithoutStaff = (factors: number, rule: unknown): boolean => factors < 2 && settingOf("second_step.required", rule);

const sessionByHash = (db: Db) =>
  db
    .select({
      publicId: sessions.publicId,
      personId: sessions.personId,
      expiresAt: sessions.expiresAt,
      absoluteUntil: sessions.absoluteUntil,
      method: sessions.method,
      factors: sessions.factors,
      impersonatorId: sessions.impersonatorId,
      carriedUntil: sessions.carriedUntil,
      suspendedAt: people.suspendedAt,
      erasedAt: people.erasedAt,
      rule: settings.value,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(settings, stepRule)
    .where(eq(sessions.hash, sql.placeholder("hash")));

/** The session of a secret with the state of its person, in one statement; null when there is none. */
export async function findSession(db: Db, secret: string): Promise<FoundSession | null> {
  const [row] = await prepared(db, "identity.session_by_hash", sessionByHash).execute({ hash: sha256(secret) });
  if (!row) return null;
  const { suspendedAt, erasedAt, rule, ...session } = row;
  return { ...session, withoutStaff: isWithoutStaff(session.factors, rule), isOpen: suspendedAt === null && erasedAt === null };
}

/** A session that is open at `now`, without using it: for streams, which must not move its end. Null when it is over. */
export async function openSession(
  db: Db,
  personId: string,
  publicId: string,
  now: Date,
): Promise<Pick<FoundSession, "withoutStaff"> | null> {
  const [row] = await db
    .select({ factors: sessions.factors, rule: settings.value })
    .from(sessions)
    .leftJoin(settings, stepRule)
    .where(
      and(eq(sessions.personId, personId), eq(sessions.publicId, publicId), gt(sessions.expiresAt, now), gt(sessions.absoluteUntil, now)),
    )
    .limit(1);
  return row ? { withoutStaff: isWithoutStaff(row.factors, row.rule) } : null;
}

/** Writes a session under the SHA-256 of its secret. */
export async function insertSession(tx: Tx, { secret, userAgent, ...session }: NewSession): Promise<void> {
  await tx.insert(sessions).values({ ...session, hash: sha256(secret), userAgent: userAgent.slice(0, USER_AGENT_MAX) });
}

/** Moves the sliding end of a session. */
export async function renewSession(tx: Tx, secret: string, expiresAt: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ expiresAt })
    .where(eq(sessions.hash, sha256(secret)));
}

/** Ends the session of a secret. */
export async function deleteSession(tx: Tx, secret: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.hash, sha256(secret)));
}

/** Ends the sessions of a person, all or all but one, and those in which they look through the eyes of others. */
export async function deleteSessionsOf(tx: Tx, personId: string, exceptPublicId?: string | null): Promise<void> {
  const others = exceptPublicId ? ne(sessions.publicId, exceptPublicId) : undefined;
  await tx.delete(sessions).where(and(or(eq(sessions.personId, personId), eq(sessions.impersonatorId, personId)), others));
}

/** Removes what ended by either of its two dates; returns how many rows. */
export async function deleteExpiredSessions(tx: Tx, now: Date): Promise<number> {
  const gone = await tx
    .delete(sessions)
    .where(or(lte(sessions.expiresAt, now), lte(sessions.absoluteUntil, now)))
    .returning({ publicId: sessions.publicId });
  return gone.length;
}

/** What a person sees of their own sessions. */
export interface SessionView {
  readonly publicId: string;
  readonly createdAt: Date;
  /** The moment it ends unless it is used again. */
  readonly expiresAt: Date;
  /** The moment it ends however much it is used. */
  readonly absoluteUntil: Date;
  readonly userAgent: string;
}

/** The sessions of a person that have not ended, newest first. */
export async function sessionsOf(db: Db, personId: string, now: Date): Promise<SessionView[]> {
  const rows = await db
    .select({
      publicId: sessions.publicId,
      createdAt: sessions.createdAt,
      expiresAt: sessions.expiresAt,
      absoluteUntil: sessions.absoluteUntil,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now), gt(sessions.absoluteUntil, now), isNull(people.erasedAt)));
  return rows
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || a.publicId.localeCompare(b.publicId))
    .map((row) => ({ ...row, expiresAt: row.expiresAt < row.absoluteUntil ? row.expiresAt : row.absoluteUntil }));
}
