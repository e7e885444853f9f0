import { bool, index, instant, json, real, table, text, uniqueIndex } from "../dialect";
import { people } from "./identity";

/** Keys on somebody's devices, each for this site only. What is kept here opens nothing: the secret half never leaves the device. */
export const passkeys = table(
  "passkeys",
  {
    id: text("id").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    /** What the device calls the key, in base64url. */
    credentialId: text("credential_id").notNull(),
    /** The public half (COSE), in base64url. */
    publicKey: text("public_key").notNull(),
    /** How often the device says the key was used, up to 32 bits without a sign; 0 where a device does not count. */
    counter: real("counter").notNull(),
    /** How the device may be reached, as the browser told. */
    transports: json("transports").$type<string[]>().notNull(),
    /** Whether the key is kept in somebody's account with a maker, and so lives on several devices. */
    backedUp: bool("backed_up").notNull(),
    /** What the person calls it. */
    name: text("name").notNull(),
    createdAt: instant("created_at").notNull(),
    lastUsedAt: instant("last_used_at"),
    /** When an answer came whose count went back: perhaps from a copy. It was refused. */
    doubtedAt: instant("doubted_at"),
  },
  (t) => [uniqueIndex("passkeys_credential").on(t.credentialId), index("passkeys_person").on(t.personId, t.createdAt)],
);
