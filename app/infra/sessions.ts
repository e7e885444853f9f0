import { Lucia, TimeSpan } from "lucia";
import type { Adapter, DatabaseSession } from "lucia";
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  findSession,
  insertSession,
  renewSession,
} from "~/domain/identity/session-rows";
import { COOKIES, namesOf } from "~/domain/kernel/cookies";
import type { SignInMethod } from "~/domain/identity/access/methods";
import type { Store } from "~/domain/kernel/store";
import { IMPERSONATION_MAX } from "~/domain/identity/access/methods";
import { after, days } from "~/domain/kernel/time";
import type { Clock } from "./clock";
import type { Env } from "./env";
import { newId } from "./ids";
import { troubleOf } from "./trouble";

/** Signed-in browsers. The secret lives in the cookie only; the database keeps its SHA-256. */
export interface Sessions {
  /** Makes a session for a person who has just proved who they are. @returns the value of a Set-Cookie header. */
  create(personId: string, about: SessionProof & { readonly userAgent: string | null }): Promise<string>;
  /**
   * Reads the session of a request in one statement; one that is used has its end moved, with a cookie to send.
   * Null without a session, past either end, or when the person was suspended or erased.
   */
  validate(cookieHeader: string | null): Promise<ValidSession | null>;
  /** Ends the session of a request. @returns a Set-Cookie value that clears the cookie. */
  end(cookieHeader: string | null): Promise<string>;
  /** Ends the sessions of a person, but the one with this public id. */
  endAll(personId: string, exceptPublicId?: string): Promise<void>;
  /** Removes sessions past their end. @returns how many. */
  purgeExpired(): Promise<number>;
}

/** How the person of a session proved who they are. */
export interface SessionProof {
  readonly method: SignInMethod;
  /** Different proofs given: 1, or 2 after a second step or with a passkey. */
  readonly factors: number;
  /** The admin who looks through the person's eyes. */
  readonly impersonatorId?: string | null;
  /** Last moment of a session that goes on from this one without a new proof; without it, as long as any. */
  readonly carriedUntil?: Date | null;
}

export interface ValidSession extends SessionProof {
  readonly personId: string;
  /** Names the session on the account page; opens nothing. */
  readonly publicId: string;
  /** True where the person acts without their staff roles: the instance asks a second proof for those, and this session has one. */
  readonly withoutStaff: boolean;
  readonly setCookie?: string;
}

export interface SessionsOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly env: Pick<Env, "INSECURE_COOKIES" | "SESSION_DAYS" | "SESSION_MAX_DAYS">;
}

interface SessionAttributes extends Required<SessionProof> {
  readonly publicId: string;
  readonly withoutStaff: boolean;
  readonly userAgent: string;
}

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof luciaFor>;
    DatabaseSessionAttributes: SessionAttributes;
  }
}

/** Names of the session cookie: behind https, and where INSECURE_COOKIES relaxes it. */
export const SESSION_COOKIES = namesOf(COOKIES.session);

const SECRET_SHAPE = /^[a-z2-7]{40}$/;

/** Makes the session layer around Lucia, which no other module imports. */
export function createSessions(options: SessionsOptions): Sessions {
  const { store } = options;
  const lucia = luciaFor(options);
  const secretOf = (cookieHeader: string | null): string | null => readSecret(cookieHeader, lucia.sessionCookieName);
  return {
    async create(personId, { userAgent, method, factors, impersonatorId = null, carriedUntil = null }) {
      const proof = { method, factors, impersonatorId, carriedUntil };
      const session = await lucia.createSession(personId, { publicId: newId(), userAgent: userAgent ?? "", withoutStaff: false, ...proof });
      return lucia.createSessionCookie(session.id).serialize();
    },
    async validate(cookieHeader) {
      const secret = secretOf(cookieHeader);
      if (secret === null) return null;
      const { session } = await lucia.validateSession(secret);
      if (!session) return null;
      const { userId: personId, publicId, method, factors, impersonatorId, carriedUntil, withoutStaff } = session;
      const valid = { personId, publicId, method, factors, impersonatorId, carriedUntil, withoutStaff };
      return session.fresh ? { ...valid, setCookie: lucia.createSessionCookie(session.id).serialize() } : valid;
    },
    async end(cookieHeader) {
      const secret = secretOf(cookieHeader);
      if (secret !== null) await store.tx((tx) => deleteSession(tx, secret));
      return lucia.createBlankSessionCookie().serialize();
    },
    endAll: (personId, exceptPublicId) => store.tx((tx) => deleteSessionsOf(tx, personId, exceptPublicId)),
    purgeExpired: () => store.tx((tx) => deleteExpiredSessions(tx, options.clock.now())),
  };
}

function luciaFor(options: SessionsOptions) {
  const { INSECURE_COOKIES: insecure, SESSION_DAYS: slidingDays } = options.env;
  return new Lucia(luciaAdapter(options), {
    sessionExpiresIn: new TimeSpan(slidingDays, "d"),
    sessionCookie: {
      // The prefix makes browsers insist on Secure, Path=/ and no Domain: a neighbouring site cannot plant a cookie.
      name: SESSION_COOKIES[insecure ? 1 : 0],
      attributes: { secure: !insecure, sameSite: "lax", path: "/" },
    },
    getSessionAttributes: ({ userAgent: _kept, ...attributes }) => attributes,
  });
}

/** The secret in a Cookie header; null when it has not the shape of one (an odd cookie never reaches Lucia's decoder). */
function readSecret(cookieHeader: string | null, name: string): string | null {
  for (const part of (cookieHeader ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at === -1 || part.slice(0, at).trim() !== name) continue;
    const value = part.slice(at + 1).trim();
    return SECRET_SHAPE.test(value) ? value : null;
  }
  return null;
}

/** Moving the end of a session that is read, or tidying one that is over, must not keep a page from being read: the next visit does it. */
async function unlessTrouble(work: Promise<void>): Promise<void> {
  await work.catch((thrown: unknown) => {
    if (troubleOf(thrown) === null) throw thrown;
  });
}

/**
 * Lucia's view of our rows. Its session id is the secret, of which only the digest goes to the database. It reads
 * the machine's clock, so its dates are moved by the difference with ours.
 */
function luciaAdapter({ store, clock, env }: SessionsOptions): Adapter {
  const ahead = (): number => new Date().getTime() - clock.now().getTime();
  const toOurs = (date: Date): Date => after(date, -ahead());
  const toLucia = (date: Date): Date => after(date, ahead());
  const nothing: [null, null] = [null, null];
  return {
    async getSessionAndUser(secret) {
      const row = await findSession(store.db, secret);
      if (!row) return nothing;
      const now = clock.now();
      // The sliding end may lie beyond the last moment; past that moment the row counts as expired.
      const end = row.absoluteUntil <= now ? row.absoluteUntil : row.expiresAt;
      const session: DatabaseSession = {
        id: secret,
        userId: row.personId,
        expiresAt: toLucia(end),
        attributes: {
          publicId: row.publicId,
          userAgent: "",
          method: row.method,
          factors: row.factors,
          impersonatorId: row.impersonatorId,
          carriedUntil: row.carriedUntil ?? row.absoluteUntil,
          withoutStaff: row.withoutStaff,
        },
      };
      // Without a user Lucia ends the session, which is what a suspended or erased person gets.
      return [session, row.isOpen ? { id: row.personId, attributes: {} } : null];
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      const createdAt = clock.now();
      const longest = attributes.impersonatorId === null ? days(env.SESSION_MAX_DAYS) : IMPERSONATION_MAX;
      const end = after(createdAt, longest);
      const absoluteUntil = attributes.carriedUntil !== null && attributes.carriedUntil < end ? attributes.carriedUntil : end;
      const { withoutStaff: _rule, ...kept } = attributes;
      await store.tx((tx) =>
        insertSession(tx, { secret: id, personId: userId, createdAt, expiresAt: toOurs(expiresAt), absoluteUntil, ...kept }),
      );
    },
    updateSessionExpiration: (secret, expiresAt) => unlessTrouble(store.tx((tx) => renewSession(tx, secret, toOurs(expiresAt)))),
    deleteSession: (secret) => unlessTrouble(store.tx((tx) => deleteSession(tx, secret))),
    deleteUserSessions: (personId) => store.tx((tx) => deleteSessionsOf(tx, personId)),
    deleteExpiredSessions: async () => void (await store.tx((tx) => deleteExpiredSessions(tx, clock.now()))),
    // Lists are read models of identity (`sessionsOf`); Lucia is not asked for them.
    getUserSessions: () => Promise.resolve([]),
  };
}
