import { inArray, sql } from "drizzle-orm";
import { pageVersions } from "#db/schema/across";
import type { Db, Tx } from "./store";

/** Raises the version of each tag, so that every server drops the pages it keeps for them. */
export async function touchPages(tx: Tx, tags: readonly string[]): Promise<void> {
  for (const tag of new Set(tags)) {
    await tx
      .insert(pageVersions)
      .values({ tag, n: 1 })
      .onConflictDoUpdate({ target: pageVersions.tag, set: { n: sql`${pageVersions.n} + 1` } });
  }
}

/** The present versions of tags, in one statement; a tag that was never touched has none. */
export async function versionsOf(db: Db, tags: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (tags.length === 0) return new Map();
  const rows = await db
    .select()
    .from(pageVersions)
    .where(inArray(pageVersions.tag, [...tags]));
  return new Map(rows.map(({ tag, n }) => [tag, n]));
}
