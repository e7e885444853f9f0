import type { Locale, Role, ScopeKind } from "../../app/domain/kernel/actor";
import type { SignInMethod } from "../../app/domain/identity/access/methods";
import { bool, index, instant, int, json, primaryKey, table, text, uniqueIndex } from "../dialect";

export const people = table(
  "people",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    /** Folded name: what is searched and sorted by. */
    nameKey: text("name_key").notNull().default(""),
    /** Folded address: what is compared. `email` is what was typed. */
    emailKey: text("email_key").notNull(),
    email: text("email").notNull(),
    passwordHash: text("password_hash"),
    /** True for a password that is long enough only because a second step stands behind it. */
    passwordShort: bool("password_short").notNull().default(false),
    ageBand: text("age_band").notNull(),
    locale: text("locale").$type<Locale>().notNull(),
    homeCampusId: text("home_campus_id"),
    verifiedAt: instant("verified_at"),
    suspendedAt: instant("suspended_at"),
    suspendedReason: text("suspended_reason"),
    erasedAt: instant("erased_at"),
    createdAt: instant("created_at").notNull(),
    /** When they came in last; null until it is first counted. */
    lastUsedAt: instant("last_used_at"),
    /** When they were told that an account nobody uses is erased; null again when they come in. */
    unusedWarnedAt: instant("unused_warned_at"),
  },
  (t) => [
    uniqueIndex("people_email_key").on(t.emailKey),
    index("people_name_key").on(t.nameKey, t.id),
    index("people_last_used").on(t.lastUsedAt),
  ],
);

/** What a person says of themselves. Private until opened. */
export const profiles = table("profiles", {
  personId: text("person_id")
    .primaryKey()
    .references(() => people.id),
  visibility: text("visibility").notNull().default("private"),
  audience: text("audience"),
  languages: json("languages").$type<Locale[]>().notNull(),
  bio: text("bio").notNull().default(""),
  interests: text("interests").notNull().default(""),
  updatedAt: instant("updated_at").notNull(),
});

export const roleGrants = table(
  "role_grants",
  {
    id: text("id").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    role: text("role").$type<Role>().notNull(),
    scopeKind: text("scope_kind").$type<ScopeKind>().notNull(),
    scopeId: text("scope_id").notNull(),
    grantedBy: text("granted_by"),
    from: instant("from_at").notNull(),
    until: instant("until_at"),
  },
  (t) => [index("role_grants_person").on(t.personId, t.scopeId, t.role), index("role_grants_scope").on(t.scopeId, t.role)],
);

export const sessions = table(
  "sessions",
  {
    /** SHA-256 of the secret in the cookie. */
    hash: text("hash").primaryKey(),
    /** Names the session on the account page; gives no access. */
    publicId: text("public_id").notNull(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    absoluteUntil: instant("absolute_until").notNull(),
    userAgent: text("user_agent").notNull().default(""),
    /** How the person proved who they are. */
    method: text("method").$type<SignInMethod>().notNull().default("link"),
    /** How many different proofs were given: 2 after a second step, or with a passkey. */
    factors: int("factors").notNull().default(1),
    /** The admin who looks through the person's eyes; null for the person. */
    impersonatorId: text("impersonator_id"),
    /** Last moment of the session before, where one goes on from it without a proof: through somebody's eyes, and back. */
    carriedUntil: instant("carried_until"),
  },
  (t) => [index("sessions_person").on(t.personId), index("sessions_expiry").on(t.expiresAt)],
);

/** One-time secrets sent by mail; only their SHA-256 is kept. */
export const tokens = table(
  "tokens",
  {
    hash: text("hash").primaryKey(),
    kind: text("kind").notNull(),
    personId: text("person_id"),
    emailKey: text("email_key").notNull(),
    /** What it opens when that is more than the account: the id of an invite. */
    subjectId: text("subject_id"),
    payload: json("payload").$type<Record<string, string>>().notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [index("tokens_email").on(t.emailKey, t.kind), index("tokens_expiry").on(t.expiresAt)],
);

export const invites = table(
  "invites",
  {
    id: text("id").primaryKey(),
    emailKey: text("email_key").notNull(),
    email: text("email").notNull(),
    /** How whoever invited calls them: proposed to somebody who makes their account. */
    name: text("name"),
    /** The list they were invited with, when they were. */
    listId: text("list_id"),
    role: text("role").$type<Role>().notNull(),
    scopeKind: text("scope_kind").$type<ScopeKind>().notNull(),
    scopeId: text("scope_id").notNull(),
    locale: text("locale").$type<Locale>().notNull(),
    invitedBy: text("invited_by").notNull(),
    createdAt: instant("created_at").notNull(),
    dueAt: instant("due_at").notNull(),
    acceptedAt: instant("accepted_at"),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [
    index("invites_scope").on(t.scopeId),
    index("invites_email").on(t.emailKey),
    index("invites_list").on(t.listId, t.emailKey),
    index("invites_due").on(t.dueAt),
  ],
);

/** A class or another group that was invited in one go. */
export const inviteLists = table(
  "invite_lists",
  {
    id: text("id").primaryKey(),
    campusId: text("campus_id").notNull(),
    name: text("name").notNull(),
    invitedBy: text("invited_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("invite_lists_campus").on(t.campusId, t.createdAt)],
);

export const consents = table(
  "consents",
  {
    id: text("id").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    purpose: text("purpose").notNull(),
    textVersion: text("text_version").notNull(),
    given: bool("given").notNull(),
    at: instant("at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [index("consents_person").on(t.personId, t.purpose)],
);

/** Who wants nothing of whom. The blocked one learns nothing. */
export const blocks = table(
  "blocks",
  {
    /** Names the block on the blocker's account page, without naming who is blocked. */
    id: text("id").notNull(),
    blockerId: text("blocker_id")
      .notNull()
      .references(() => people.id),
    blockedId: text("blocked_id")
      .notNull()
      .references(() => people.id),
    /** False when the blocker never learned who it is: a team that asked from behind a veil. */
    named: bool("named").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.blockerId, t.blockedId] }), uniqueIndex("blocks_id").on(t.id), index("blocks_blocked").on(t.blockedId)],
);
