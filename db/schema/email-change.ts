import { index, instant, table, text } from "../dialect";
import { people } from "./identity";

/** A person's wish to get another address: it counts when the new mailbox said yes, and the old one can take it back for some days. */
export const emailChanges = table(
  "email_changes",
  {
    id: text("id").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    oldEmail: text("old_email").notNull(),
    oldEmailKey: text("old_email_key").notNull(),
    newEmail: text("new_email").notNull(),
    newEmailKey: text("new_email_key").notNull(),
    createdAt: instant("created_at").notNull(),
    /** Until when the old mailbox may stop it, or take it back. */
    stopUntil: instant("stop_until").notNull(),
    confirmedAt: instant("confirmed_at"),
    stoppedAt: instant("stopped_at"),
  },
  (t) => [index("email_changes_person").on(t.personId, t.createdAt), index("email_changes_end").on(t.stopUntil)],
);
