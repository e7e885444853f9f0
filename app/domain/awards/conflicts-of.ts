import { and, asc, eq, isNull } from "drizzle-orm";
import { conflicts } from "#db/schema/awards";
import type { Db } from "../kernel/store";
import { computedConflicts } from "./computed-conflicts";
import type { Conflict } from "./conflict";
import { SOFT_REASONS } from "./conflict";

/**
 * Every conflict of interest in an edition between whoever is or was its juror and an entry: computed from teams, coaching, rooms,
 * grafts and organisations as they are and were, and declared ones that stand. A fixed number of statements.
 */
export async function conflictsOf(db: Db, editionId: string): Promise<Conflict[]> {
  const all = new Map<string, Conflict>();
  for (const { jurorId, entryId, reason } of await computedConflicts(db, editionId)) {
    const hard = !SOFT_REASONS.includes(reason);
    all.set(`${jurorId} ${entryId} ${reason}`, { jurorId, entryId, reason, hard, source: "computed", words: "" });
  }
  const declared = await db
    .select()
    .from(conflicts)
    .where(and(eq(conflicts.editionId, editionId), isNull(conflicts.withdrawnAt)))
    .orderBy(asc(conflicts.at), asc(conflicts.id));
  for (const { id, jurorId, entryId, hard, source, words } of declared) {
    all.set(id, { jurorId, entryId, reason: "declared", hard, source, words });
  }
  return [...all.values()];
}
