import type { SignInMethod } from "../../app/domain/identity/access/methods";
import { index, instant, json, table, text } from "../dialect";
import { people } from "./identity";

/** Every time somebody came in or was kept out, for the person to look at. */
export const signIns = table(
  "sign_ins",
  {
    id: text("id").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
    method: text("method").$type<SignInMethod>().notNull(),
    outcome: text("outcome").$type<"in" | "refused">().notNull(),
    userAgent: text("user_agent").notNull(),
    /** The network it came from: an address without its last part. */
    network: text("network").notNull(),
  },
  (t) => [index("sign_ins_person").on(t.personId, t.at, t.id), index("sign_ins_at").on(t.at)],
);

/** What stands between two pages of signing in: who proved what so far, or what the other side must answer. Of its secret the SHA-256. */
export const signInSteps = table(
  "sign_in_steps",
  {
    hash: text("hash").primaryKey(),
    kind: text("kind").notNull(),
    personId: text("person_id"),
    payload: json("payload").$type<Readonly<Record<string, string>>>().notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [index("sign_in_steps_expiry").on(t.expiresAt), index("sign_in_steps_person").on(t.personId)],
);

/** What an admin set for the whole instance; a key without a row has the value of the code. */
export const settings = table("settings", {
  key: text("key").primaryKey(),
  value: json("value").$type<unknown>().notNull(),
  changedBy: text("changed_by"),
  changedAt: instant("changed_at").notNull(),
});
