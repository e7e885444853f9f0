import { and, asc, eq } from "drizzle-orm";
import { passkeys } from "#db/schema/passkeys";
import type { Db } from "../../kernel/store";

export type Passkey = typeof passkeys.$inferSelect;

/** Most passkeys one person has. */
export const PASSKEYS_MAX = 20;

/** What a person sees of their passkeys, oldest first. */
export async function passkeysOf(db: Db, personId: string) {
  return db
    .select({
      id: passkeys.id,
      name: passkeys.name,
      createdAt: passkeys.createdAt,
      lastUsedAt: passkeys.lastUsedAt,
      doubtedAt: passkeys.doubtedAt,
      backedUp: passkeys.backedUp,
    })
    .from(passkeys)
    .where(eq(passkeys.personId, personId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id));
}

/** The part of a query that finds a passkey of a person by its id. */
export const ownPasskey = (personId: string, id: string) => and(eq(passkeys.personId, personId), eq(passkeys.id, id));
