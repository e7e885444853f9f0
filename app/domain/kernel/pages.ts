import { sql } from "drizzle-orm";
import { pageVersions } from "#db/schema/across";
import type { Tx } from "./store";

/** Raises the version of each tag, so that every server drops the pages it keeps for them. */
export async function touchPages(tx: Tx, tags: readonly string[]): Promise<void> {
  for (const tag of new Set(tags)) {
    await tx
      .insert(pageVersions)
      .values({ tag, n: 1 })
      .onConflictDoUpdate({ target: pageVersions.tag, set: { n: sql`${pageVersions.n} + 1` } });
  }
}
