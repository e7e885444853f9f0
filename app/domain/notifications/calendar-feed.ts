import { and, eq, isNull } from "drizzle-orm";
import { calendarFeeds } from "#db/schema/notifications";
import { loadActor } from "../identity/queries";
import type { Person } from "../kernel/actor";
import { sha256 } from "../kernel/audit";
import type { Db } from "../kernel/store";

const SECRET_SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** Since when a person's calendar address works; null when they have none. */
export async function calendarFeedOf(db: Db, personId: string): Promise<{ createdAt: Date } | null> {
  const [feed] = await db
    .select({ createdAt: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.personId, personId), isNull(calendarFeeds.revokedAt)));
  return feed ?? null;
}

/** The person whose calendar a secret opens, with what they hold at `now`; null when it is closed, unknown, or they are suspended or erased. */
export async function personOfFeed(db: Db, secret: string, now: Date): Promise<Person | null> {
  if (!SECRET_SHAPE.test(secret)) return null;
  const [feed] = await db
    .select({ personId: calendarFeeds.personId })
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.hash, sha256(secret)), isNull(calendarFeeds.revokedAt)));
  return feed ? loadActor(db, feed.personId, now) : null;
}
