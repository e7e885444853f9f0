import { eq } from "drizzle-orm";
import { assignments, sheets } from "#db/schema/awards";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Db } from "../kernel/store";
import { isEntering } from "./edition";
import type { Edition, OwnEntry } from "./load";

type Entry = Pick<OwnEntry["entry"], "id" | "state" | "extendedUntil">;

/**
 * Tells whether the team may still change its entry: until the deadline with its seconds of grace, and with more time for this entry
 * until that ends or a juror begins on it, whichever comes first.
 */
export async function mayChange(db: Db, edition: Edition, entry: Entry, now: Date): Promise<boolean> {
  if (entry.state === "withdrawn" || edition.publishedAt !== null) return false;
  if (isEntering(edition.phases, edition.graceSeconds, now)) return true;
  return isEntering(edition.phases, edition.graceSeconds, now, entry.extendedUntil) && !(await isBegun(db, entry.id));
}

/** Refuses with "entries_closed" unless the team may still change its entry. */
export async function demandChange(db: Db, ctx: Ctx, { edition, entry }: Pick<OwnEntry, "edition" | "entry">): Promise<void> {
  if (!(await mayChange(db, edition, entry, ctx.now))) throw new DomainError("entries_closed");
}

/** Tells whether a juror wrote something about an entry. */
export async function isBegun(db: Db, entryId: string): Promise<boolean> {
  const [begun] = await db
    .select({ id: sheets.id })
    .from(sheets)
    .innerJoin(assignments, eq(assignments.id, sheets.assignmentId))
    .where(eq(assignments.entryId, entryId))
    .limit(1);
  return begun !== undefined;
}
