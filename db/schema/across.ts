import type { Locale } from "../../app/domain/kernel/actor";
import { bool, index, instant, int, json, primaryKey, table, text, uniqueIndex } from "../dialect";

/** One trail: who did what, on what, when, from where. Ids and field names only. */
export const audit = table(
  "audit",
  {
    id: text("id").primaryKey(),
    actorId: text("actor_id"),
    action: text("action").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    fields: json("fields").$type<string[]>().notNull(),
    /** SHA-256 of the detail and its salt; stays when the detail is erased. */
    detailDigest: text("detail_digest"),
    via: text("via").notNull(),
    requestId: text("request_id"),
    at: instant("at").notNull(),
  },
  (t) => [index("audit_subject").on(t.subjectKind, t.subjectId), index("audit_actor").on(t.actorId), index("audit_at").on(t.at)],
);

export const auditDetails = table("audit_details", {
  auditId: text("audit_id")
    .primaryKey()
    .references(() => audit.id),
  salt: text("salt").notNull(),
  detail: text("detail").notNull(),
});

/** The chain over the trail: each committed row of `audit` once, with the hash of everything before it. */
export const auditSeals = table(
  "audit_seals",
  {
    /** From 1, without a gap. */
    no: int("no").primaryKey(),
    auditId: text("audit_id")
      .notNull()
      .references(() => audit.id),
    hash: text("hash").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [uniqueIndex("audit_seals_audit").on(t.auditId)],
);

/** Mail waiting to go: template and ids; the text is made, and the right to it checked, at sending. */
export const outbox = table(
  "outbox",
  {
    id: text("id").primaryKey(),
    template: text("template").notNull(),
    personId: text("person_id"),
    address: text("address"),
    locale: text("locale").$type<Locale>(),
    payload: json("payload").$type<Record<string, string>>().notNull(),
    dedupeKey: text("dedupe_key").notNull(),
    dueAt: instant("due_at").notNull(),
    leaseUntil: instant("lease_until"),
    attempts: int("attempts").notNull().default(0),
    lastError: text("last_error"),
    sentAt: instant("sent_at"),
    gaveUpAt: instant("gave_up_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("outbox_dedupe").on(t.dedupeKey), index("outbox_due").on(t.sentAt, t.dueAt)],
);

/** Work at a moment, claimed by a conditional update. */
export const jobs = table(
  "jobs",
  {
    id: text("id").primaryKey(),
    kind: text("kind").notNull(),
    dedupeKey: text("dedupe_key").notNull(),
    payload: json("payload").$type<Record<string, string>>().notNull(),
    runAt: instant("run_at").notNull(),
    leaseUntil: instant("lease_until"),
    attempts: int("attempts").notNull().default(0),
    lastError: text("last_error"),
    doneAt: instant("done_at"),
    gaveUpAt: instant("gave_up_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("jobs_dedupe").on(t.dedupeKey), index("jobs_due").on(t.doneAt, t.runAt)],
);

/** Mails kept instead of sent while no mail server is configured. */
export const keptMails = table(
  "kept_mails",
  {
    id: text("id").primaryKey(),
    at: instant("at").notNull(),
    to: text("to_address").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    html: text("html").notNull(),
  },
  (t) => [index("kept_mails_at").on(t.at)],
);

/** Counters behind rate limits; they outlive a restart and serve several servers. */
export const rateLimits = table(
  "rate_limits",
  { key: text("key").primaryKey(), windowStart: instant("window_start").notNull(), hits: int("hits").notNull() },
  (t) => [index("rate_limits_window").on(t.windowStart)],
);

/** One number a tag, raised in the transaction that changes what a cached page shows. */
export const pageVersions = table("page_versions", { tag: text("tag").primaryKey(), n: int("n").notNull() });

/** What people report, and what was decided. */
export const reports = table(
  "reports",
  {
    id: text("id").primaryKey(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    campusId: text("campus_id").notNull(),
    reporterId: text("reporter_id").notNull(),
    reason: text("reason").notNull(),
    words: text("words").notNull().default(""),
    createdAt: instant("created_at").notNull(),
    dueAt: instant("due_at").notNull(),
    closedAt: instant("closed_at"),
    closedBy: text("closed_by"),
    outcome: text("outcome"),
  },
  (t) => [
    index("reports_open").on(t.campusId, t.closedAt),
    uniqueIndex("reports_once").on(t.subjectKind, t.subjectId, t.reporterId),
    index("reports_closed").on(t.closedAt),
  ],
);

export const notifications = table(
  "notifications",
  {
    id: text("id").primaryKey(),
    personId: text("person_id").notNull(),
    kind: text("kind").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    /** The idea it tells of: whoever may not see that idea, has no such notice. */
    ideaId: text("idea_id"),
    byPersonId: text("by_person_id"),
    dedupeKey: text("dedupe_key").notNull(),
    at: instant("at").notNull(),
    readAt: instant("read_at"),
  },
  (t) => [
    uniqueIndex("notifications_dedupe").on(t.dedupeKey),
    index("notifications_person").on(t.personId, t.at),
    index("notifications_unread").on(t.personId, t.readAt),
    index("notifications_read").on(t.readAt),
  ],
);

export const notificationPreferences = table(
  "notification_preferences",
  { personId: text("person_id").notNull(), kind: text("kind").notNull(), byMail: bool("by_mail").notNull() },
  (t) => [primaryKey({ columns: [t.personId, t.kind] })],
);
