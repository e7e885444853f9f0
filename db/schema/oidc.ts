import { index, instant, table, text, uniqueIndex } from "../dialect";
import { people } from "./identity";

/** Accounts at another service (a school's, say) by which somebody signs in. */
export const oidcAccounts = table(
  "oidc_accounts",
  {
    id: text("id").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    issuer: text("issuer").notNull(),
    /** What the service calls the person; never given to somebody else there. */
    subject: text("subject").notNull(),
    /** Address the service last told, for the person to recognise the account by. */
    email: text("email").notNull(),
    createdAt: instant("created_at").notNull(),
    lastUsedAt: instant("last_used_at"),
  },
  (t) => [uniqueIndex("oidc_accounts_subject").on(t.issuer, t.subject), index("oidc_accounts_person").on(t.personId, t.createdAt)],
);
