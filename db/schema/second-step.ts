import { index, instant, int, table, text } from "../dialect";
import { people } from "./identity";

/** The app of a person that shows a new code every half minute. Without `confirmed_at` it is being set up and guards nothing. */
export const secondSteps = table("second_steps", {
  personId: text("person_id")
    .primaryKey()
    .references(() => people.id),
  /** What the app and we share, sealed with the key of the instance. */
  secret: text("secret").notNull(),
  /** Number of the half minute whose code was used last: that code and older ones are worth nothing any more. */
  lastStep: int("last_step").notNull().default(0),
  createdAt: instant("created_at").notNull(),
  confirmedAt: instant("confirmed_at"),
});

/** Codes on paper for who has lost their phone; each works once, and of each only the SHA-256 is kept. */
export const recoveryCodes = table(
  "recovery_codes",
  {
    hash: text("hash").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: instant("created_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [index("recovery_codes_person").on(t.personId)],
);
