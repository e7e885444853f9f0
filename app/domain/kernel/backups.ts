import { and, desc, eq, gte, isNotNull, isNull, lt, or } from "drizzle-orm";
import { backups } from "#db/schema/operations";
import type { Ctx } from "./context";
import type { Db, Tx } from "./store";
import { after, hours } from "./time";

export type BackupRow = typeof backups.$inferSelect;

/** A backup that is still being made after this time was cut off with its server. */
const ABANDONED = hours(4);
const CUT_OFF = "the server stopped while it was made";

/** What is known of a backup once it is made and tried out, or why it failed. */
export interface BackupOutcome {
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly rows: number | null;
  readonly files: number | null;
  /** Why it is not good; null when its trial found nothing wrong. */
  readonly error: string | null;
}

/**
 * Writes down that a backup is begun, unless there is a good one since `since`, or one is being made at this moment, by whichever server.
 * @returns its id; null when there is nothing to do.
 */
export async function beginBackup(ctx: Ctx, { file, since }: { readonly file: string; readonly since: Date }): Promise<string | null> {
  const alive = after(ctx.now, -ABANDONED);
  return ctx.store.tx(async (tx) => {
    const unfinished = and(isNull(backups.verifiedAt), isNull(backups.error));
    await tx
      .update(backups)
      .set({ error: CUT_OFF })
      .where(and(unfinished, lt(backups.at, alive)));
    const good = and(isNotNull(backups.verifiedAt), gte(backups.at, since));
    const [enough] = await tx.select({ id: backups.id }).from(backups).where(or(good, unfinished)).limit(1);
    if (enough) return null;
    const id = ctx.newId();
    await tx.insert(backups).values({ id, at: ctx.now, file });
    return id;
  });
}

/** Writes down how a backup ended, within the transaction of who tells of it. */
export async function endBackup(tx: Tx, now: Date, id: string, outcome: BackupOutcome): Promise<void> {
  const verifiedAt = outcome.error === null ? now : null;
  await tx
    .update(backups)
    .set({ ...outcome, verifiedAt })
    .where(eq(backups.id, id));
}

/** One backup; null when there is none of this id. */
export async function backupById(db: Db, id: string): Promise<BackupRow | null> {
  const [row] = await db.select().from(backups).where(eq(backups.id, id));
  return row ?? null;
}

/** The newest backups, newest first: for who keeps the server. The caller has checked who asks. */
export async function latestBackups(db: Db, limit = 30): Promise<BackupRow[]> {
  return db.select().from(backups).orderBy(desc(backups.at), desc(backups.id)).limit(limit);
}
