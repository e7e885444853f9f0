import { index, instant, table, text, uniqueIndex } from "../dialect";
import { people } from "./identity";

/** Addresses of a person's calendar: only the SHA-256 of the secret in them is kept; one is open at a time. */
export const calendarFeeds = table(
  "calendar_feeds",
  {
    id: text("id").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    hash: text("hash").notNull(),
    createdAt: instant("created_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    uniqueIndex("calendar_feeds_hash").on(t.hash),
    index("calendar_feeds_person").on(t.personId),
    index("calendar_feeds_revoked").on(t.revokedAt),
  ],
);

/** What the link under a mail ends: notices of one kind, for one person, by mail. Good for nothing else. */
export const unsubscribeTokens = table(
  "unsubscribe_tokens",
  {
    /** SHA-256 of the secret in the mail. */
    hash: text("hash").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    kind: text("kind").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("unsubscribe_tokens_person").on(t.personId), index("unsubscribe_tokens_age").on(t.createdAt)],
);
